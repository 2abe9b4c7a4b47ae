import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startEmbeddedServer } from './index.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-database-'));
  chmodSync(folder, 0o755);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder that this user may not write is named, and left as it is', async () => {
  const locked = join(folder, 'locked');
  mkdirSync(locked, { mode: 0o555 });
  expect(await failureOfOrdinaryUser(join(locked, 'data'))).toEqual({
    reason: 'DATA_FOLDER_READ_ONLY',
    message: `The data folder ${join(locked, 'data')} cannot be written by this user; change its owner or choose another folder.`,
  });
});

const mount = join(tmpdir(), `guildhall-small-disk-${process.pid}`);
mkdirSync(mount, { recursive: true });
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'tmpfs', mount]).status === 0;
if (mounted) spawnSync('umount', [mount]);
rmSync(mount, { recursive: true, force: true });

if (mounted) {
  test('a disk without room is named, and the next start with room succeeds', async () => {
    const size = (room: string, action: string) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', `${action}size=${room},mode=755`, 'tmpfs', folder]);
    size('8m', '');
    try {
      const dataDir = join(folder, 'data');
      await expect(startEmbeddedServer({ dataDir, durable: false })).rejects.toMatchObject({
        reason: 'DISK_FULL',
        message: `The disk that holds ${dataDir} is full; free some space and start again.`,
      });
      size('200m', 'remount,');
      const server = await startEmbeddedServer({ dataDir, durable: false });
      await server.stop();
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  });

  test('a file system mounted read-only is named for root too', async () => {
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro,mode=755', 'tmpfs', folder]);
    try {
      await expect(startEmbeddedServer({ dataDir: join(folder, 'data'), durable: false })).rejects.toMatchObject({
        reason: 'DATA_FOLDER_READ_ONLY',
      });
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  });
}

/** Starts as the current user, or as `nobody` when the tests run as root, who may write everywhere. */
async function failureOfOrdinaryUser(dataDir: string): Promise<unknown> {
  const built = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'index.js');
  const program = `
    const { startEmbeddedServer } = await import(${JSON.stringify(built)});
    await startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, durable: false })
      .catch(({ reason, message }) => console.log(JSON.stringify({ reason, message })));
  `;
  const asRoot = process.getuid?.() === 0;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    ...(asRoot ? { uid: 65_534, gid: 65_534 } : {}),
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout));
}
