import { describe, expect, test } from '@jest/globals';
import { createInProcessGraph } from './in-process-graph.js';

const log: string[] = [];
const graph = createInProcessGraph({
  first: {
    sdl: `type Query { me: Person echo(text: String, input: Filter, mood: Mood = CALM): String! }
      type Mutation { one(text: String): String! fragile: String! three: Person }
      type Person @key(fields: "id") { id: ID! name: String friend: Person }
      input Filter { text: String = "default" }
      enum Mood { CALM STORMY }`,
    resolvers: {
      Query: {
        me: () => ({ id: '1', name: 'Ada' }),
        echo: (_root: unknown, args: object) => JSON.stringify(args),
      },
      Mutation: {
        one: (_root: unknown, { text }: { text: string }) => (log.push(`one ${text}`), text),
        fragile: () => (log.push('fragile'), null),
        three: () => (log.push('three'), { id: '3' }),
      },
      Person: { friend: () => ({ id: '2', name: 'Omar' }) },
    },
  },
  second: {
    sdl: `type Mutation { two: String last: String }
      type Person @key(fields: "id") { id: ID! age: Int }`,
    resolvers: {
      Mutation: { two: () => (log.push('two'), 'two'), last: () => (log.push('last'), 'last') },
      Person: { age: () => (log.push('age'), 30) },
    },
  },
});

describe('conditions', () => {
  test('leave out root fields, whole objects and fragments, each as its variable says', async () => {
    const query = `query($yes: Boolean!, $no: Boolean = false) {
      me @skip(if: $yes) { name }
      you: me @include(if: $yes) { name @skip(if: $yes) ... @include(if: $no) { id } ...more @include(if: $yes) }
    }
    fragment more on Person { age @include(if: $no) @skip(if: $no) friend @skip(if: $no) @include(if: $yes) { name } }`;
    expect(await graph.ask(query, { yes: true })).toEqual({ data: { you: { friend: { name: 'Omar' } } } });
    expect(await graph.ask(query, { yes: true, no: true })).toEqual({ data: { you: { id: '1' } } });
    expect(await graph.ask(query, { yes: false })).toEqual({ data: { me: { name: 'Ada' } } });
  });

  test('that leave nothing out of an object give an object, and no service is asked what is skipped', async () => {
    graph.calls.length = 0;
    expect(await graph.ask('{ me { friend { age @skip(if: true) } } }')).toEqual({ data: { me: { friend: {} } } });
    expect(await graph.ask('{ me @skip(if: true) { name } }')).toEqual({ data: {} });
    expect(graph.calls.map(({ service }) => service)).toEqual(['first']);
  });
});

describe('introspection', () => {
  test('answers beside data, under any name, through fragments and with variables', async () => {
    const query = `query($name: String!) {
      meta: __schema { queryType { name } } __typename root: __typename me { kind: __typename name } ...rest
    }
    fragment rest on Query { __type(name: $name) { name fields { name } } }`;
    expect((await graph.ask(query, { name: 'Person' })).data).toEqual({
      meta: { queryType: { name: 'Query' } },
      __typename: 'Query',
      root: 'Query',
      me: { kind: 'Person', name: 'Ada' },
      __type: { name: 'Person', fields: ['id', 'name', 'friend', 'age'].map((name) => ({ name })) },
    });
  });

  test('asks no service when there is no data in it', async () => {
    graph.calls.length = 0;
    expect(await graph.ask('{ __schema { queryType { name } } t: __typename }')).toEqual({
      data: { __schema: { queryType: { name: 'Query' } }, t: 'Query' },
    });
    expect(graph.calls).toHaveLength(0);
  });
});

describe('variables', () => {
  test('travel as they were given; defaults of the operation and of the schema hold', async () => {
    const query =
      'query($text: String = "given", $input: Filter, $mood: Mood) { echo(text: $text, input: $input, mood: $mood) }';
    const ask = async (variables: Record<string, unknown>) =>
      JSON.parse(String((await graph.ask(query, variables)).data?.['echo']));
    expect(await ask({})).toEqual({ text: 'given', mood: 'CALM' });
    expect(await ask({ text: null, input: {}, mood: 'STORMY' })).toEqual({
      text: null,
      input: { text: 'default' },
      mood: 'STORMY',
    });
  });

  test('that do not fit are refused before any service is asked', async () => {
    graph.calls.length = 0;
    const answer = await graph.ask('query($mood: Mood!) { echo(mood: $mood) }', { mood: 'SLEEPY' });
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.message).toContain('$mood');
    expect(graph.calls).toHaveLength(0);
  });
});

describe('mutations', () => {
  test('run one after another in the order written, across services, with their entities before the next', async () => {
    log.length = 0;
    const query = 'mutation { a: one(text: "a") two b: one(text: "b") three { age } last }';
    expect((await graph.ask(query)).data).toEqual({ a: 'a', two: 'two', b: 'b', three: { age: 30 }, last: 'last' });
    expect(log).toEqual(['one a', 'two', 'one b', 'three', 'age', 'last']);
  });

  test('stop when one without which there is no answer has failed', async () => {
    log.length = 0;
    const { data, errors } = await graph.ask('mutation { two fragile last }');
    expect(data).toBeNull();
    expect(errors?.map(({ path }) => path)).toEqual([['fragile']]);
    expect(log).toEqual(['two', 'fragile']);
  });
});
