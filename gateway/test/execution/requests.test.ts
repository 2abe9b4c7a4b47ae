import { describe, expect, test } from '@jest/globals';
import { createInProcessGraph, type TestService } from './in-process-graph.js';

/** People and books are found at roots of their own; what readers say belongs to a third service, and has both of them. */
const services: Record<string, TestService> = {
  people: {
    sdl: 'type Query { people: [Person!] } type Person @key(fields: "id") { id: ID! name: String }',
    resolvers: {
      Query: { people: () => [{ id: 'p1' }, { id: 'p2' }] },
      Person: { __resolveReference: async (given: object) => given, name: ({ id }: { id: string }) => `Name ${id}` },
    },
  },
  books: {
    sdl: 'type Query { books: [Book!] } type Book @key(fields: "id") { id: ID! title: String }',
    resolvers: {
      Query: { books: () => [{ id: 'b1' }] },
      Book: { __resolveReference: async (given: object) => given, title: ({ id }: { id: string }) => `Title ${id}` },
    },
  },
  words: {
    sdl: `type Person @key(fields: "id") { id: ID! read: [Book!] } type Book @key(fields: "id") { id: ID! readers: [Person!] }`,
    resolvers: {
      Person: { __resolveReference: async (given: object) => given, read: () => [{ id: 'b1' }, { id: 'b2' }] },
      Book: { __resolveReference: async (given: object) => given, readers: () => [{ id: 'p1' }] },
    },
  },
};

describe('requests to services', () => {
  test('of branches that begin at different roots go together where they meet at one service', async () => {
    const graph = createInProcessGraph(services);
    const { data, errors } = await graph.ask('{ people { name read { title } } books { title readers { name } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      people: ['p1', 'p2'].map((id) => ({ name: `Name ${id}`, read: [{ title: 'Title b1' }, { title: 'Title b2' }] })),
      books: [{ title: 'Title b1', readers: [{ name: 'Name p1' }] }],
    });
    expect(graph.calls.map(({ service }) => service).sort()).toEqual(['books', 'books', 'people', 'people', 'words']);
  });

  test('of one branch go on when the root of the other cannot be reached', async () => {
    const graph = createInProcessGraph(services);
    graph.down.add('people');
    const { data, errors } = await graph.ask('{ people { read { id } } books { readers { id } } }');
    expect(data).toEqual({ people: null, books: [{ readers: [{ id: 'p1' }] }] });
    expect(errors?.map(({ path }) => path)).toEqual([['people']]);
  });

  test('of branches that never meet wait for nobody', async () => {
    const graph = createInProcessGraph(services);
    await graph.ask('{ people { read { id } } books { title } }');
    expect(graph.calls.map(({ service }) => service).sort()).toEqual(['books', 'people', 'words']);
  });

  test('name an entity once however often it stands in the answer', async () => {
    const graph = createInProcessGraph(services);
    await graph.ask('{ people { read { title } } }');
    const asked = graph.calls.find(({ service }) => service === 'books')?.variables['representations'];
    expect(asked).toEqual([
      { __typename: 'Book', id: 'b1' },
      { __typename: 'Book', id: 'b2' },
    ]);
  });
});
