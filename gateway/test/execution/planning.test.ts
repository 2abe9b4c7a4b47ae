import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { createExecutor } from '../../src/execution/create-executor.js';
import { decidePercentLabel } from '../../src/execution/override-labels.js';
import { LruCache } from '../../src/execution/lru-cache.js';
import { createInProcessGraph, type TestService } from './in-process-graph.js';

const services: Record<string, TestService> = {
  old: {
    sdl: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! place: String }',
    resolvers: {
      Query: { item: () => ({ id: '1' }) },
      Item: { __resolveReference: async (given: object) => given, place: () => 'old' },
    },
  },
  young: {
    sdl: 'type Item @key(fields: "id") { id: ID! place: String @override(from: "old", label: "percent(30)") }',
    resolvers: { Item: { place: () => 'young' } },
  },
};

describe('progressive overrides', () => {
  test('follow their label at each request', async () => {
    let isMoved = false;
    const graph = createInProcessGraph(services, { overrideLabels: () => isMoved });
    const places = [];
    for (const next of [false, true, false]) {
      isMoved = next;
      places.push((await graph.ask('{ item { place } }')).data);
    }
    expect(places).toEqual([{ item: { place: 'old' } }, { item: { place: 'young' } }, { item: { place: 'old' } }]);
  });

  test('of a percentage are decided by the request, the same for the same request, for about that share of them', () => {
    const decisions = Array.from({ length: 2_000 }, (_unused, index) =>
      decidePercentLabel('percent(30)', `request ${index}`),
    );
    const share = decisions.filter(Boolean).length / decisions.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.35);
    expect(decidePercentLabel('percent(0)', 'a')).toBe(false);
    expect(decidePercentLabel('percent(100)', 'a')).toBe(true);
    expect(decidePercentLabel('someone decides', 'a')).toBe(false);
  });
});

describe('plans', () => {
  const context = { caller: { kind: 'anonymous' }, requestId: 'test', signal: new AbortController().signal } as const;

  test('send the very same text for every request of an operation', async () => {
    const graph = createInProcessGraph(services);
    for (let round = 0; round < 2; round += 1) await graph.ask('{ item { place } }');
    const [first, second] = graph.calls;
    expect(Object.is(first?.query, second?.query)).toBe(true);
  });

  test('without a fetch are an error and not an empty answer', async () => {
    const broken = createExecutor({
      supergraphSdl: unreachable,
      fetch: async () => ({ data: { item: { __typename: 'Item', id: '1' } } }),
    });
    const answer = await broken.execute({ document: parse('{ item { secret } }'), key: 'k', context });
    expect(answer.data?.['item'] ?? null).toBeNull();
    expect(answer.errors).toHaveLength(1);
  });

  test('are kept for the operations used last', () => {
    const made: string[] = [];
    const cache = new LruCache<string>(2);
    const use = (key: string) => cache.getOrMake(key, () => (made.push(key), key));
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) use(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});

/** A graph that no composition would let through: nobody can reach `secret`. */
const unreachable = `
schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
enum join__Graph { A @join__graph(name: "a", url: "http://a") B @join__graph(name: "b", url: "http://b") }
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
type Item @join__type(graph: A) @join__type(graph: B) { id: ID @join__field(graph: A) secret: String @join__field(graph: B) }
type Query @join__type(graph: A) @join__type(graph: B) { item: Item @join__field(graph: A) }
`;
