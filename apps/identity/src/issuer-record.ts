import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { privateFileMode, privateFolderMode, readPrivateFile } from './private-file.js';

/** Notes in `<dir>/issuer` under which name the platform last ran, so that the command line issues tokens that platform accepts. */
export async function rememberIssuer(dir: string, issuer: string): Promise<void> {
  const file = join(dir, 'issuer');
  await mkdir(dirname(file), { recursive: true, mode: privateFolderMode });
  await writeFile(`${file}.new`, `${issuer}\n`, { mode: privateFileMode });
  await rename(`${file}.new`, file);
}

/** The issuer the platform last ran under, or undefined when it never ran on this folder. */
export async function recallIssuer(dir: string): Promise<string | undefined> {
  return (await readPrivateFile(join(dir, 'issuer')))?.trim();
}
