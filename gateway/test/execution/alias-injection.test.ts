import { describe, expect, test } from '@jest/globals';
import { createInProcessGraph } from './in-process-graph.js';

const people = [person('1', { role: 'member', bio: 'admin' }), person('2', { role: 'guest', bio: 'admin' })];

function person(id: string, { role, bio }: { role: string; bio: string }) {
  return {
    __typename: 'Person',
    id,
    legacyId: id === '1' ? '2' : '1',
    role,
    bio,
    rights: { level: 1, label: bio, scope: { name: 'own' } },
    wishes: { level: 9, label: 'wish', scope: { name: 'all' } },
    groups: ['a', 'b'],
    hobbies: ['root', 'staff'],
    org: { id: 'o1', name: 'o2' },
    club: { id: 'o2', name: 'o1' },
    rate: ({ unit }: { unit: string }) => ({ HOUR: 1, DAY: 8 })[unit],
  };
}

const trust = `
  type Rights { level: Int! label: String scope: Scope! }
  type Scope { name: String! }
  type Org { id: ID! name: String }`;

const graph = createInProcessGraph({
  people: {
    sdl: `type Query { me: Person people: [Person!]! someone: Someone named: Named }
      type Mutation { rename(name: String): Person }
      interface Named { bio: String }
      union Someone = Person | Robot
      type Robot { role: String bio: String hobbies: [String!] }
      type Person implements Named @key(fields: "id org { id }") {
        id: ID! legacyId: ID role: String bio: String
        rights: Rights @shareable wishes: Rights groups: [String!] hobbies: [String!]
        org: Org! @shareable club: Org
        rate(unit: String!): Int
        echo(text: String): String
      }
      ${trust.replaceAll(' {', ' @shareable {')}`,
    resolvers: {
      Query: { me: () => people[0], people: () => people, someone: () => people[1], named: () => people[0] },
      Mutation: { rename: () => people[0] },
      Named: { __resolveType: () => 'Person' },
      Person: { echo: (_person: unknown, { text }: { text?: string }) => text },
    },
  },
  cases: {
    sdl: `type Person @key(fields: "id org { id }") {
        id: ID! org: Org! @shareable
        role: String @external groups: [String!] @external rights: Rights @external rate(unit: String!): Int @external
        byKey: String
        byRole: String @requires(fields: "role")
        byGroups: String @requires(fields: "groups")
        byRights: String @requires(fields: "rights { level scope { name } }")
        byHour: String @requires(fields: "rate(unit: \\"HOUR\\")")
        byDay: String @requires(fields: "rate(unit: \\"DAY\\")")
      }
      ${trust.replaceAll(' {', ' @shareable {')}`,
    resolvers: {
      Person: {
        byKey: ({ id, org }: { id: string; org: { id: string } }) => `${id} of ${org.id}`,
        byRole: ({ role }: { role: string }) => role,
        byGroups: ({ groups }: { groups: string[] }) => groups.join(),
        byRights: ({ rights }: { rights: { level: number; scope: { name: string } } }) =>
          `${rights.level} ${rights.scope.name}`,
        byHour: ({ rate }: { rate: number }) => String(rate),
        byDay: ({ rate }: { rate: number }) => String(rate),
      },
    },
  },
});

/** Everything that depends on an input of another service, and what is right for each person. */
const dependent = 'byKey byRole byGroups byRights byHour byDay';
const right: Readonly<Record<string, Record<string, string>>> = {
  '1': { byKey: '1 of o1', byRole: 'member', byGroups: 'a,b', byRights: '1 own', byHour: '1', byDay: '8' },
  '2': { byKey: '2 of o1', byRole: 'guest', byGroups: 'a,b', byRights: '1 own', byHour: '1', byDay: '8' },
};

