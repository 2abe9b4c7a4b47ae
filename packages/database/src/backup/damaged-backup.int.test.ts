import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { backupServer, restoreServer, startEmbeddedServer } from '../index.js';

// A server that puts each file on the disk itself takes its time on a busy machine.
jest.setTimeout(120_000);

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'guildhall-backup-'));
const at = (name: string): string => join(folder, name);
let whole = '';
let folder = '';

beforeAll(async () => {
  whole = newFolder();
  const server = await startEmbeddedServer({ dataDir: whole, durable: false });
  await server.stop();
  folder = newFolder();
  await backupServer({ dataDir: whole, targetDir: at('backup') });
  rmSync(whole, { recursive: true });
  whole = folder;
});
afterAll(() => rmSync(whole, { recursive: true, force: true }));
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const damage: readonly (readonly [string, (backupDir: string) => void, RegExp])[] = [
  [
    'a truncated file',
    (dir) => truncateSync(join(dir, 'postgresql/global/pg_control'), 4_000),
    /global\/pg_control is not what was written/,
  ],
  [
    'a file with another byte',
    (dir) => flipLastByte(join(dir, 'postgresql/postgresql.conf')),
    /postgresql.conf is not what was written/,
  ],
  [
    'a longer file',
    (dir) => appendFileSync(join(dir, 'postgresql/PG_VERSION'), '\n'),
    /PG_VERSION is not what was written/,
  ],
  ['a missing file', (dir) => rmSync(join(dir, 'postgresql/pg_hba.conf')), /pg_hba.conf is missing/],
  ['a truncated manifest', (dir) => truncateSync(join(dir, 'manifest.json'), 500), /manifest .* is damaged/],
  ['a manifest that points outside', (dir) => pointOutside(join(dir, 'manifest.json')), /manifest .* is damaged/],
  ['no manifest', (dir) => rmSync(join(dir, 'manifest.json')), /no complete backup/],
];
test.each(damage)('a backup with %s is refused in one sentence and changes nothing', async (_name, harm, message) => {
  const backupDir = at('backup');
  cpSync(join(whole, 'backup'), backupDir, { recursive: true });
  harm(backupDir);
  const failure = await restoreServer({ backupDir, dataDir: at('restored') }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'BackupError', message: expect.stringMatching(message) });
  expect(failure).toMatchObject({ message: expect.stringMatching(/^[^\n]+\.$/) });
  expect(existsSync(at('restored'))).toBe(false);
});

function flipLastByte(file: string): void {
  const content = readFileSync(file);
  content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
  writeFileSync(file, content);
}

function pointOutside(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace('"postgresql/PG_VERSION"', '"postgresql/../../PG_VERSION"'));
}
