import { describe, expect, test } from '@jest/globals';
import { createInProcessGraph } from './in-process-graph.js';

const media = [
  { __typename: 'Book', id: 'b1', title: 'Dune', pages: 500 },
  { __typename: 'Film', id: 'f1', title: 'Alien', minutes: 117 },
];

describe('interface objects', () => {
  const graph = createInProcessGraph({
    library: {
      sdl: `type Query { media: [Media!]! }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
        type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }`,
      resolvers: {
        Query: { media: () => media },
        Media: { __resolveReference: async ({ id }: { id: string }) => media.find((one) => one.id === id) },
        Book: { __resolveReference: async ({ id }: { id: string }) => media.find((one) => one.id === id) },
      },
    },
    reviews: {
      sdl: `type Query { top: Media reviewed: [Media!]! }
        type Media @key(fields: "id") @interfaceObject { id: ID! title: String @external stars: Int quote: String @requires(fields: "title") }`,
      resolvers: {
        Query: { top: () => ({ id: 'b1' }), reviewed: () => [{ id: 'f1' }, { id: 'b1' }] },
        Media: { stars: ({ id }: { id: string }) => id.length, quote: ({ title }: { title: string }) => `"${title}"` },
      },
    },
  });

  test('take the name of the real type, whichever service names it', async () => {
    const query =
      '{ top { kind: __typename id stars } reviewed { __typename ... on Book { pages quote } ... on Film { minutes } } media { __typename stars quote } }';
    expect(await graph.ask(query)).toEqual({
      data: {
        top: { kind: 'Book', id: 'b1', stars: 2 },
        reviewed: [
          { __typename: 'Film', minutes: 117 },
          { __typename: 'Book', pages: 500, quote: '"Dune"' },
        ],
        media: [
          { __typename: 'Book', stars: 2, quote: '"Dune"' },
          { __typename: 'Film', stars: 2, quote: '"Alien"' },
        ],
      },
    });
  });

  test('need no other service when only their own fields are asked', async () => {
    graph.calls.length = 0;
    expect((await graph.ask('{ reviewed { id stars } }')).data).toEqual({
      reviewed: [
        { id: 'f1', stars: 2 },
        { id: 'b1', stars: 2 },
      ],
    });
    expect(graph.calls).toHaveLength(1);
  });

  test('are null with an error where the real type cannot be known', async () => {
    graph.down.add('library');
    const { data, errors } = await graph.ask('{ top { __typename stars } }');
    graph.down.clear();
    expect(data).toEqual({ top: null });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['top', '__typename'],
        extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }),
      }),
    ]);
  });
});

describe('values that do not fit the client’s schema', () => {
  const values: Record<string, unknown> = {};
  const graph = createInProcessGraph({
    sloppy: {
      sdl: `scalar Any
        type Query { thing: Thing }
        type Thing { int: Any float: Any text: Any flag: Any id: Any list: Any lists: [[Int]!] mood: Mood moods: [Mood!] being: Being beings: [Being] child: Child! any: Any }
        type Child { name: String }
        enum Mood { CALM HIDDEN @inaccessible }
        union Being = Cat | Ghost
        type Cat { name: String } type Ghost @inaccessible { name: String }`,
      resolvers: { Query: { thing: () => values } },
    },
  });
  const ask = async (fields: string, given: Record<string, unknown>) => {
    for (const key of Object.keys(values)) delete values[key];
    Object.assign(values, { child: {}, ...given });
    const { data, errors } = await graph.ask(`{ thing { ${fields} } }`);
    return {
      thing: data?.['thing'],
      paths: errors?.map(({ path }) => path?.join('.')),
      text: JSON.stringify(errors ?? []),
    };
  };

  test('a hidden enum value becomes null with an error that does not name it', async () => {
    const { thing, paths, text } = await ask('mood moods', { mood: 'HIDDEN', moods: ['CALM', 'HIDDEN'] });
    expect(thing).toEqual({ mood: null, moods: null });
    expect(paths).toEqual(['thing.mood', 'thing.moods.1']);
    expect(text).not.toContain('HIDDEN');
  });

  test('an object of a hidden type becomes null with an error that does not name it', async () => {
    const ghost = { __typename: 'Ghost', name: 'boo' };
    const { thing, paths, text } = await ask('being { ... on Cat { name } } beings { __typename }', {
      being: ghost,
      beings: [{ __typename: 'Cat' }, ghost],
    });
    expect(thing).toEqual({ being: null, beings: [{ __typename: 'Cat' }, null] });
    expect(paths).toEqual(['thing.being', 'thing.beings.1']);
    expect(text).not.toMatch(/Ghost|boo/);
  });

  test('any scalar of the services’ own passes as it is, lists and objects included', async () => {
    const any = { deep: [1, { x: null }] };
    expect((await ask('any int list', { any, int: '5', list: [1, 'a'] })).thing).toEqual({
      any,
      int: '5',
      list: [1, 'a'],
    });
  });
});

describe('keys', () => {
  test('that a service cannot resolve are never taken for those it can', async () => {
    const graph = createInProcessGraph({
      owner: {
        sdl: `type Query { item: Item }
          type Item @key(fields: "id") @key(fields: "sku { code region }") { id: ID! sku: Sku! size: Int }
          type Sku @shareable { code: String! region: String! }`,
        resolvers: {
          Query: { item: () => ({ id: '1' }) },
          Item: {
            __resolveReference: async () => ({ id: '1' }),
            sku: () => ({ code: 'c', region: 'r' }),
            size: () => 7,
          },
        },
      },
      stock: {
        sdl: `type Query { inStock: Item }
          type Item @key(fields: "id", resolvable: false) @key(fields: "sku { code region }") {
            id: ID! sku: Sku! size: Int @external  room: String @requires(fields: "size")
          }
          type Sku @shareable { code: String! region: String! }`,
        resolvers: {
          Query: { inStock: () => ({ id: '1', sku: { code: 'c', region: 'r' } }) },
          Item: {
            __resolveReference: async (given: { sku?: { code: string } }) => (given.sku ? given : null),
            room: ({ size, sku }: { size: number; sku: { code: string } }) => `${size} at ${sku.code}`,
          },
        },
      },
    });
    expect(await graph.ask('{ item { room } inStock { room } }')).toEqual({
      data: { item: { room: '7 at c' }, inStock: { room: '7 at c' } },
    });
  });
});

test('a field that takes arguments on one type only is found through the interface that knows of none', async () => {
  const graph = createInProcessGraph({
    shelf: {
      sdl: `type Query { all: [Titled!]! }
        interface Titled { title: String }
        type Poem implements Titled { title(language: String = "en"): String }
        type Play implements Titled { title: String }`,
      resolvers: {
        Query: { all: () => [{ __typename: 'Poem' }, { __typename: 'Play', title: 'Hamlet' }] },
        Poem: { title: (_poem: unknown, { language }: { language: string }) => `Daffodils in ${language}` },
      },
    },
  });
  expect(await graph.ask('{ all { title ... on Poem { german: title(language: "de") } } }')).toEqual({
    data: { all: [{ title: 'Daffodils in en', german: 'Daffodils in de' }, { title: 'Hamlet' }] },
  });
});
