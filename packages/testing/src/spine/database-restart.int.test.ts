import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { provisionDatabases, startEmbeddedServer, type EmbeddedServer } from '@guildhall/database';
import {
  createIdentitySigner,
  generateKeyPairPem,
  identityHeader,
  type Caller,
  type IdentitySigner,
} from '@guildhall/service-identity';
import { packageRoot } from '@guildhall/subgraph';
import { Client } from 'pg';
import { personCaller } from '../start-test-service.js';
import { waitFor } from '../wait-for.js';
import { statusEvent } from './spine-database.js';

const port = 25_200 + (process.pid % 1_000);

// A process and a server need seconds to start on a machine that runs all tests at once.
const patienceMs = 120_000;
jest.setTimeout(3 * patienceMs);

let folder: string;
let server: EmbeddedServer;
let url: string;
let child: ChildProcess;
let output = '';
let gateway: IdentitySigner;
let membership: IdentitySigner;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-restart-'));
  // A database that root had to keep elsewhere would outlive the folder.
  await chmod(folder, 0o755);
  server = await startEmbeddedServer({ dataDir: join(folder, 'data'), durable: true });
  ({ learning: url } = await provisionDatabases(server.superuserUrl, [{ name: 'learning', password: 'test-only' }]));
  const [own, gatewayKeys, membershipKeys] = [
    await generateKeyPairPem(),
    await generateKeyPairPem(),
    await generateKeyPairPem(),
  ];
  const clock = () => new Date();
  gateway = await createIdentitySigner({ issuer: 'gateway', privateKey: gatewayKeys.privateKey, clock });
  membership = await createIdentitySigner({ issuer: 'membership', privateKey: membershipKeys.privateKey, clock });
  await writeFile(join(folder, 'service.pem'), own.privateKey);
  await writeFile(
    join(folder, 'trusted.json'),
    JSON.stringify({ gateway: gatewayKeys.publicKey, membership: membershipKeys.publicKey }),
  );
  child = fork(join(packageRoot(import.meta.url), 'dist', 'spine', 'note-service.main.js'), [], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      GUILDHALL_HOST: '127.0.0.1',
      GUILDHALL_PORT: String(port),
      GUILDHALL_DATABASE_URL: url,
      GUILDHALL_MIGRATE: 'true',
      // Nobody listens there: this service tells the others nothing in these tests.
      GUILDHALL_EVENTS_MEMBERSHIP_URL: 'http://127.0.0.1:9/events',
      GUILDHALL_EVENTS_ACTIVITIES_URL: 'http://127.0.0.1:9/events',
      GUILDHALL_SERVICE_KEY_FILE: join(folder, 'service.pem'),
      GUILDHALL_TRUSTED_KEYS_FILE: join(folder, 'trusted.json'),
      GUILDHALL_LOG_LEVEL: 'warn',
    },
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await waitUntilReady();
});
afterAll(async () => {
  child.kill('SIGKILL');
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const waitUntilReady = () =>
  waitFor(
    'the service is ready',
    async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok === true,
    patienceMs,
  );

async function post(path: string, content: unknown, signer: IdentitySigner, caller: Caller): Promise<Response> {
  const body = JSON.stringify(content);
  const token = await signer.sign({ caller, audience: 'learning', requestId: 'request-1', body });
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', [identityHeader]: token },
  });
}

/** True when the service acknowledged that it wrote the note down. */
async function write(text: string): Promise<boolean> {
  const query = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { __typename } }';
  const response = await post('/graphql', { query, variables: { input: { text } } }, gateway, personCaller('ada'));
  const answer = await response.text();
  expect(answer).toMatch(/AddNoteSuccess|Something went wrong on our side/);
  return answer.includes('AddNoteSuccess');
}

async function query<Row>(
  statement: string,
  parameters: readonly unknown[] = [],
  address = url,
): Promise<readonly Row[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query(statement, [...parameters]);
    return rows as Row[];
  } finally {
    await client.end();
  }
}

/** Writes with four clients, breaks the database in the middle, and returns the texts that were acknowledged. */
async function writeThrough(disaster: () => Promise<unknown>): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  let isOver = false;
  const writers = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      const text = randomUUID();
      if (await write(text)) acknowledged.push(text);
    }
  });
  await waitFor('some are written', () => Promise.resolve(acknowledged.length > 20));
  await disaster();
  const before = acknowledged.length;
  await waitFor('writing goes on', () => Promise.resolve(acknowledged.length > before + 20), patienceMs);
  isOver = true;
  await Promise.all(writers);
  return acknowledged;
}

async function expectWhole(acknowledged: readonly string[]): Promise<void> {
  const rows = await query<{ text: string }>('select text from note');
  const kept = new Set(rows.map(({ text }) => text));
  expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);
  expect(child.exitCode).toBeNull();
  const memberId = randomUUID();
  expect(
    (await post('/events', [statusEvent(memberId, 1)], membership, { kind: 'service', service: 'membership' })).status,
  ).toBe(204);
  await waitFor('an event is applied', async () => {
    const applied = await query('select 1 from inbox_event where aggregate_id = $1 and applied_at is not null', [
      memberId,
    ]);
    return applied.length === 1;
  });
  await query(`select graphile_worker.add_job('clean-spine', job_key := $1)`, [memberId]);
  await waitFor(
    'a job is done',
    async () => (await query('select 1 from graphile_worker.jobs where key = $1', [memberId])).length === 0,
    patienceMs,
  );
  for (const secret of ['test-only', 'ECONNREFUSED 127']) expect(output).not.toContain(secret);
}

describe('a service whose database breaks', () => {
  it('survives the end of every session, loses no acknowledged write, and goes on with events and jobs', async () => {
    const endSessions = `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'guildhall_learning'`;
    const acknowledged = await writeThrough(async () => {
      for (let round = 0; round < 3; round += 1) await query(endSessions, [], server.superuserUrl);
    });
    await expectWhole(acknowledged);
  });

  it('survives kill -9 of PostgreSQL itself in the same way', async () => {
    const acknowledged = await writeThrough(async () => {
      const restarted = new Promise<void>((resolve) => server.onRestart(resolve));
      const [found] = await query<{ directory: string }>(
        `select current_setting('data_directory') as directory`,
        [],
        server.superuserUrl,
      );
      const file = await readFile(join(found?.directory ?? '', 'postmaster.pid'), 'utf8');
      process.kill(Number(file.split('\n')[0]), 'SIGKILL');
      await restarted;
    });
    await expectWhole(acknowledged);
  });

  it('still ends in order', async () => {
    child.kill('SIGTERM');
    await waitFor('it is gone', () => Promise.resolve(child.exitCode !== null));
    expect(child.exitCode).toBe(0);
  });
});
