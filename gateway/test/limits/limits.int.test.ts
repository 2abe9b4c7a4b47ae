import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../test-gateway.js';
import { executorOf, peopleSchema } from '../test-graph.js';
import { costSupergraph } from './cost-graph.js';

let gateway: TestGateway;
let shop: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({
    limits: {
      tokens: 60,
      depth: 4,
      rootFields: 3,
      aliases: 4,
      directives: 4,
      directivesPerField: 2,
      selections: 12,
      cost: 30,
      bodyBytes: 2_000,
    },
  });
  const route = { kind: 'local' as const, executor: executorOf(peopleSchema) };
  shop = await startTestGateway({ supergraphSdl: costSupergraph, subgraphs: { shop: route, stock: route } });
});
afterAll(() => Promise.all([gateway.stop(), shop.stop()]));

const limit = 'OPERATION_LIMIT_EXCEEDED';

describe('an operation beyond a limit is refused with 400, the name of the limit and both numbers', () => {
  test.each([
    ['{ me { friend { friend { friend { name } } } } }', { code: limit, limit: 'depth', allowed: 4, found: 5 }],
    ['{ me { id } people { id } town echo(text: "a") }', { code: limit, limit: 'rootFields', allowed: 3, found: 4 }],
    ['{ me { a: id b: id c: id d: id e: id } }', { code: limit, limit: 'aliases', allowed: 4, found: 5 }],
    [
      'query ($y: Boolean = true) { me { id @include(if: $y) name @include(if: $y) home @include(if: $y) desk @include(if: $y) } town @include(if: $y) }',
      { code: limit, limit: 'directives', allowed: 4, found: 5 },
    ],
    [
      '{ me { ...A ...A ...A } } fragment A on Person { friend { id name home desk } }',
      { code: limit, limit: 'selections', allowed: 12, found: 19 },
    ],
    ['{ people { id friend { id friend { id friend } } } }', { code: 'GRAPHQL_VALIDATION_FAILED' }],
    [
      '{ people { friend { id } } people { friend { id } } }',
      { code: 'COST_LIMIT_EXCEEDED', limit: 'cost', allowed: 30, found: 40 },
    ],
    [`{ me { ${'id '.repeat(70)} } }`, { code: limit, limit: 'tokens', allowed: 60 }],
  ])('%s', async (query, extensions) => {
    const { status, body } = await gateway.ask(query);
    expect(status).toBe(400);
    expect(body.errors?.map((error) => error.extensions)).toContainEqual({
      ...extensions,
      requestId: expect.any(String),
    });
    expect(body).not.toHaveProperty('data');
  });

  test('a body beyond the limit is refused with 413', async () => {
    const { status, body } = await gateway.ask('{ town }', { variables: { text: 'a'.repeat(2_001) } });
    expect(status).toBe(413);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: limit, limit: 'bodyBytes', allowed: 2_000 });
  });

  test('a page beyond the limit is refused, also when a variable asks for it', async () => {
    const { status, body } = await shop.ask('query ($n: Int!) { page(first: $n) { total } }', {
      variables: { n: 500 },
    });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: limit, limit: 'pageSize', allowed: 100, found: 500 });
  });

  test('slicing arguments that are not exactly one are refused', async () => {
    const { status, body } = await shop.ask('{ books(first: 1, last: 1) { id } }');
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('a service that would be asked too much', () => {
  test('is not asked: its fields are null with an error at their path, and the rest stands', async () => {
    const strict = await startTestGateway({ limits: { costPerService: 2 } });
    try {
      const { status, body } = await strict.ask('{ town me { friend { friend { id } } } }');
      expect([status, body.data]).toEqual([200, { town: 'Oxford', me: null }]);
      expect(body.errors).toMatchObject([
        { path: ['me'], extensions: { code: 'COST_LIMIT_EXCEEDED', service: 'people' } },
      ]);
    } finally {
      await strict.stop();
    }
  });
});

describe('the cost of an operation', () => {
  const query = '{ me { name home friend { name } } }';

  test('is not told to who does not ask', async () => {
    expect((await gateway.ask(query)).body).not.toHaveProperty('extensions');
  });

  test('is told to who asks by header: estimated and actual, in all and per service', async () => {
    const { body } = await gateway.ask(query, { headers: { 'x-guildhall-cost': 'true' } });
    expect(body.errors).toBeUndefined();
    expect(body.extensions).toEqual({
      cost: {
        estimated: 2,
        actual: 2,
        allowed: 30,
        services: { people: { estimated: 2, actual: 2 }, places: { estimated: 1, actual: 1 } },
      },
    });
  });

  test('is told to who asks in the request', async () => {
    const answer = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ people { name } }', extensions: { cost: true } }),
    });
    expect(await answer.json()).toMatchObject({ extensions: { cost: { estimated: 10, actual: 2 } } });
  });
});
