import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where this installation keeps everything it must not lose: GUILDHALL_DATA_DIR, else `.data` at the top of the workspace. */
export function resolveDataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const configured = environment['GUILDHALL_DATA_DIR'];
  return configured === undefined || configured === ''
    ? join(findWorkspace(import.meta.dirname), '.data')
    : resolve(configured);
}

/** The top folder of the workspace that `folder` lies in. */
export function findWorkspace(folder: string): string {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('Guildhall does not run from its workspace: set GUILDHALL_DATA_DIR to its data folder.');
  return findWorkspace(parent);
}
