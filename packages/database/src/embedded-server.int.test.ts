import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { findRunningServer, startEmbeddedServer } from './index.js';
import type { EmbeddedServer } from './index.js';
import { findFreePort } from './free-port.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isAlive } from './running-process.js';

const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const launchers: ChildProcess[] = [];

afterEach(async () => {
  for (const launcher of launchers.splice(0)) launcher.kill('SIGKILL');
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-database-'));
  folders.push(folder);
  return folder;
}

async function start(
  dataDir: string,
  { port, durable = false }: { port?: number; durable?: boolean } = {},
): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, port, durable });
  servers.push(server);
  return server;
}

async function query(server: { superuserUrl: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function postmasterPid(dataDir: string): number {
  const file = readPostmasterFile(join(dataDir, 'postgresql'));
  if (!file) throw new Error('no postmaster.pid');
  return file.pid;
}

describe('a first and a second start', () => {
  test('the first start makes a UTF-8 server that only this machine and only the password can reach', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    const [row] = await query(
      server,
      `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
              current_setting('max_connections') as connections, datcollate as locale
       from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ encoding: 'UTF8', addresses: '127.0.0.1', connections: '200', locale: 'C.UTF-8' });
    expect(statSync(join(dataDir, 'postgresql-superuser-password')).mode & 0o777).toBe(0o600);
    const wrong = server.superuserUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(query({ superuserUrl: wrong }, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  test('without a port it chooses one that outgoing connections never take', async () => {
    const { port } = await start(newFolder());
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_768);
  });

  test('the second start keeps the data and the password, on another port too', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await query(first, 'create table kept as select 7 as value');
    await first.stop();
    const second = await start(dataDir);
    expect(await query(second, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  test('an interrupted first start leaves nothing that stops the next one', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'postgresql.new-1'), { recursive: true });
    writeFileSync(join(dataDir, 'postgresql.new-1', 'PG_VERSION'), '18\n');
    const server = await start(dataDir);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a start that is given up leaves no process and no lock', async () => {
    const dataDir = newFolder();
    const giveUp = new AbortController();
    const starting = startEmbeddedServer({
      dataDir,
      durable: false,
      signal: giveUp.signal,
      onProgress: () => setTimeout(() => giveUp.abort(), 100),
    });
    await expect(starting).rejects.toThrow(/abort/i);
    expect(existsSync(join(dataDir, 'launcher.lock'))).toBe(false);
    expect(await query(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('stop leaves no process, and may be called twice', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    const pid = postmasterPid(dataDir);
    await Promise.all([server.stop(), server.stop()]);
    expect(isAlive(pid)).toBe(false);
    expect(await findRunningServer(dataDir)).toBeUndefined();
  });
});

describe('recovery', () => {
  test('after kill -9 of PostgreSQL it is back on the same port with every committed row', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir, { durable: true });
    await query(server, 'create table entry (n int primary key)');
    const restarted = new Promise<void>((resolve) => server.onRestart(resolve));
    const committed = await writeUntilBroken(server, () => process.kill(postmasterPid(dataDir), 'SIGKILL'));
    await restarted;
    const rows = await query(server, 'select n from entry order by n');
    const found = rows.map((row) => row['n']);
    expect(committed).toBeGreaterThan(20);
    expect(found.slice(0, committed)).toEqual(Array.from({ length: committed }, (_, n) => n));
  });

  test('it recovers again and again, and stops cleanly right after a kill', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    for (let round = 0; round < 3; round += 1) {
      const restarted = new Promise<void>((resolve) => server.onRestart(resolve));
      process.kill(postmasterPid(dataDir), 'SIGKILL');
      await restarted;
    }
    const last = postmasterPid(dataDir);
    process.kill(last, 'SIGKILL');
    await server.stop();
    expect(isAlive(postmasterPidOrNone(dataDir))).toBe(false);
  });

  test('a launcher killed with -9 leaves its server behind; the next start replaces it and keeps the rows', async () => {
    const dataDir = newFolder();
    const launcher = await launchElsewhere(dataDir);
    const orphan = postmasterPid(dataDir);
    const running = await findRunningServer(dataDir);
    if (!running) throw new Error('the running server was not found');
    await query(running, 'create table kept as select 7 as value');
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    expect(isAlive(orphan)).toBe(true);
    expect(await findRunningServer(dataDir)).toBeUndefined();

    const server = await start(dataDir, { port: running.port });
    expect(isAlive(orphan)).toBe(false);
    expect(await query(server, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  test('a process id that now belongs to a stranger is neither stopped nor in the way', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await first.stop();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    try {
      writeFileSync(
        join(dataDir, 'postgresql', 'postmaster.pid'),
        `${stranger.pid}\n/elsewhere\n0\n5432\n\n\n\nready\n`,
      );
      writeFileSync(join(dataDir, 'launcher.lock'), `${stranger.pid} 1`);
      await start(dataDir);
      expect(isAlive(stranger.pid ?? 0)).toBe(true);
    } finally {
      stranger.kill();
    }
  });
});

describe('a start that cannot succeed says why', () => {
  test('a data folder in use names the process that holds it, and the running server is found', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    await expect(start(dataDir)).rejects.toMatchObject({
      reason: 'ALREADY_RUNNING',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    expect(await findRunningServer(dataDir)).toMatchObject({ port: server.port, superuserUrl: server.superuserUrl });
  });

  test('a port in use names the port', async () => {
    const port = await findFreePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    try {
      await expect(start(newFolder(), { port })).rejects.toMatchObject({
        reason: 'PORT_IN_USE',
        message: `Port ${port} is already in use by another program; stop it or choose another port.`,
      });
    } finally {
      other.close();
    }
  });

  test('data of another major version is not touched', async () => {
    const dataDir = newFolder();
    await (await start(dataDir)).stop();
    const file = join(dataDir, 'postgresql', 'PG_VERSION');
    writeFileSync(file, '17\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      reason: 'VERSION_MISMATCH',
      message: expect.stringContaining('written by PostgreSQL 17, but this release brings PostgreSQL 18'),
    });
    expect(readFileSync(file, 'utf8')).toBe('17\n');
  });

  test('a lost password file is named rather than replaced', async () => {
    const dataDir = newFolder();
    await (await start(dataDir)).stop();
    rmSync(join(dataDir, 'postgresql-superuser-password'));
    await expect(start(dataDir)).rejects.toThrow(/postgresql-superuser-password is missing/);
    expect(existsSync(join(dataDir, 'postgresql', 'postmaster.pid'))).toBe(false);
  });
});

describe('under a private home', () => {
  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot('root keeps the files where the server can reach them, and finds them again', async () => {
    const home = newFolder();
    chmodSync(home, 0o700);
    const dataDir = join(home, 'data');
    const first = await start(dataDir);
    await query(first, 'create table kept as select 7 as value');
    await first.stop();
    folders.push(readFileSync(join(dataDir, 'postgresql-location'), 'utf8').trim());
    const second = await start(dataDir);
    expect(await query(second, 'select value from kept')).toEqual([{ value: 7 }]);
    expect(readdirSync(dataDir)).toEqual(['postgresql-location']);
  });
});

const writesBeforeBreak = 30;

/** Inserts 0, 1, 2, ... and breaks the server underway; returns how many inserts were acknowledged. */
async function writeUntilBroken(server: EmbeddedServer, breakIt: () => void): Promise<number> {
  const client = new Client({ connectionString: server.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  for (let n = 0; ; n += 1) {
    // In the middle of the writes, however fast this machine makes them.
    if (n === writesBeforeBreak) setTimeout(breakIt, 5);
    try {
      await client.query('insert into entry values ($1)', [n]);
    } catch {
      return n;
    }
  }
}

/** A second Node process that starts the built package's server and then waits to be killed. */
async function launchElsewhere(dataDir: string) {
  const entry = new URL('../dist/index.js', import.meta.url).href;
  const program = `
    const { startEmbeddedServer } = await import(${JSON.stringify(entry)});
    await startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, durable: true });
    console.log('started');
  `;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  launchers.push(launcher);
  await once(launcher.stdout, 'data');
  return launcher;
}

function postmasterPidOrNone(dataDir: string): number {
  return readPostmasterFile(join(dataDir, 'postgresql'))?.pid ?? 2 ** 30;
}
