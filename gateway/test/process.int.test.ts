import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateKeyPairPem } from '@guildhall/service-identity';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { placesSchema, peopleSchema, testSupergraph } from './test-graph.js';
import { serveSubgraph, type TestSubgraphServer } from './test-subgraph-server.js';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
let folder: string;
let people: TestSubgraphServer;
let places: TestSubgraphServer;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const { privateKey, publicKey } = await generateKeyPairPem();
  people = await serveSubgraph('people', peopleSchema, publicKey);
  places = await serveSubgraph('places', placesSchema, publicKey);
  writeFileSync(join(folder, 'key.pem'), privateKey);
  writeFileSync(join(folder, 'supergraph.graphql'), testSupergraph);
  environment = {
    GUILDHALL_GATEWAY_PORT: '0',
    GUILDHALL_SUPERGRAPH_FILE: join(folder, 'supergraph.graphql'),
    GUILDHALL_GATEWAY_PRIVATE_KEY_FILE: join(folder, 'key.pem'),
    GUILDHALL_ISSUER: 'https://identity.test',
    GUILDHALL_JWKS_URL: 'https://identity.test/jwks',
    GUILDHALL_SUBGRAPH_PEOPLE_URL: people.url,
    GUILDHALL_SUBGRAPH_PLACES_URL: places.url,
    GUILDHALL_ENV: 'production',
    GUILDHALL_OPERATIONS: 'any',
    GUILDHALL_PARENT: 'ipc',
  };
});
afterAll(async () => {
  await Promise.all([people.stop(), places.stop()]);
  rmSync(folder, { recursive: true });
});

type Gateway = {
  readonly child: ChildProcess;
  readonly output: Promise<string>;
  readonly ended: Promise<number | null>;
};

function run(changes: Record<string, string | undefined> = {}): Gateway {
  const child = fork(program, { env: { ...environment, ...changes }, silent: true, execArgv: [] });
  const chunks: string[] = [];
  const output = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        chunks.push(chunk.toString());
        if (/"url":"[^"]+"/.test(chunks.join(''))) resolve(chunks.join(''));
      });
    }
    child.on('close', () => resolve(chunks.join('')));
  });
  return { child, output, ended: new Promise((resolve) => child.on('exit', resolve)) };
}

async function townAt(output: string): Promise<unknown> {
  const url = /"url":"([^"]+)"/.exec(output)?.[1] ?? '';
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: '{ town }' }) })).json();
}

test('the program serves services over HTTP and ends in order on SIGTERM', async () => {
  const gateway = run();
  expect(await townAt(await gateway.output)).toEqual({ data: { town: 'Oxford' } });
  gateway.child.kill('SIGTERM');
  expect(await gateway.ended).toBe(0);
});

test('the program ends when the launcher that started it is gone', async () => {
  const gateway = run();
  await gateway.output;
  gateway.child.disconnect();
  expect(await gateway.ended).toBe(0);
});

test('everything missing is said at once, and nothing starts', async () => {
  const gateway = run({ GUILDHALL_ISSUER: undefined, GUILDHALL_SUBGRAPH_PLACES_URL: undefined });
  expect(await gateway.ended).toBe(1);
  const output = await gateway.output;
  expect(output).toMatch(/GUILDHALL_ISSUER: is missing[\s\S]*GUILDHALL_SUBGRAPH_PLACES_URL: is missing/);
  expect(output).not.toMatch(/\n\s+at /);
});

test('a port in use is one sentence', async () => {
  const gateway = run({ GUILDHALL_GATEWAY_PORT: new URL(people.url).port });
  expect(await gateway.ended).toBe(1);
  expect((await gateway.output).trim()).toMatch(
    /The port of the gateway is in use\. Set GUILDHALL_GATEWAY_PORT to a free one\.$/,
  );
});
