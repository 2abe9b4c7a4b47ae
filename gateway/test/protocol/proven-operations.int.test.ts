import { ApolloServer } from '@apollo/server';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { SubgraphExecutor } from '@guildhall/subgraph';
import { buildSchema, Kind, parse } from 'graphql';
import { type ProvenOperation, ProvenOperations } from '../../src/protocol/proven-operations.js';
import { type Answer, readAnswer, startTestGateway, type TestGateway } from '../test-gateway.js';
import { executorOf, peopleSchema, placesSchema, testSupergraph } from '../test-graph.js';

let gateway: TestGateway;
const pipeline = jest.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
afterEach(async () => {
  pipeline.mockClear();
  await gateway.stop();
});

const json = { 'content-type': 'application/json' };

async function post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const given = { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) };
  return readAnswer(await fetch(gateway.url, given));
}

/** All that a client can see of an answer but what is new in each. */
function seen({ status, text, headers, body }: Answer): unknown {
  const ids = [
    headers.get('x-request-id') ?? '',
    ...(body.errors ?? []).map((error) => String(error.extensions['requestId'])),
  ];
  const masked = ids.reduce((masked, id) => (id === '' ? masked : masked.replaceAll(id, 'ID')), text);
  const told = [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
  return { status, headers: told, text: masked };
}

describe('an operation that is asked again', () => {
  test.each([
    ['gives data', { query: '{ people { name home } town }' }],
    ['has a name among others', { query: 'query A { town } query B { me { name } }', operationName: 'B' }],
    ['has variables', { query: 'query ($text: String!) { echo(text: $text) }', variables: { text: 'a "quoted" 词' } }],
    ['lacks a variable', { query: 'query ($text: String!) { echo(text: $text) }', variables: {} }],
    [
      'has a variable of the wrong type',
      { query: 'query ($text: String!) { echo(text: $text) }', variables: { text: 7 } },
    ],
    ['fails in part', { query: '{ town broken }' }],
    ['is refused by its service', { query: '{ refused }' }],
    ['changes something', { query: 'mutation { rename(input: { id: "1", name: "Ida" }) { name home } }' }],
    ['asks about types', { query: '{ __typename me { __typename } }' }],
  ])('is answered to the byte as it was the first time when it %s', async (_name, body) => {
    gateway = await startTestGateway();
    const first = seen(await post(body));
    expect(seen(await post(body))).toEqual(first);
    expect(seen(await post(body))).toEqual(first);
  });

  test('does not go through the pipeline again', async () => {
    gateway = await startTestGateway();
    for (let time = 0; time < 3; time += 1) expect((await post({ query: '{ town }' })).status).toBe(200);
    expect(pipeline).toHaveBeenCalledTimes(1);
  });

  test('is refused as before where the client cannot read the answer', async () => {
    gateway = await startTestGateway();
    await post({ query: '{ town }' });
    expect((await post({ query: '{ town }' })).status).toBe(200);
    expect((await post({ query: '{ town }' }, { accept: 'text/plain' })).status).toBe(406);
    expect((await post({ query: '{ town }' })).headers.get('content-type')).toBe('application/json; charset=utf-8');
    const typed = await post({ query: '{ town }' }, { accept: 'application/graphql-response+json' });
    expect(typed.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  test.each([
    ['variables that are a text', { query: '{ town }', variables: '{}' }],
    ['variables that are a list', { query: '{ town }', variables: [] }],
    ['a name that is no text', { query: '{ town }', operationName: 1 }],
    ['a name that is not in the document', { query: '{ town }', operationName: 'Other' }],
    ['extensions that are a text', { query: '{ town }', extensions: 'none' }],
  ])('is refused as the first time with %s', async (_name, body) => {
    gateway = await startTestGateway();
    const first = seen(await post(body));
    expect(first).toMatchObject({ status: 400 });
    await post({ query: '{ town }' });
    await post({ query: '{ town }' });
    expect(seen(await post(body))).toEqual(first);
  });

  test('runs once even when its answer holds errors', async () => {
    let renamed = 0;
    const people: SubgraphExecutor = {
      async execute(request) {
        const response = await executorOf(peopleSchema).execute(request);
        if (!request.query.startsWith('mutation')) return response;
        renamed += 1;
        const [key = 'rename'] = Object.keys(response.data ?? {});
        return { data: { [key]: null }, errors: [{ message: 'no', path: [key], extensions: { code: 'FORBIDDEN' } }] };
      },
    };
    gateway = await startTestGateway({
      subgraphs: {
        people: { kind: 'local', executor: people },
        places: { kind: 'local', executor: executorOf(placesSchema) },
      },
    });
    const query = 'mutation { rename(input: { id: "1", name: "Ida" }) { name } }';
    for (const times of [1, 2, 3]) {
      const { body } = await post({ query });
      expect(body.errors?.map(({ path }) => path)).toEqual([['rename']]);
      expect(renamed).toBe(times);
    }
  });

  test('means what it means in the supergraph that is served now', async () => {
    gateway = await startTestGateway();
    await post({ query: '{ town }' });
    await gateway.replaceSupergraph(testSupergraph.replace(/^ *town: String.*$/m, ''));
    const { status, body } = await post({ query: '{ town }' });
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  test('is counted by its name like the first', async () => {
    gateway = await startTestGateway();
    for (let time = 0; time < 3; time += 1) await post({ query: 'query Town { town }' });
    const lines = gateway.logLines.filter((line) => line.includes('"operation":"Town"'));
    expect(lines).toHaveLength(3);
  });
});

/** An operation as it is noted. */
function provenTown(): ProvenOperation {
  const schema = buildSchema('type Query { town: String }');
  const document = parse('{ town }');
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The document holds an operation.');
  return { schema, document, operation, operationName: null, queryHash: '' };
}

describe('what is remembered', () => {
  test('is bounded however many texts and names clients send', () => {
    const proven = new ProvenOperations();
    const text = 'x'.repeat(400_000);
    const operation = provenTown();
    const isKnown = (source: string, name?: string): boolean =>
      proven.find(source, name, operation.schema) !== undefined;
    proven.note(text, undefined, operation);
    proven.note(text, 'A', operation);
    expect([isKnown(text), isKnown(text, 'A')]).toEqual([true, true]);
    proven.note(`${text}y`, undefined, operation);
    expect([isKnown(text), isKnown(text, 'A'), isKnown(`${text}y`)]).toEqual([false, false, true]);
    proven.note('z'.repeat(1_000_001), undefined, operation);
    expect(isKnown('z'.repeat(1_000_001))).toBe(false);
  });
});
