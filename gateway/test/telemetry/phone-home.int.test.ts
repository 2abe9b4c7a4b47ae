import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateKeyPairPem } from '@guildhall/service-identity';
import { waitFor } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { peopleSchema, placesSchema, testSupergraph } from '../test-graph.js';
import { serve, serveSubgraph, type TestSubgraphServer } from '../test-subgraph-server.js';
import { createTestIssuer } from '../test-tokens.js';

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const recorder = pathToFileURL(fileURLToPath(new URL('./record-contacts.ts', import.meta.url))).href;
let folder: string;
let servers: TestSubgraphServer[];
let environment: Record<string, string>;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-contacts-'));
  const { privateKey, publicKey } = await generateKeyPairPem();
  const issuer = await createTestIssuer();
  token = await issuer.token();
  const people = await serveSubgraph('people', peopleSchema, publicKey);
  const places = await serveSubgraph('places', placesSchema, publicKey);
  const keys = await serve((_request, response) => response.end(JSON.stringify({ keys: [issuer.jwk] })));
  servers = [people, places, keys];
  writeFileSync(join(folder, 'key.pem'), privateKey);
  writeFileSync(join(folder, 'supergraph.graphql'), testSupergraph);
  // Nothing that a CI system or a container would set to keep libraries quiet is set here.
  environment = {
    GUILDHALL_GATEWAY_PORT: '0',
    GUILDHALL_SUPERGRAPH_FILE: join(folder, 'supergraph.graphql'),
    GUILDHALL_GATEWAY_PRIVATE_KEY_FILE: join(folder, 'key.pem'),
    GUILDHALL_ISSUER: 'https://identity.test',
    GUILDHALL_JWKS_URL: keys.url,
    GUILDHALL_SUBGRAPH_PEOPLE_URL: people.url,
    GUILDHALL_SUBGRAPH_PLACES_URL: places.url,
  };
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true });
});

type Recorded = {
  readonly connect: readonly string[];
  readonly lookup: readonly string[];
  readonly load: readonly string[];
};

/** Starts a gateway, has it answer, scrapes it, stops it, and tells whom it contacted. */
async function contactsOf(name: string, changes: Record<string, string> = {}): Promise<Recorded> {
  const file = join(folder, name);
  writeFileSync(file, '');
  const child = fork(program, {
    env: { ...environment, ...changes, RECORD_FILE: file },
    silent: true,
    execArgv: ['--import', recorder],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const url = await addressOf(child);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: 'query Home { people { id name home } }' });
  const answer = await (await fetch(url, { method: 'POST', headers, body })).json();
  expect(answer).toMatchObject({ data: { people: [{ home: 'Home 1' }, { home: 'Home 2' }] } });
  for (const path of ['/metrics', '/readyz', '/graphql'])
    await fetch(new URL(path, url), { headers: { accept: 'text/html' } });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const of = (kind: string) =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
  return { connect: of('connect'), lookup: of('lookup'), load: of('load') };
}

async function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  let output = '';
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const find = () => /"url":"([^"]+)"/.exec(output)?.[1];
  await waitFor('the gateway listens', async () => find() !== undefined, 25_000);
  return find() ?? '';
}

/** Milliseconds for a test that starts processes, on a machine that is busy. */
const patienceMs = 120_000;

const own = new Set(['127.0.0.1', '::1', 'localhost']);

describe('a gateway process', () => {
  it(
    'contacts nobody but its services and its identity provider, at start and while it serves',
    async () => {
      const { connect, lookup } = await contactsOf('default');
      expect(connect.length).toBeGreaterThanOrEqual(3);
      expect(connect.filter((host) => !own.has(host))).toEqual([]);
      expect(lookup.filter((host) => !own.has(host))).toEqual([]);
    },
    patienceMs,
  );

  it(
    'loads no exporter of traces unless it is told where traces go, and sends them there alone',
    async () => {
      expect((await contactsOf('untraced')).load).toEqual([]);
      const paths: string[] = [];
      const receiver = createServer((request, response) => {
        paths.push(request.url ?? '');
        request.resume().on('end', () => response.end('{}'));
      });
      await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
      const { port } = receiver.address() as AddressInfo;
      const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
      const { connect, lookup, load } = await contactsOf('traced', endpoint);
      receiver.close();
      receiver.closeAllConnections();
      expect(load.length).toBeGreaterThan(0);
      expect(paths).toContain('/v1/traces');
      expect([...connect, ...lookup].filter((host) => !own.has(host))).toEqual([]);
    },
    patienceMs,
  );

  it(
    'ends in time when the receiver of traces is away',
    async () => {
      const { load } = await contactsOf('away', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:9/v1/traces' });
      expect(load.length).toBeGreaterThan(0);
    },
    patienceMs,
  );

  it(
    'does not start with an address for traces that is none, and says which variable is wrong',
    async () => {
      const child = fork(program, {
        env: { ...environment, OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
        silent: true,
        execArgv: [],
      });
      let output = '';
      child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
      expect(output).toBe('gateway: OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s) address.\n');
    },
    patienceMs,
  );
});
