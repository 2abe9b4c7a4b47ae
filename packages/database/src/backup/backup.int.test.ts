import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { backupServer, restoreServer, startEmbeddedServer } from '../index.js';
import type { EmbeddedServer } from '../index.js';

// Every test starts servers that put each file on the disk itself; on a busy machine that takes its time.
jest.setTimeout(300_000);

let folder = '';
const servers: EmbeddedServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-backup-'));
  // Otherwise root's servers would keep their files elsewhere, out of reach of their account's own folders.
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

async function start(name: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir: at(name), durable: true });
  servers.push(server);
  return server;
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function numbers(url: string): Promise<readonly number[]> {
  const { rows } = await withClient(url, (client) => client.query<{ id: number }>('select id from kept order by id'));
  return rows.map(({ id }) => id);
}

/** A stopped server with the rows 1 to 3 in `data`, and its backup. */
async function coldBackup(): Promise<string> {
  const server = await start('data');
  await withClient(server.superuserUrl, (client) =>
    client.query('create table kept as select generate_series(1, 3) as id'),
  );
  await server.stop();
  await backupServer({ dataDir: at('data'), targetDir: at('backup') });
  return at('backup');
}

/** Commits one row after another, rewriting every page and the log as fast as it can, until it is told to stop. */
function writeLoad(url: string) {
  const state = { committed: 0, isStopped: false };
  const warm = Promise.withResolvers<void>();
  const done = withClient(url, async (client) => {
    while (!state.isStopped) {
      await client.query(`insert into kept select $1::int, repeat(md5($1::int::text), 40)`, [state.committed + 1]);
      state.committed += 1;
      if (state.committed === 120) warm.resolve();
      if (state.committed % 50 === 0) await client.query(`update kept set filler = repeat(md5(random()::text), 40)`);
      if (state.committed % 100 === 0) await client.query('checkpoint');
    }
  });
  return { state, warm: Promise.race([warm.promise, done]), stop: async () => ((state.isStopped = true), await done) };
}

