import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adasReferral, demoMachineClients, demoPeople } from '@guildhall/demo';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { findWorkspace } from '../src/data-folder.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const schema = buildSchema(readFileSync(join(findWorkspace(import.meta.dirname), 'gateway/api.graphql'), 'utf8'));
const missing = '3f2b7c1e-9d4a-4e6b-8a51-0c7d9e2f6b13';
const everybody = [
  ...demoPeople.map(({ subject }) => subject),
  ...demoMachineClients.map(({ clientId }) => `client:${clientId}`),
  undefined,
];

let platform: TestPlatform;
let caseId = '';
beforeAll(async () => {
  // Every mutation with a receipt code is tried for everybody from one address.
  platform = await startTestPlatform([], { GUILDHALL_RATE_GUESS: '1000000' });
  const { data } = await platform.post(
    'ada',
    '{ viewer { member { cases { edges { node { id narrative referrals { id } } } } } } }',
  );
  const { viewer } = data as {
    viewer: {
      member: { cases: { edges: { node: { id: string; narrative: string; referrals: { id: string }[] } }[] } };
    };
  };
  const own = viewer.member.cases.edges.find(({ node }) => node.referrals.some(({ id }) => id === adasReferral))?.node;
  expect(own?.narrative.length).toBeGreaterThan(20);
  caseId = own?.id ?? '';
}, 120_000);
afterAll(() => platform.stop());

const plainValues: Readonly<Record<string, unknown>> = {
  ID: missing,
  Boolean: true,
  Int: 1,
  DateTime: '2030-01-01T00:00:00Z',
  Date: '2030-01-01',
};
const namesOfPlaces: readonly string[] = ['caseId', 'referralId'];
const namesOfPeople: readonly string[] = ['assignee', 'subject'];

/** A value that passes the schema, so that an operation gets as far as the decision. */
function sample(type: GraphQLInputType, name: string, id: string): unknown {
  if (isNonNullType(type)) return sample(type.ofType, name, id);
  if (isListType(type)) return [sample(type.ofType, name, id)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const given = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || namesOfPlaces.includes(field.name),
    );
    return Object.fromEntries(given.map((field) => [field.name, sample(field.type, field.name, id)]));
  }
  if (namesOfPlaces.includes(name)) return id;
  return plainValues[type.name] ?? (namesOfPeople.includes(name) ? 'carl' : 'words enough for any field');
}

/** Every operation of the schema that names a case or a referral, as a document and the variables for an id. */
function operationsOn(key: 'caseId' | 'referralId') {
  const field = key === 'caseId' ? 'case' : 'referral';
  const mutations = Object.values((schema.getMutationType() as GraphQLObjectType).getFields());
  const named = mutations.filter(({ args }) => {
    const input = args[0]?.type;
    const type = isNonNullType(input) ? input.ofType : input;
    return isInputObjectType(type) && key in type.getFields();
  });
  const asked = named.map(({ name, args: [input] }) => ({
    name,
    query: `mutation ($input: ${String(input?.type)}) { ${name}(input: $input) { __typename ... on UserError { message } } }`,
    variables: (id: string) => ({ input: input === undefined ? {} : sample(input.type, 'input', id) }),
  }));
  return [
    { name: field, query: `query ($id: ID!) { ${field}(id: $id) { id status } }`, variables: (id: string) => ({ id }) },
    ...asked,
  ];
}

/** Those with a right of their own over ada's case or referral, rosa for whom ada named her; for everybody else it must not exist. */
const knowing = {
  caseId: ['ada', 'carl', 'rosa'],
  referralId: ['ada', 'carl', 'dana', 'dirk', 'client:department-housing'],
} as const;
/** The advice manager triages and assigns without reading, so only reading is hidden from her. */
const triaging = ['amira'];

describe.each(['caseId', 'referralId'] as const)("ada's %s", (key) => {
  const operations = operationsOn(key);
  const strangers = everybody.filter((who) => !(knowing[key] as readonly (string | undefined)[]).includes(who));

  it('is named by more than one operation', () => {
    expect(operations.length).toBeGreaterThan(5);
  });

  it('is said not to exist by every mutation, not refused for another reason', async () => {
    const id = key === 'caseId' ? caseId : adasReferral;
    for (const { name, query, variables } of operations.slice(1)) {
      const { data } = await platform.post('omar', query, variables(id));
      expect({ name, answer: data?.[name] }).toMatchObject({ name, answer: { __typename: 'NotFoundError' } });
    }
  });

  it.each(strangers)(
    'gives %s exactly what a missing one gives, whatever is asked',
    async (who) => {
      const id = key === 'caseId' ? caseId : adasReferral;
      for (const { name, query, variables } of operations) {
        if (triaging.includes(who ?? '') && key === 'caseId' && name !== 'case') continue;
        const hidden = await platform.post(who, query, variables(id));
        expect({ name, answer: hidden }).toEqual({ name, answer: await platform.post(who, query, variables(missing)) });
      }
    },
    60_000,
  );
});

describe("ada's case", () => {
  it('is read by ada and her case worker, and its reading by him is in her ledger', async () => {
    const query =
      'query ($id: ID!) { case(id: $id) { narrative contactName disclosures { edges { node { __typename } } } } }';
    const asCarl = await platform.post('carl', query, { id: caseId });
    expect(asCarl.data?.['case']).toMatchObject({ narrative: expect.any(String), disclosures: null });
    const asAda = await platform.post('ada', query, { id: caseId });
    expect(JSON.stringify(asAda.data)).toContain('Disclosure');
  });

  it('shows the department the consented fields of the referral and nothing of the case', async () => {
    const query = 'query ($id: ID!) { referral(id: $id) { fields { name value consented } } }';
    const asAda = (await platform.post('ada', query, { id: adasReferral })).data?.['referral'] as {
      fields: { consented: boolean }[];
    };
    for (const who of ['dana', 'dirk', 'client:department-housing']) {
      const { data } = await platform.post(who, query, { id: adasReferral });
      expect(data?.['referral']).toEqual({ fields: asAda.fields.filter(({ consented }) => consented) });
      expect((await platform.post(who, 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId })).data).toEqual({
        case: null,
      });
    }
  });

  it('cannot be reached as an entity, nor by asking for somebody else as the viewer', async () => {
    const { errors } = await platform.post(
      'omar',
      '{ _entities(representations: [{ __typename: "Case", id: "x" }]) { __typename } }',
    );
    expect(errors).toHaveLength(1);
  });
});
