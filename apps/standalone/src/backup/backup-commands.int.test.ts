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
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startEmbeddedServer, type EmbeddedServer } from '@guildhall/database';
import { runAdmin } from '../admin/admin-command.js';
import { loadOrCreateInstallation, type Installation } from '../installation.js';
import { readSettings, type Environment } from '../settings.js';
import { keysInUse, rememberFingerprints } from './key-fingerprints.js';

// Servers that put each file on the disk itself take their time on a busy machine.
jest.setTimeout(120_000);

let folder = '';
let server: EmbeddedServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-backup-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

async function admin(dataFolder: string, args: readonly string[], environment: Environment = {}) {
  let stdout = '';
  let stderr = '';
  const code = await runAdmin({
    args,
    environment: { GUILDHALL_DATA_DIR: at(dataFolder), ...environment },
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

/** What a start leaves behind: keys, their fingerprints, and a running server. */
async function startInstallation(dataFolder: string, environment: Environment = {}): Promise<Installation> {
  const installation = await loadOrCreateInstallation(at(dataFolder));
  await rememberFingerprints(at(dataFolder), keysInUse(readSettings(environment, []), installation));
  server = await startEmbeddedServer({ dataDir: join(at(dataFolder), 'postgres'), durable: true });
  return installation;
}

/** A backup and its keys, the server stopped. */
async function backUpAndStop(): Promise<Installation> {
  const installation = await startInstallation('data');
  expect(await admin('data', ['backup', at('backup')])).toMatchObject({ code: 0 });
  expect(await admin('data', ['export-keys', at('keys.json')])).toMatchObject({ code: 0 });
  await server?.stop();
  return installation;
}

describe('npm run admin -- backup', () => {
  it('copies a running installation without its keys, and restore brings it back with them', async () => {
    const installation = await backUpAndStop();
    const secrets = [
      installation.advocacyMasterKey,
      installation.advocacyPseudonymKey,
      installation.databasePasswords.advocacy,
    ];
    const names = readdirSync(at('backup'), { recursive: true, encoding: 'utf8' });
    expect(names.some((name) => name.includes('installation.json'))).toBe(false);
    for (const name of names.filter((path) => statSync(join(at('backup'), path)).isFile())) {
      const content = readFileSync(join(at('backup'), name), 'latin1');
      for (const secret of secrets) expect(content.includes(secret)).toBe(false);
    }
    expect(await admin('back', ['restore', at('backup'), '--keys', at('keys.json')])).toMatchObject({ code: 0 });
    expect(await loadOrCreateInstallation(at('back'))).toEqual(installation);
    expect(statSync(join(at('back'), 'installation.json')).mode & 0o777).toBe(0o600);
    server = await startEmbeddedServer({ dataDir: join(at('back'), 'postgres'), durable: true });
  });

  it('copies files of cases and of the library, and restore brings them back where they were', async () => {
    for (const name of ['attachments', 'files']) {
      mkdirSync(join(at('data'), name), { recursive: true });
      writeFileSync(join(at('data'), name, 'one'), `bytes of ${name}`);
    }
    await backUpAndStop();
    expect(await admin('back', ['restore', at('backup'), '--keys', at('keys.json')])).toMatchObject({ code: 0 });
    for (const name of ['attachments', 'files'])
      expect(readFileSync(join(at('back'), name, 'one'), 'utf8')).toBe(`bytes of ${name}`);
  });

  it('says that databases elsewhere are backed up elsewhere', async () => {
    const urls = ['MEMBERSHIP', 'ACTIVITIES', 'ADVOCACY', 'LEARNING'].map((name) => [
      `GUILDHALL_${name}_DATABASE_URL`,
      'postgres://db/x',
    ]);
    const outcome = await admin('data', ['backup', at('backup')], Object.fromEntries(urls));
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('with the means of those servers') });
  });

  it.each([
    [['backup']],
    [['backup', '--fast']],
    [['backup', 'a', 'b']],
    [['export-keys']],
    [['restore']],
    [['restore', 'a', '--force']],
  ])('is explained when a command is called as %j', async (args) => {
    expect(await admin('data', args)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Usage: npm run admin -- /),
    });
  });
});

describe('npm run admin -- restore', () => {
  it('refuses missing, wrong and foreign keys, and changes nothing', async () => {
    const installation = await backUpAndStop();
    writeFileSync(at('foreign.json'), '{}');
    writeFileSync(
      at('wrong.json'),
      JSON.stringify({ ...installation, advocacyMasterKey: Buffer.alloc(32, 7).toString('base64') }),
    );
    const attempts: readonly (readonly [readonly string[], string])[] = [
      [[], 'Name the file that export-keys wrote'],
      [['--keys', at('foreign.json')], 'is no file of keys'],
      [['--keys', at('wrong.json')], 'not the keys the backup was written with'],
    ];
    for (const [options, reason] of attempts) {
      const outcome = await admin('back', ['restore', at('backup'), ...options]);
      expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining(reason) });
      expect(existsSync(at('back'))).toBe(false);
    }
  });

  it('takes the keys of the environment when they are the right ones, and says what is lost without any', async () => {
    const { advocacyMasterKey, advocacyPseudonymKey } = await backUpAndStop();
    const right = {
      GUILDHALL_ADVOCACY_MASTER_KEY: advocacyMasterKey,
      GUILDHALL_ADVOCACY_PSEUDONYM_KEY: advocacyPseudonymKey,
    };
    expect(await admin('back', ['restore', at('backup')], right)).toMatchObject({ code: 0 });
    const without = await admin('third', ['restore', at('backup'), '--without-keys']);
    expect(without).toMatchObject({ code: 0, stdout: expect.stringContaining('cannot be read any more') });
  });

  it('refuses while the platform runs, and over a folder that is not empty', async () => {
    await backUpAndStop();
    const order = ['restore', at('backup'), '--keys', at('keys.json')];
    expect(await admin('data', order)).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') });
    server = await startEmbeddedServer({ dataDir: join(at('data'), 'postgres'), durable: true });
    expect(await admin('data', order)).toMatchObject({ code: 1, stderr: expect.stringContaining('is running') });
    await loadOrCreateInstallation(at('fresh'));
    expect(await admin('fresh', order)).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') });
  });
});

describe('npm run admin -- export-keys', () => {
  it('writes the keys in use to a new file for its owner alone, and only outside the data folder', async () => {
    await startInstallation('data');
    expect(await admin('data', ['export-keys', at('keys.json')])).toMatchObject({ code: 0 });
    expect(statSync(at('keys.json')).mode & 0o777).toBe(0o600);
    expect(await admin('data', ['export-keys', at('keys.json')])).toMatchObject({ code: 1 });
    const inside = await admin('data', ['export-keys', at('data/keys.json')]);
    expect(inside).toMatchObject({ code: 1, stderr: expect.stringContaining('apart from the data') });
  });

  it('refuses when this shell has other keys than the platform ran with', async () => {
    const ran = { GUILDHALL_ADVOCACY_MASTER_KEY: Buffer.alloc(32, 5).toString('base64') };
    await startInstallation('data', ran);
    const outcome = await admin('data', ['export-keys', at('keys.json')]);
    expect(outcome).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not the keys the platform last ran with'),
    });
    expect(await admin('data', ['export-keys', at('keys.json')], ran)).toMatchObject({ code: 0 });
    expect(readFileSync(at('keys.json'), 'utf8')).toContain(ran.GUILDHALL_ADVOCACY_MASTER_KEY);
  });
});
