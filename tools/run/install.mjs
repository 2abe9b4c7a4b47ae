import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runQuietly } from './run-quietly.mjs';

const pnpm = 'pnpm@12.21.0';
const networkFailure =
  /ECONNRESET|ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL|network|50[234]/i;

/** The package of the benchmarks brings other gateways with it, 300 MB that neither the platform nor its tests need. */
export const withoutBench = '--filter=!@guildhall/bench';

/**
 * Installs the dependencies when the lockfile or any manifest differs from what the last install saw, or when it left out the
 * benchmarks and they are wanted now.
 */
export async function installIfChanged(root, { hasBench, say }) {
  const stamp = join(root, 'node_modules', '.guildhall-install');
  const isCurrent = () => {
    const [seen, extent] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
    return seen === fingerprint(root) && (extent === 'all' || !hasBench);
  };
  if (isCurrent()) return;
  const unlock = await lock(root, say);
  try {
    if (isCurrent()) return;
    say('Installing the dependencies (once, about half a minute) ...');
    await installWithRetry(root, { hasBench, say });
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(stamp, `${fingerprint(root)} ${hasBench ? 'all' : 'platform'}`);
  } finally {
    unlock();
  }
}

async function installWithRetry(root, { hasBench, say }) {
  const parts = hasBench ? [] : [withoutBench];
  const install = () =>
    // `npx` rather than corepack: corepack asks questions and fails without a terminal.
    runQuietly('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', ...parts], {
      cwd: root,
      env: { ...process.env, CI: 'true', npm_config_update_notifier: 'false' },
      say,
      progress: 'Installing',
      failure: 'The dependencies could not be installed; the reason is above.',
    });
  try {
    await install();
  } catch (error) {
    if (!networkFailure.test(error.output ?? '')) throw error;
    say('The network failed during the install; trying once more ...');
    await install();
  }
}

/** sha256 over everything that decides what is installed. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests(root)]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function manifests(root) {
  const nested = ['packages', 'services', 'apps'].flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => join(folder, name)) : [],
  );
  return ['.', 'gateway', 'bench', ...nested]
    .map((folder) => join(folder, 'package.json'))
    .filter((file) => existsSync(join(root, file)))
    .sort();
}

/** Two commands at once must not install into the same folder; a lock whose process is gone is taken over. */
async function lock(root, say) {
  const file = join(root, '.guildhall-install.lock');
  for (let told = false; ; told = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code === 'EACCES' || error.code === 'EROFS') {
        throw new Error(`The folder ${root} cannot be written by this user, so the dependencies cannot be installed.`, {
          cause: error,
        });
      }
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    else {
      if (!told) say('Another command is installing the dependencies; waiting for it ...');
      await sleep(500);
    }
  }
}

function isAbandoned(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // The file is empty for the instant between its creation and its first byte.
    if (!pid) return Date.now() - statSync(file).mtimeMs > 5_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