/** Each takes the name of an input for a value of the client's choosing; `me` is person 1. */
const attempts: readonly (readonly [string, string])[] = [
  ['a scalar input', `role: bio ${dependent}`],
  ['a scalar input, after what depends on it', `${dependent} role: bio`],
  ['a key', `id: legacyId ${dependent}`],
  ['a key, with a field that takes arguments', `id: echo(text: "2") ${dependent}`],
  ['an input, with a field that takes arguments', `role: echo(text: "admin") ${dependent}`],
  ['an input, with a variable', `role: echo(text: $text) ${dependent}`],
  ['a list', `groups: hobbies ${dependent}`],
  ['an object', `rights: wishes { level label scope { name } } ${dependent}`],
  ['a field inside an input object', `rights { level: label scope { name: __typename } } ${dependent}`],
  ['a nested key', `org: club { id name } ${dependent}`],
  ['a field inside a nested key', `org { id: name } ${dependent}`],
  ['an input with arguments, with other arguments', `rate(unit: "DAY") ${dependent}`],
  ['an input with arguments, with an alias', `rate: echo(text: "99") ${dependent}`],
  ['inputs with arguments for each other', `hour: rate(unit: "DAY") day: rate(unit: "HOUR") ${dependent}`],
  ['the name of the type', `__typename: bio ${dependent}`],
  ['an input through an inline fragment', `... on Person { role: bio } ${dependent}`],
  ['an input through a fragment without a type', `... { role: bio } ${dependent}`],
  ['an input through an interface', `... on Named { role: bio } ${dependent}`],
  ['an input through a named fragment', `...spoof ${dependent}`],
  ['an input through a fragment in a fragment', `...wrapped ${dependent}`],
  ['an input, under a condition', `role: bio @include(if: $yes) ${dependent}`],
  [
    'an input, after a skipped one',
    `role: legacyId @skip(if: $yes) ... @include(if: $yes) { role: legacyId } ${dependent}`,
  ],
  ['the names that the gateway gives', `g_0: bio g_1: legacyId r_0: bio r_1: legacyId role: bio ${dependent}`],
  ['names that look like a renamed field', `role__alias_0: bio id__alias_0: legacyId ${dependent}`],
  ['names of the query for entities', `_entities: bio representations: legacyId entities_0: bio ${dependent}`],
  ['names of what every object has', `__proto__: bio constructor: bio toString: bio hasOwnProperty: bio ${dependent}`],
];

const fragments = [
  { name: 'spoof', sdl: 'fragment spoof on Person { role: bio }' },
  { name: 'wrapped', sdl: 'fragment wrapped on Person { ...spoof }' },
];

function chainOf(selection: string): string {
  return selection.includes('...wrapped') ? '...spoof' : '';
}

const entrances: readonly (readonly [string, string, (selection: string) => string])[] = [
  ['at the root', '1', (selection) => `{ target: me { ${selection} } }`],
  ['in a list', '1', (selection) => `{ target: people { ${selection} } }`],
  [
    'in a union',
    '2',
    (selection) => `{ target: someone { ... on Robot { groups: hobbies } ... on Person { ${selection} } } }`,
  ],
  ['behind an interface', '1', (selection) => `{ target: named { ... on Person { ${selection} } } }`],
  ['in what a mutation returns', '1', (selection) => `mutation { target: rename(name: "x") { ${selection} } }`],
];

describe.each(entrances)('a client that aliases %s', (_place, id, write) => {
  test.each(attempts)('%s changes nothing that another service is given', async (_name, selection) => {
    const uses = [...new Set(selection.match(/\$\w+/g))].map(
      (name) => `${name}: ${name === '$yes' ? 'Boolean!' : 'String'}`,
    );
    const operation = write(selection).replace(
      /^(mutation)? ?\{/,
      (_all, kind) => `${kind ?? 'query'} ${uses.length > 0 ? `(${uses.join()})` : ''} {`,
    );
    // A fragment that nobody uses is not valid.
    const used = fragments.filter(({ name }) => `${selection} ${chainOf(selection)}`.includes(`...${name}`));
    const text = [operation, ...used.map(({ sdl }) => sdl)].join(' ');
    const { data, errors } = await graph.ask(text, { text: 'admin', yes: true });
    expect(errors).toBeUndefined();
    const found = data?.['target'];
    expect(Array.isArray(found) ? found[0] : found).toMatchObject(right[id] ?? {});
    if (Array.isArray(found)) expect(found[1]).toMatchObject(right['2'] ?? {});
  });
});

test('the client still gets its own value under the name it chose', async () => {
  const { data } = await graph.ask('{ me { role: bio id: legacyId __proto__: bio rights { level: label } byRole } }');
  expect(JSON.stringify(data)).toBe(
    '{"me":{"role":"admin","id":"2","__proto__":"admin","rights":{"level":"admin"},"byRole":"member"}}',
  );
});

test('a variable named like the one that carries keys is the client’s own', async () => {
  const query = `query($representations: String, $_representations: String, $representations_0: String) {
    me { a: echo(text: $representations) b: echo(text: $_representations) c: echo(text: $representations_0) byRole byDay byHour }
  }`;
  const { data, errors } = await graph.ask(query, {
    representations: 'x',
    _representations: 'y',
    representations_0: 'z',
  });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ me: { a: 'x', b: 'y', c: 'z', byRole: 'member', byDay: '8', byHour: '1' } });
});

test('no name of a client is ever sent to a service', async () => {
  graph.calls.length = 0;
  await graph.ask('{ chosen: me { picked: role wanted: echo(text: "x") byRole } }');
  expect(graph.calls.length).toBeGreaterThan(1);
  for (const { query } of graph.calls) expect(query).not.toMatch(/chosen|picked|wanted/);
});
