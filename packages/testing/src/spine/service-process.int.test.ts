import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  createIdentitySigner,
  generateKeyPairPem,
  identityHeader,
  type IdentitySigner,
} from '@guildhall/service-identity';
import { packageRoot } from '@guildhall/subgraph';
import { personCaller } from '../start-test-service.js';
import { createEmptyDatabase, type TestDatabase } from '../test-database.js';
import { waitFor } from '../wait-for.js';

const built = join(packageRoot(import.meta.url), 'dist', 'spine');
const serviceFile = join(built, 'note-service.main.js');

// A process needs seconds to start on a machine that runs all tests at once.
const patienceMs = 120_000;
jest.setTimeout(2 * patienceMs);

let folder: string;
let database: TestDatabase;
let gateway: IdentitySigner;
let environment: Record<string, string>;
let port = 23_100 + (process.pid % 500) * 4;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-service-'));
  database = await createEmptyDatabase('learning');
  const [service, gatewayKeys] = [await generateKeyPairPem(), await generateKeyPairPem()];
  gateway = await createIdentitySigner({
    issuer: 'gateway',
    privateKey: gatewayKeys.privateKey,
    clock: () => new Date(),
  });
  await writeFile(join(folder, 'service.pem'), service.privateKey);
  await writeFile(join(folder, 'trusted.json'), JSON.stringify({ gateway: gatewayKeys.publicKey }));
  environment = {
    PATH: process.env['PATH'] ?? '',
    GUILDHALL_HOST: '127.0.0.1',
    GUILDHALL_DATABASE_URL: database.url,
    GUILDHALL_SERVICE_KEY_FILE: join(folder, 'service.pem'),
    GUILDHALL_TRUSTED_KEYS_FILE: join(folder, 'trusted.json'),
    GUILDHALL_MIGRATE: 'true',
    // Nobody listens there: this service tells the others nothing in these tests.
    GUILDHALL_EVENTS_MEMBERSHIP_URL: 'http://127.0.0.1:9/events',
    GUILDHALL_EVENTS_ACTIVITIES_URL: 'http://127.0.0.1:9/events',
    GUILDHALL_LOG_LEVEL: 'warn',
  };
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

function start(changes: Readonly<Record<string, string>> = {}): ChildProcess & { readonly output: () => string } {
  port += 1;
  const env = { ...environment, GUILDHALL_PORT: String(port), ...changes };
  const child = fork(serviceFile, [], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return Object.assign(child, { output: () => text });
}

async function answers(path: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
  return response?.ok === true;
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, 'exit');
  return code;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a service process', () => {
  it('names everything that is missing or wrong in its environment in one sentence, and exits with 2', async () => {
    const child = start({
      GUILDHALL_PORT: '70000',
      GUILDHALL_DATABASE_URL: 'http://example.org',
      GUILDHALL_CAMPUS_ZONE: 'Mars/Phobos',
      GUILDHALL_SERVICE_KEY_FILE: join(folder, 'absent.pem'),
      GUILDHALL_TRUSTED_KEYS_FILE: join(folder, 'service.pem'),
      GUILDHALL_POOL_SIZE: '1',
    });
    expect(await exitOf(child)).toBe(2);
    expect(child.output()).toBe(
      'learning: These variables are missing or wrong: GUILDHALL_PORT, GUILDHALL_DATABASE_URL, GUILDHALL_POOL_SIZE, ' +
        'GUILDHALL_CAMPUS_ZONE, GUILDHALL_SERVICE_KEY_FILE, GUILDHALL_TRUSTED_KEYS_FILE.\n',
    );
  });

  it('migrates, listens, answers, and ends in order on SIGTERM', async () => {
    const child = start();
    await waitFor('it is ready', () => answers('/readyz'), patienceMs);
    const body = JSON.stringify({ query: 'mutation { addNote(input: { text: "kept" }) { __typename } }' });
    const token = await gateway.sign({
      caller: personCaller('ada'),
      audience: 'learning',
      requestId: 'request-1',
      body,
    });
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', [identityHeader]: token },
    });
    expect(await response.json()).toEqual({ data: { addNote: { __typename: 'AddNoteSuccess' } } });
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
    expect(await answers('/healthz')).toBe(false);
    expect(child.output()).toBe('');
  });

  it('leaves Ctrl-C to the launcher that keeps it', async () => {
    const child = start({ GUILDHALL_PARENT: 'ipc' });
    await waitFor('it is ready', () => answers('/readyz'), patienceMs);
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await answers('/healthz')).toBe(true);
    child.disconnect();
    expect(await exitOf(child)).toBe(0);
  });

  it.each([
    ['once it runs', () => waitFor('it is ready', () => answers('/readyz'), patienceMs)],
    ['while it starts', () => new Promise<void>((resolve) => setTimeout(resolve, 150))],
  ])('ends by itself when its launcher is killed %s', async (_when, until) => {
    port += 1;
    const env = { ...environment, GUILDHALL_PORT: String(port), GUILDHALL_PARENT: 'ipc' };
    const launcher = spawn(process.execPath, [join(built, 'launcher.main.js'), serviceFile], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(launcher);
    const [line] = (await once(launcher.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    await until();
    expect(isAlive(pid)).toBe(true);
    launcher.kill('SIGKILL');
    await waitFor('the service is gone', () => Promise.resolve(!isAlive(pid)), patienceMs);
  });

  it('says in one sentence that its port is taken, and exits with 2', async () => {
    start();
    await waitFor('the first is ready', () => answers('/readyz'), patienceMs);
    const taken = String(port);
    const second = start({ GUILDHALL_PORT: taken });
    expect(await exitOf(second)).toBe(2);
    expect(second.output()).toBe(`learning: Port ${taken} is in use; GUILDHALL_PORT names another.\n`);
  });
});