describe('a backup of a running server', () => {
  test('holds what was committed before and during the copy, uncorrupted, while rows are written without pause', async () => {
    const server = await start('data');
    await withClient(server.superuserUrl, (client) =>
      client.query('create table kept (id int primary key, filler text)'),
    );
    const load = writeLoad(server.superuserUrl);
    await load.warm;
    let committedHalfWay = 0;
    await backupServer({
      dataDir: at('data'),
      superuserUrl: server.superuserUrl,
      targetDir: at('backup'),
      onProgress: (sentence) => {
        if (sentence.includes(': 50 %')) committedHalfWay = load.state.committed;
      },
    });
    const committedAfter = load.state.committed;
    await load.stop();
    await server.stop();

    await restoreServer({ backupDir: at('backup'), dataDir: at('restored') });
    const restored = await start('restored');
    const ids = await numbers(restored.superuserUrl);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, index) => index + 1));
    expect(committedHalfWay).toBeGreaterThan(0);
    expect(ids.length).toBeGreaterThanOrEqual(committedHalfWay);
    expect(ids.length).toBeLessThanOrEqual(committedAfter + 1);
    const { rows } = await withClient(restored.superuserUrl, (client) =>
      client.query(
        `select current_setting('data_checksums') as checked, count(*)::int as whole from kept where length(filler) = 1280`,
      ),
    );
    expect(rows).toEqual([{ checked: 'on', whole: ids.length }]);
  });

  test('keeps the log files that checkpoints would have recycled meanwhile', async () => {
    const server = await start('data');
    await withClient(server.superuserUrl, (client) =>
      client.query('create table kept (id int primary key, filler text)'),
    );
    let churn: Promise<unknown> = Promise.resolve();
    await backupServer({
      dataDir: at('data'),
      superuserUrl: server.superuserUrl,
      targetDir: at('backup'),
      onProgress: () => {
        const more = `insert into kept select 0, 'x' on conflict do nothing`;
        const step = ['select pg_switch_wal()', more, 'checkpoint'];
        churn = churn.then(() =>
          withClient(server.superuserUrl, async (client) => {
            for (const sql of step) await client.query(sql);
          }),
        );
      },
    });
    await churn;
    await restoreServer({ backupDir: at('backup'), dataDir: at('restored') });
    expect(await numbers((await start('restored')).superuserUrl)).toEqual([0]);
  });

  test('leaves no trace in the server', async () => {
    const server = await start('data');
    await backupServer({ dataDir: at('data'), superuserUrl: server.superuserUrl, targetDir: at('backup') });
    const { rows } = await withClient(server.superuserUrl, (client) =>
      client.query('select count(*)::int as slots from pg_replication_slots'),
    );
    expect(rows).toEqual([{ slots: 0 }]);
    expect(existsSync(join(at('data'), 'postgresql', 'backup_label'))).toBe(false);
  });

  test('killed with -9 in the middle is refused by restore, and the server does not mind', async () => {
    const server = await start('data');
    await withClient(server.superuserUrl, (client) => client.query('create table kept as select 1 as id'));
    const entry = new URL('../../dist/index.js', import.meta.url).href;
    const options = JSON.stringify({ dataDir: at('data'), superuserUrl: server.superuserUrl, targetDir: at('backup') });
    const program = `const { backupServer } = await import(${JSON.stringify(entry)});
      await backupServer({ ...${options}, onProgress: (sentence) => sentence.includes(': 50 %') && process.kill(process.pid, 'SIGKILL') });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    expect(readdirSync(at('backup'))).toContain('postgresql');
    await expect(restoreServer({ backupDir: at('backup'), dataDir: at('restored') })).rejects.toThrow(
      /holds no complete backup/,
    );
    expect(existsSync(at('restored'))).toBe(false);
    await backupServer({ dataDir: at('data'), superuserUrl: server.superuserUrl, targetDir: at('second') });
  });

  test('says in one sentence when the server cannot be reached', async () => {
    const server = await start('data');
    await server.stop();
    const lost = backupServer({ dataDir: at('data'), superuserUrl: server.superuserUrl, targetDir: at('backup') });
    await expect(lost).rejects.toThrow(/^The database does not begin a backup; [^\n]*\.$/);
  });
});

describe('a backup of a stopped server', () => {
  test('comes back with its rows, its password and the permissions a server insists on', async () => {
    const backupDir = await coldBackup();
    expect(statSync(backupDir).mode & 0o777).toBe(0o700);
    await restoreServer({ backupDir, dataDir: at('restored') });
    expect(statSync(join(at('restored'), 'postgresql')).mode & 0o777).toBe(0o700);
    expect(statSync(join(at('restored'), 'postgresql-superuser-password')).mode & 0o777).toBe(0o600);
    expect(await numbers((await start('restored')).superuserUrl)).toEqual([1, 2, 3]);
  });

  test('keeps other folders beside the database and brings them back', async () => {
    await (await start('data')).stop();
    mkdirSync(at('identity'));
    writeFileSync(at('identity/keys.json'), 'secret', { mode: 0o600 });
    const folders = { identity: at('identity'), absent: at('absent') };
    await backupServer({ dataDir: at('data'), targetDir: at('backup'), folders });
    await restoreServer({ backupDir: at('backup'), dataDir: at('restored'), folders: { identity: at('back') } });
    expect(readFileSync(at('back/keys.json'), 'utf8')).toBe('secret');
    expect(statSync(at('back/keys.json')).mode & 0o777).toBe(0o600);
  });

  test('of a restored server that was never started is as good as the first backup', async () => {
    const server = await start('data');
    await withClient(server.superuserUrl, (client) => client.query('create table kept as select 4 as id'));
    await backupServer({ dataDir: at('data'), superuserUrl: server.superuserUrl, targetDir: at('first') });
    await restoreServer({ backupDir: at('first'), dataDir: at('once') });
    await backupServer({ dataDir: at('once'), targetDir: at('second') });
    await restoreServer({ backupDir: at('second'), dataDir: at('twice') });
    expect(await numbers((await start('twice')).superuserUrl)).toEqual([4]);
  });

  test('is refused while a server runs whose address was not given', async () => {
    await start('data');
    await expect(backupServer({ dataDir: at('data'), targetDir: at('backup') })).rejects.toThrow(/already running/);
  });

  test.each([
    ['a folder that is not empty', () => writeFileSync(join(folder, 'backup', 'other'), ''), 'backup', /is not empty/],
    ['a folder inside the data folder', () => undefined, 'data/backup', /inside what it is a copy of/],
  ])('is not written into %s', async (_name, prepare, target, message) => {
    await (await start('data')).stop();
    mkdirSync(at('backup'));
    prepare();
    await expect(backupServer({ dataDir: at('data'), targetDir: at(target) })).rejects.toThrow(message);
  });

  test('of nothing says to start the platform once', async () => {
    await expect(backupServer({ dataDir: at('data'), targetDir: at('backup') })).rejects.toThrow(/no database .* yet/);
  });
});

describe('restoring', () => {
  test('over an existing folder is refused, running or stopped, and leaves it as it is', async () => {
    const backupDir = await coldBackup();
    await expect(restoreServer({ backupDir, dataDir: at('data') })).rejects.toThrow(/is not empty/);
    const server = await start('data');
    await expect(restoreServer({ backupDir, dataDir: at('data') })).rejects.toThrow(/is running/);
    expect(await numbers(server.superuserUrl)).toEqual([1, 2, 3]);
  });

  test('that fails half way leaves a folder that never starts empty', async () => {
    const backupDir = await coldBackup();
    const beforeComplete = (): Promise<void> => Promise.reject(new Error('no keys'));
    await expect(restoreServer({ backupDir, dataDir: at('restored'), beforeComplete })).rejects.toThrow('no keys');
    await expect(startEmbeddedServer({ dataDir: at('restored'), durable: true })).rejects.toThrow(/is incomplete/);
  });
});
