import { composeServices } from '@apollo/composition';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  execute,
  type FieldNode,
  getNamedType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  printSchema,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type AccessFacts, meets } from '../../src/access/access-facts.js';
import { readAccessRules } from '../../src/access/access-rules.js';
import { createAccessFilter } from '../../src/access/create-access-filter.js';
import { indexSupergraph } from '../../src/supergraph-index.js';
import { accessServices } from './access-graph.js';
import { createOperationGenerator } from './generate-operation.js';

const composed = composeServices(accessServices());
if (!composed.supergraphSdl) throw new Error('the services do not compose');
const index = indexSupergraph(composed.supergraphSdl);
const schema = buildSchema(printSchema(composed.schema.toAPISchema().toGraphQLJSSchema()));
const rules = readAccessRules(index);
const filter = createAccessFilter(index, 'filter');

const person = (id: number): Record<string, unknown> => ({
  __typename: 'Person',
  id: String(id),
  name: `Name ${id}`,
  label: id % 2 === 0 ? null : `Label ${id}`,
  email: `e${id}`,
  phone: `p${id}`,
  salary: 'much',
  rank: 'LOW',
  file: { __typename: 'File', name: 'file', secret: 's' },
  both: 'both',
  call: 'call',
  get friend() {
    return id < 3 ? person(id + 1) : null;
  },
  get friends() {
    return id < 2 ? [person(id + 1), person(id + 2)] : [];
  },
});
const note = { __typename: 'Note', name: 'Note', label: 'n', text: 'text' };
const vault = { __typename: 'Vault', code: 'c', note: null };
const data: Record<string, unknown> = {
  me: person(0),
  people: [person(0), person(1)],
  maybePeople: [person(2), null, person(1)],
  things: [person(1), vault, note],
  notes: [note, null],
  vault,
  strict: person(2),
  audit: 'audit',
  rename: person(1),
  seal: 'sealed',
};

type Answer = { readonly data: unknown; readonly errors: readonly { path: unknown; code: unknown }[] };

/** The specification's own execution of the whole operation, where the resolver of each denied field refuses. */
function reference(
  source: string,
  variables: Record<string, unknown>,
  isRefused: (field: FieldNode) => boolean,
): Answer {
  const refuse: GraphQLFieldResolver<unknown, unknown> = (parent, _args, _context, info) => {
    if (info.fieldNodes.some(isRefused))
      throw new GraphQLError('refused', { extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } });
    return Object(parent)[info.fieldName];
  };
  return run(schema, source, variables, refuse);
}

function run(
  runSchema: GraphQLSchema,
  source: string | ReturnType<typeof parse>,
  variables: Record<string, unknown>,
  fieldResolver: GraphQLFieldResolver<unknown, unknown>,
): Answer {
  const document = typeof source === 'string' ? parse(source) : source;
  const result = execute({ schema: runSchema, document, rootValue: data, variableValues: variables, fieldResolver });
  if (result instanceof Promise) throw new Error('nothing here waits');
  return { data: result.data, errors: (result.errors ?? []).map(describeError) };
}

const describeError = ({ path, extensions }: GraphQLError) => ({ path, code: extensions['code'] });

/** What is answered and fetched beside what the specification answers; both as text, in which the order of fields counts too. */
function bothAnswers(
  source: string,
  variables: Record<string, unknown>,
  facts: AccessFacts,
): readonly [string, string] {
  const document = parse(source);
  const problems = validate(schema, document).map(({ message }) => message);
  const isDenied = (typeName: string, fieldName: string): boolean =>
    rules.ofField(typeName, fieldName).some((position) => {
      const requirement = rules.requirements[position];
      return requirement === undefined || !meets(requirement, facts);
    });
  const refusedPlaces = new Set<number | undefined>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(field) {
        const parent = typeInfo.getParentType();
        if (parent && isDenied(getNamedType(parent).name, field.name.value)) refusedPlaces.add(field.loc?.start);
      },
    }),
  );
  const isRefused = (field: FieldNode): boolean => refusedPlaces.has(field.loc?.start);
  const expected = reference(source, variables, isRefused);
  const allowed = filter.filterOperation(document, undefined, facts);
  const fetched = new Set<string>();
  const answered = run(schema, allowed.document, variables, (parent, _args, _context, info) => {
    fetched.add(`${info.parentType.name}.${info.fieldName}`);
    return Object(parent)[info.fieldName];
  });
  const completed = allowed.complete?.(Object(answered.data), variables) ?? { data: answered.data, errors: [] };
  const actual: Answer = { data: completed.data, errors: [...answered.errors, ...completed.errors.map(describeError)] };
  const denied = [...fetched].filter((coordinate) => {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    return isDenied(typeName, fieldName);
  });
  return [JSON.stringify({ ...actual, problems, denied }), JSON.stringify({ ...expected, problems: [], denied: [] })];
}

const facts = (scopes: readonly string[], isAuthenticated = true): AccessFacts => ({
  isAuthenticated,
  holdsScope: (name) => scopes.includes(name),
  holdsPolicy: (name) => scopes.includes(name),
});

describe('an answer without denied fields is what the specification gives when their resolvers refuse', () => {
  test.each([
    ['a field that may be null', '{ me { id email } }'],
    ['a field that may not be null, whose parent is null instead', '{ me { id phone } }'],
    ['a null that climbs out of a list', '{ people { id phone } }'],
    ['a null that stays in a list', '{ maybePeople { phone } }'],
    ['a null that climbs to the top', '{ strict { phone } }'],
    ['an alias', '{ me { first: email second: friend { mail: email } } }'],
    ['a fragment on one of several types', '{ things { ... on Person { name email } ... on Note { text } } }'],
    ['a protected type among several', '{ things { __typename ... on Vault { code } ... on Note { text } } }'],
    ['a field of an interface', '{ things { ... on Named { name label } } }'],
    ['a fragment used twice', '{ me { ...F friend { ...F } } } fragment F on Person { email name }'],
    ['a skipped field', 'query ($no: Boolean = false) { me { id email @include(if: $no) } }'],
    ['a field that was asked for twice', '{ me { friend { id } friend { email } } }'],
    ['a mutation', 'mutation { seal rename(name: "x") { name phone } }'],
  ])('%s', (_name, source) => {
    const [actual, expected] = bothAnswers(source, {}, facts([], false));
    expect(actual).toBe(expected);
  });

  test('for three hundred generated operations and callers', () => {
    const scopes = ['contact:read', 'phone', 'admin', 'vault', 'money', 'left', 'right', 'person', 'machine', 'sealed'];
    for (let seed = 1; seed <= 300; seed += 1) {
      const generator = createOperationGenerator(schema, seed);
      const source = generator.operation();
      const held = scopes.filter(() => generator.chance(0.4));
      const allowed = facts(held, generator.chance(0.6));
      const [actual, expected] = bothAnswers(source, { yes: true, no: false }, allowed);
      expect(`seed ${seed}, ${held.join(' ')}: ${source} ${actual}`).toBe(
        `seed ${seed}, ${held.join(' ')}: ${source} ${expected}`,
      );
    }
  });
});
