import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advocacy } from '@guildhall/advocacy';
import { createTestDatabase, type TestDatabase } from '@guildhall/testing';
import { runAdmin } from './admin-command.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase(advocacy);
  folder = await mkdtemp(join(tmpdir(), 'guildhall-admin-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function admin(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const names = ['MEMBERSHIP', 'ACTIVITIES', 'ADVOCACY', 'LEARNING'];
  const urls = Object.fromEntries(names.map((name) => [`GUILDHALL_${name}_DATABASE_URL`, database.url]));
  const code = await runAdmin({
    args,
    environment: { GUILDHALL_DATA_DIR: folder, ...urls },
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

describe('the commands of the trust zone', () => {
  it('wrap data keys anew and say that no older key is needed', async () => {
    const { code, stdout } = await admin('rotate-case-keys');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^0 keys were wrapped anew under [\w-]{16}\.\nNo key needs an older master key any more\.\n$/,
      ),
    });
  });

  it('check every read ledger', async () => {
    expect(await admin('verify-ledgers')).toMatchObject({
      code: 0,
      stdout: '0 read ledgers are as they were written.\n',
    });
  });

  it.each(['rotate-case-keys', 'verify-ledgers'])('explain themselves: %s takes nothing', async (command) => {
    expect(await admin(command, '--now')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `Usage: npm run admin -- ${command}\n`,
    });
  });
});
