/** The first tests of a mutation: what a missing thing gives, and that a caller without a token is told the same. */
export function firstTests({ field, pascalField, serviceValue, value }) {
  return `import { startTestService, type TestService } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ${serviceValue} } from '../src/app.js';

const ${field} = \`mutation ${pascalField}($input: ${pascalField}Input!) {
  ${field}(input: $input) { __typename ... on UserError { message } }
}\`;
const missing = '01900000-0000-7000-8000-000000000000';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(${serviceValue});
});
afterAll(() => service.stop());

describe('${field}', () => {
  test('a ${value} that does not exist is not found', async () => {
    const { data } = await service.run('ada', ${field}, { input: { ${value}Id: missing } });
    expect(data).toMatchObject({ ${field}: { __typename: 'NotFoundError' } });
  });

  test('a caller without a token learns nothing more than that', async () => {
    const known = await service.run('ada', ${field}, { input: { ${value}Id: missing } });
    const anonymous = await service.run(undefined, ${field}, { input: { ${value}Id: missing } });
    expect(anonymous).toEqual(known);
  });
});
`;
}
