import { beforeEach, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { createInProcessGraph } from './in-process-graph.js';

const people = ['1', '2', '3'].map((id) => ({ __typename: 'Person', id, name: `name ${id}` }));
const robots = [{ __typename: 'Robot', serial: 'r1' }];

const graph = createInProcessGraph({
  people: {
    sdl: `type Query { me: Person people: [Person!]! rows: [[Being]] beings: [Being!]! strict: Person! shared: Shared @shareable }
      type Person @key(fields: "id") { id: ID! name: String! friends: [Person] }
      type Robot @key(fields: "serial") { serial: ID! owner: Person }
      type Shared @shareable { people: String }
      union Being = Person | Robot`,
    resolvers: {
      Query: {
        me: () => people[0],
        people: () => people,
        strict: () => people[0],
        shared: () => ({ people: 'here' }),
        rows: () => [[people[0], null], null, [robots[0], people[1]]],
        beings: () => [robots[0], people[1], people[2], people[1]],
      },
      Person: { friends: ({ id }: { id: string }) => people.filter((one) => one.id !== id) },
      Robot: { owner: () => people[1] },
    },
  },
  places: {
    sdl: `type Query { town: String shared: Shared @shareable }
      type Person @key(fields: "id") { id: ID! home: Home desk: String! hidden: String }
      type Robot @key(fields: "serial") { serial: ID! dock: String }
      type Home { street: String rooms: [Room!] }
      type Room { size: Int! }
      type Shared @shareable { places: String }`,
    resolvers: {
      Query: { town: () => 'Oxford', shared: () => ({ places: 'here' }) },
      Person: {
        __resolveReference: async ({ id }: { id: string }) => {
          if (id === '3') throw new GraphQLError('No such person.', { extensions: { code: 'FORBIDDEN' } });
          return { id };
        },
        home: ({ id }: { id: string }) => ({ id }),
        desk: ({ id }: { id: string }) => (id === '2' ? null : `desk ${id}`),
        hidden: () => null,
      },
      Robot: { dock: () => new Error('The dock is lost.') },
      Home: {
        street: ({ id }: { id: string }) => (id === '2' ? new Error('The street is lost.') : `street ${id}`),
        rooms: ({ id }: { id: string }) => [{ size: 1 }, { size: id === '2' ? null : 2 }],
      },
    },
  },
});

beforeEach(() => {
  graph.down.clear();
});

async function pathsOf(query: string) {
  const { errors } = await graph.ask(query);
  return errors?.map(({ path }) => path?.join('.'));
}

describe('an error of a service', () => {
  test('names every place of the entity, in the client’s words', async () => {
    const query = '{ them: people { friends { where: home { road: street } } } }';
    expect(await pathsOf(query)).toEqual([
      ...['them.0.friends.0.where.road', 'them.2.friends.1.where.road'],
      ...['them.0.friends.1.where', 'them.1.friends.1.where'],
    ]);
  });

  test('names the right item of a list of several types, and of lists of lists', async () => {
    const being = '... on Person { home { street } } ... on Robot { bay: dock }';
    expect(await pathsOf(`{ rows { ${being} } beings { ${being} } }`)).toEqual(
      expect.arrayContaining([
        'rows.2.0.bay',
        'rows.2.1.home.street',
        'beings.0.bay',
        'beings.1.home.street',
        'beings.3.home.street',
      ]),
    );
  });

  test('about an entity is told at the fields that are missing because of it, with the code of the service', async () => {
    const { data, errors } = await graph.ask('{ people { name home { street } hidden } }');
    expect(data?.['people']).toEqual([
      { name: 'name 1', home: { street: 'street 1' }, hidden: null },
      { name: 'name 2', home: { street: null }, hidden: null },
      { name: 'name 3', home: null, hidden: null },
    ]);
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']])).toEqual([
      ['people.1.home.street', 'INTERNAL_SERVER_ERROR'],
      ['people.2.home', 'FORBIDDEN'],
      ['people.2.hidden', 'FORBIDDEN'],
    ]);
  });

  test('below a null that rose is told once, where it happened', async () => {
    const { data, errors } = await graph.ask(
      '{ people { home { rooms { size } } } beings { ... on Person { id desk } } }',
    );
    expect(data).toEqual(null);
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual(
      ['people.1.home.rooms.1.size', 'beings.1.desk', 'beings.3.desk', 'people.2.home'].sort(),
    );
  });
});

describe('a service that cannot be reached', () => {
  test('leaves every other part, and is told at each missing field and not above it', async () => {
    graph.down.add('places');
    const { data, errors } = await graph.ask(
      '{ me { name seat: hidden home { street } } town shared { people places } }',
    );
    expect(data).toEqual({
      me: { name: 'name 1', seat: null, home: null },
      town: null,
      shared: { people: 'here', places: null },
    });
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual(['me.home', 'me.seat', 'shared.places', 'town']);
    for (const { extensions } of errors ?? [])
      expect(extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'places' });
  });

  test('nulls the parent when its field may not be null, and is told at the field', async () => {
    graph.down.add('places');
    const { data, errors } = await graph.ask('{ me { name desk } strict { desk } }');
    expect(data).toBeNull();
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['me.desk', 'strict.desk']);
  });

  test('whose entities everything hangs on is told where those would stand', async () => {
    graph.down.add('people');
    const { data, errors } = await graph.ask('{ me { home { street } } town }');
    expect(data).toEqual({ me: null, town: 'Oxford' });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['me']);
  });

  test('is not told more than a hundred times', async () => {
    graph.down.add('places');
    const fields = Array.from({ length: 150 }, (_unused, index) => `f${index}: hidden`).join(' ');
    const { data, errors } = await graph.ask(`{ me { ${fields} } }`);
    expect(Object.keys(data?.['me'] ?? {})).toHaveLength(150);
    expect(errors).toHaveLength(100);
  });
});

test('an input that failed keeps back only the fields that need it', async () => {
  const partial = createInProcessGraph({
    facts: {
      sdl: `type Query { item: Item }
        type Item @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { item: () => ({ id: '1' }) } },
    },
    scales: { sdl: 'type Item @key(fields: "id") { id: ID! weight: Int }' },
    shipping: {
      sdl: `type Item @key(fields: "id") { id: ID! weight: Int @external fee: Int @requires(fields: "weight") place: String }`,
      resolvers: { Item: { fee: ({ weight }: { weight: number }) => weight, place: () => 'shelf' } },
    },
  });
  partial.down.add('scales');
  const { data, errors } = await partial.ask('{ item { fee place } }');
  expect(data).toEqual({ item: { fee: null, place: 'shelf' } });
  expect(errors?.map(({ path, extensions }) => [path, extensions?.['serviceName']])).toEqual([
    [['item', 'fee'], 'scales'],
  ]);
});
