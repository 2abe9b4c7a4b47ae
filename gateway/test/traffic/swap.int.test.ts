import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { QueryPlanner } from '@apollo/query-planner';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SubgraphExecutor, SubgraphRequest } from '@guildhall/subgraph';
import { parse } from 'graphql';
import { startTestGateway, type TestGateway } from '../test-gateway.js';
import { executorOf, peopleSchema, placesSchema, testSupergraph } from '../test-graph.js';

/** The same graph with another field, which no service answers differently. */
const withMotto = testSupergraph.replace(/(type Query[^{]*\{)/, '$1\n  motto: String @join__field(graph: PEOPLE)\n');
const withoutTown = testSupergraph.replace(/^ *town: String.*$/m, '');
const bad: [string, string][] = [
  ['is no SDL', 'half a file {'],
  ['is empty', ''],
  ['is SDL but no supergraph', 'type Query { town: String }'],
  [
    'has a service that nobody can reach',
    testSupergraph.replaceAll('PLACES', 'SHOPS').replaceAll('"places"', '"shops"'),
  ],
  ['names a type that is not there', testSupergraph.replace('home: String', 'home: Castle')],
];

let gateway: TestGateway;
let held: PromiseWithResolvers<void> | undefined;
let asked: SubgraphRequest[] = [];

const places: SubgraphExecutor = {
  async execute(request) {
    asked.push(request);
    await held?.promise;
    return executorOf(placesSchema).execute(request);
  },
};

beforeAll(() => {
  expect(withMotto).not.toBe(testSupergraph);
  expect(withoutTown).not.toBe(testSupergraph);
});
afterEach(() => gateway.stop());

async function start(changes: Parameters<typeof startTestGateway>[0] = {}): Promise<void> {
  asked = [];
  held = undefined;
  gateway = await startTestGateway({
    environment: 'development',
    subgraphs: {
      people: { kind: 'local', executor: executorOf(peopleSchema) },
      places: { kind: 'local', executor: places },
    },
    ...changes,
  });
}

const query = '{ people { name home } town }';
const whole = {
  data: {
    people: [
      { name: 'Ada', home: 'Home 1' },
      { name: 'Omar', home: 'Home 2' },
    ],
    town: 'Oxford',
  },
};

describe('a new supergraph', () => {
  test('is served from the next request on', async () => {
    await start();
    expect((await gateway.ask('{ __type(name: "Query") { fields { name } } }')).text).not.toContain('motto');
    await gateway.replaceSupergraph(withMotto);
    expect((await gateway.ask('{ __type(name: "Query") { fields { name } } }')).text).toContain('motto');
    expect((await gateway.ask(query)).body).toEqual(whole);
  });

  test('does not disturb a request under way, which ends in the graph it began in', async () => {
    await start();
    held = Promise.withResolvers();
    const answer = gateway.ask(query);
    await waitFor('the service is asked', async () => asked.length > 0);
    await gateway.replaceSupergraph(withoutTown);
    held.resolve();
    expect((await answer).body).toEqual(whole);
    expect((await gateway.ask('{ town }')).body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('drops no request in a hundred swaps under load', async () => {
    await start();
    let isOver = false;
    let served = 0;
    const wrong: string[] = [];
    const client = async (): Promise<void> => {
      while (!isOver) {
        const { status, text, body } = await gateway.ask(query);
        served += 1;
        if (status !== 200 || JSON.stringify(body) !== JSON.stringify(whole)) wrong.push(`${status} ${text}`);
      }
    };
    const clients = Array.from({ length: 4 }, client);
    for (let swap = 0; swap < 101; swap += 1) {
      const before = served;
      await gateway.replaceSupergraph(swap % 2 === 0 ? withMotto : testSupergraph);
      await waitFor('requests are served between two swaps', async () => served > before);
    }
    isOver = true;
    await Promise.all(clients);
    expect(wrong).toEqual([]);
    expect(served).toBeGreaterThan(101);
  }, 120_000);

  test.each(bad)('is refused when it %s, and what was before stays', async (_name, sdl) => {
    await start();
    await expect(gateway.replaceSupergraph(sdl)).rejects.toThrow();
    expect((await gateway.ask(query)).body).toEqual(whole);
    await gateway.replaceSupergraph(withMotto);
    expect((await gateway.ask(query)).body).toEqual(whole);
  });
});

describe('operations that were asked before', () => {
  test('are planned when the new supergraph is served, and not when they are asked again', async () => {
    await start();
    await gateway.ask(query);
    await gateway.ask('query Home { people { name home } }');
    await gateway.replaceSupergraph(withMotto);
    const plan = jest.spyOn(QueryPlanner.prototype, 'buildQueryPlan');
    await gateway.ask(query);
    await gateway.ask('query Home { people { name home } }');
    expect(plan).toHaveBeenCalledTimes(0);
    await gateway.ask('{ town }');
    expect(plan).toHaveBeenCalledTimes(1);
    plan.mockRestore();
  });

  test('are planned by the new rules of access, whatever the old ones left out', async () => {
    const [open, closed] = ['String', 'String @requiresScopes(scopes: [["staff"]])'];
    const things = (first: string, second: string) => `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@requiresScopes"])
      type Query { first: ${first} second: ${second} }`;
    const compose = (sdl: string): string => {
      const { supergraphSdl } = composeServices([{ name: 'things', typeDefs: parse(sdl), url: 'http://things' }]);
      if (supergraphSdl === undefined) throw new Error('the services fit together');
      return supergraphSdl;
    };
    const resolvers = { Query: { first: () => 'first', second: () => 'second' } };
    const schema = buildSubgraphSchema([{ typeDefs: parse(things(open, open)), resolvers }]);
    await start({
      supergraphSdl: compose(things(closed, open)),
      subgraphs: { things: { kind: 'local', executor: executorOf(schema) } },
    });
    const both = '{ first second }';
    expect((await gateway.ask(both)).body.data).toEqual({ first: null, second: 'second' });
    await gateway.replaceSupergraph(compose(things(open, closed)));
    expect((await gateway.ask(both)).body.data).toEqual({ first: 'first', second: null });
    await gateway.replaceSupergraph(compose(things(open, open)));
    expect((await gateway.ask(both)).body.data).toEqual({ first: 'first', second: 'second' });
    // Nothing differs now but the rule.
    await gateway.replaceSupergraph(compose(things(closed, closed)));
    expect((await gateway.ask(both)).body.data).toEqual({ first: null, second: null });
  });
});

describe('a supergraph file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read again when it changes; a bad one is told in one line', async () => {
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, testSupergraph);
    await start({ supergraphFile: file });
    const linesWith = (text: string) => gateway.logLines.filter((line) => line.includes(text));
    writeFileSync(file, 'half a file {');
    await waitFor('the bad one is refused', async () => linesWith('was refused').length > 0);
    expect((await gateway.ask(query)).body).toEqual(whole);
    writeFileSync(file, withMotto);
    await waitFor('the good one is served', async () => linesWith('a new supergraph is served').length > 0);
    expect((await gateway.ask('{ __type(name: "Query") { fields { name } } }')).text).toContain('motto');
    expect(linesWith('was refused')).toHaveLength(1);
  });
});
