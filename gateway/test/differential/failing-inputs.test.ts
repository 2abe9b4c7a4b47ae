import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { guildhallSubject } from './guildhall-subject.js';
import { setStage } from './run-operation.js';
import { failingInputs } from './sets/failing-inputs.js';

it('what a field requires may fail: the client is told so with the code, at the field or above it, and the rest is right', async () => {
  const { subject, reference } = await setStage(failingInputs, guildhallSubject);
  const document = parse('{ priced { storage paint freight } }');
  const { data, errors } = await subject.answer({ document, variables: {} }, { mutations: 0, labels: new Set() });
  const expected = await reference.answer({ document, variables: {} });
  expect(expected.errors).toEqual([expect.objectContaining({ path: ['priced', 'freight'], code: 'FORBIDDEN' })]);
  // The service of `freight` may be asked with null in place of what failed, so its own value is not compared.
  expect(data).toEqual({
    priced: { ...Object(Reflect.get(Object(expected.data), 'priced')), freight: expect.anything() },
  });
  expect(errors).toHaveLength(1);
  expect(errors[0]?.code).toBe('FORBIDDEN');
  expect(['priced', 'freight'].slice(0, errors[0]?.path?.length)).toEqual(errors[0]?.path);
});
