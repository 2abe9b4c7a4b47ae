import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoMachineClients, demoPeople } from '@guildhall/demo';
import { Kind, parse, visit } from 'graphql';
import { readSupergraph } from '../src/gateway-options.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/**
 * Every place of the schema where the gateway decides before the services do, with a query for it and who the policies of the services
 * let have it. A new directive needs its line here.
 */
const protectedPlaces = [
  {
    place: 'Query.insights',
    query: '{ insights { threshold } }',
    readers: ['amira', 'client:analytics', 'nina', 'uma'],
  },
  { place: 'Query.operations', query: '{ operations { __typename } }', readers: ['sys'] },
];
const directives = ['authenticated', 'requiresScopes', 'policy'];
const callers = [
  ...demoPeople.map(({ subject }) => subject),
  ...demoMachineClients.map(({ clientId }) => `client:${clientId}`),
];

function placesInSupergraph(): readonly string[] {
  const places: string[] = [];
  for (const definition of parse(readSupergraph()).definitions) {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION || !('name' in definition)) continue;
    const typeName = definition.name?.value ?? '';
    visit(definition, {
      FieldDefinition: ({ name, directives: given = [] }) => {
        if (given.some((one) => directives.includes(one.name.value))) places.push(`${typeName}.${name.value}`);
      },
    });
    if (definition.directives?.some((one) => directives.includes(one.name.value))) places.push(typeName);
  }
  return places;
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 120_000);
afterAll(() => platform.stop());

describe('what the schema asks of a token', () => {
  it('stands in known places only', () => {
    expect([...placesInSupergraph()].sort()).toEqual(protectedPlaces.map(({ place }) => place).sort());
  });

  it.each(protectedPlaces)(
    '$place is left to the policies for everybody with a token: whom they allow has it, and nobody else',
    async ({ query, place, readers }) => {
      const field = place.split('.')[1] ?? '';
      const having: string[] = [];
      for (const caller of callers) {
        const { data, errors } = await platform.post(caller, query);
        expect(errors).toBeUndefined();
        if (data?.[field] !== null) having.push(caller);
      }
      expect(having.sort()).toEqual(readers);
    },
  );

  it.each(protectedPlaces)('$place is refused by the gateway to whoever has no token', async ({ query, place }) => {
    const field = place.split('.')[1] ?? '';
    const { data, errors } = await platform.post(undefined, query);
    expect(data).toEqual({ [field]: null });
    expect(errors).toMatchObject([{ path: [field], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
  });
});
