import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { SubgraphFailure } from '../../src/subgraph-failure.js';
import { guildhallSubject } from './guildhall-subject.js';
import { generateOperation } from './operation/generate-operation.js';
import { expectSameAnswer, setStage } from './run-operation.js';
import { interruptAfterTimeLimit, numRuns, seed, tapes } from './run-settings.js';
import { abstractTypes } from './sets/abstract-types.js';
import { outages } from './sets/outages.js';
import type { ServiceAnswer } from './service-server.js';

/** Ways of giving nothing. */
const failures: readonly { how: string; code: string; fail: (service: string) => Promise<ServiceAnswer> }[] = [
  {
    how: 'cannot be reached',
    code: 'SUBGRAPH_UNAVAILABLE',
    fail: async (service) => Promise.reject(new SubgraphFailure(service, 'SUBGRAPH_UNAVAILABLE')),
  },
  {
    how: 'refuses the whole operation',
    code: 'RATE_LIMITED',
    fail: async () => ({ errors: [{ message: 'Too many.', extensions: { code: 'RATE_LIMITED' } }] }),
  },
  {
    how: 'answers null with an error that has no place',
    code: 'FORBIDDEN',
    fail: async () => ({ data: null, errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] }),
  },
  { how: 'answers neither data nor errors', code: 'INTERNAL_SERVER_ERROR', fail: async () => ({}) },
];

const cases = [outages, abstractTypes].flatMap((set) =>
  Object.keys(set.services).flatMap((service) => failures.map((failure) => ({ set, service, ...failure }))),
);

describe.each(cases)('when "$service" of "$set.name" $how', ({ set, service, code, fail }) => {
  it('its fields fail with the code of the failure, and all others have their data', async () => {
    const stage = await setStage(set, guildhallSubject, { service, code, answer: async () => fail(service) });
    const schema = stage.graph.buildApiSchema();
    await fc.assert(
      fc.asyncProperty(tapes, async (tape) => expectSameAnswer(stage, generateOperation(schema, tape))),
      { numRuns: Math.ceil(numRuns / 10), seed, interruptAfterTimeLimit },
    );
  }, 120_000);
});
