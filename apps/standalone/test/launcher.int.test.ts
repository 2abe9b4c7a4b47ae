import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { freePortRange } from './free-ports.js';
import { launch, processesOf, type LaunchedPlatform, type LaunchOptions } from './launched-platform.js';

const patienceMs = 240_000;
const isUp = 'Guildhall is up.';
let folder: string;
let port: number;
const launched: LaunchedPlatform[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-launcher-'));
  chmodSync(folder, 0o755);
  port = await freePortRange();
});

afterEach(async () => {
  for (const { pid, ended } of launched.splice(0)) {
    send(pid, 'SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Signals a process or, with a negative id, a group; one that has ended already is left in peace. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
}

function start(options: Partial<LaunchOptions> = {}): LaunchedPlatform {
  const platform = launch({ folder, port, ...options });
  launched.push(platform);
  return platform;
}

/** What a start that cannot succeed prints last, and its exit code. */
async function refusalOf(
  options: Partial<LaunchOptions>,
): Promise<{ readonly code: unknown; readonly sentence: string }> {
  const platform = start(options);
  const code = await platform.ended;
  return { code, sentence: platform.output().trim().split('\n').at(-1) ?? '' };
}

const sizeOfDisk = (action: string, size: string, at: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `${action}size=${size},mode=777`, 'tmpfs', at]).status === 0;

describe('ending', () => {
  it.each([
    ['Ctrl-C', 'SIGINT', -1, 'Preparing the database'],
    ['an order to end', 'SIGTERM', 1, 'Bringing the four databases'],
    ['a closed terminal', 'SIGHUP', -1, 'demo members'],
  ] as const)(
    '%s during the first start leaves no process, and nothing that is in the way of the next start',
    async (_name, signal, target, step) => {
      const first = start({ environment: { GUILDHALL_DEMO: 'small' } });
      await first.printed(step);
      send(target * first.pid, signal);
      expect(await first.ended).toBe(0);
      expect(processesOf(folder)).toEqual([]);
      expect(first.output()).not.toMatch(/ {4}at |Error/);
      if (signal === 'SIGHUP') await start().printed(isUp);
    },
    patienceMs,
  );

  it.each([
    ['one process', []],
    ['many processes', ['--split']],
  ] as const)(
    'a running platform of %s (%j) leaves none after Ctrl-C or a closed terminal; a second start makes nothing anew',
    async (_name, args) => {
      const first = start({ args });
      await first.printed(isUp);
      send(-first.pid, 'SIGINT');
      expect(await first.ended).toBe(0);
      expect(processesOf(folder)).toEqual([]);
      const second = start({ args });
      await second.printed(isUp);
      expect(second.output()).not.toMatch(/Preparing the database|demo members/);
      send(-second.pid, 'SIGHUP');
      expect(await second.ended).toBe(0);
      expect(processesOf(folder)).toEqual([]);
    },
    patienceMs,
  );

  it(
    'kill -9 of the launcher of many processes ends all of them but the database, which the next start takes over',
    async () => {
      const first = start({ args: ['--split'] });
      await first.printed(isUp);
      send(first.pid, 'SIGKILL');
      await waitFor(
        'the services and the gateway end',
        () => Promise.resolve(processesOf(folder).every(({ command }) => !command.includes('/dist/'))),
        15_000,
      );
      const second = start({ args: ['--split'] });
      await second.printed(isUp);
      expect(second.output()).toContain('Stopping the database that an interrupted run left behind.');
    },
    patienceMs,
  );
});

describe('a start that cannot succeed says why in one sentence, exits with 2 and leaves no process', () => {
  it(
    'when a port is in use',
    async () => {
      for (const [offset, args] of [
        [20, []],
        [0, []],
        [1, []],
        [4, []],
        [13, ['--split']],
      ] as const) {
        const other = createServer().listen(port + offset, '127.0.0.1');
        await once(other, 'listening');
        const { code, sentence } = await refusalOf({ args });
        other.close();
        expect(sentence).toMatch(
          new RegExp(`^Port ${port + offset} is (already )?in use by another program.*GUILDHALL_PORT`),
        );
        expect([code, processesOf(folder)]).toEqual([2, []]);
      }
    },
    patienceMs,
  );

  it(
    'when a running platform has the data folder',
    async () => {
      await start().printed(isUp);
      const others = processesOf(folder).length;
      const { code, sentence } = await refusalOf({ port: await freePortRange() });
      expect(sentence).toMatch(/^The platform is already running on the data folder .*GUILDHALL_DATA_DIR/);
      expect(code).toBe(2);
      expect(processesOf(folder).length).toBeLessThanOrEqual(others);
    },
    patienceMs,
  );

  it(
    'when an ordinary user may not write the data folder',
    async () => {
      const locked = join(folder, 'locked');
      mkdirSync(locked, { mode: 0o555 });
      const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
      for (const data of [locked, join(locked, 'data')]) {
        const { code, sentence } = await refusalOf({ folder: data, account });
        expect(sentence).toMatch(/cannot be written.*GUILDHALL_DATA_DIR/);
        expect([code, processesOf(folder)]).toEqual([2, []]);
      }
    },
    patienceMs,
  );

  it(
    'when it is told what it does not know, or something is missing for production',
    async () => {
      expect(await refusalOf({ args: ['--splitt'] })).toEqual({
        code: 2,
        sentence: '"--splitt" is not understood: npm start takes --split and nothing else.',
      });
      const production = start({ environment: { GUILDHALL_ENV: 'production', GUILDHALL_DEMO: 'small' } });
      expect(await production.ended).toBe(2);
      for (const name of [
        'ISSUER',
        'JWKS_URL',
        'CORS_ORIGINS',
        'ADVOCACY_MASTER_KEY',
        'ADVOCACY_PSEUDONYM_KEY',
        'DEMO',
      ])
        expect(production.output()).toContain(`GUILDHALL_${name}:`);
    },
    patienceMs,
  );

  it(
    'when the disk is full, early or late; with room again the next start succeeds',
    async () => {
      // Only root may mount, and not everywhere; the sentences themselves are proven without a disk.
      if (!sizeOfDisk('', '8m', folder)) return;
      try {
        for (const size of ['8m', '72m']) {
          sizeOfDisk('remount,', size, folder);
          const { code, sentence } = await refusalOf({ environment: { GUILDHALL_DEMO: 'small' } });
          expect(sentence).toMatch(/disk.* is full.*GUILDHALL_DATA_DIR/);
          expect([code, processesOf(folder)]).toEqual([2, []]);
        }
        sizeOfDisk('remount,', '600m', folder);
        const platform = start();
        await platform.printed(isUp);
        send(platform.pid, 'SIGTERM');
        await platform.ended;
      } finally {
        spawnSync('umount', ['-l', folder]);
      }
    },
    patienceMs,
  );
});
