import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Installation } from '../installation.js';
import type { Settings } from '../settings.js';

/** The two keys without which case files cannot be read. */
export type CaseKeys = { readonly master: string; readonly pseudonym: string };

/** The folder, in the data folder and in a backup, that tells which keys the data was written with but not the keys. */
export const fingerprintFolder = 'key-check';

const schema = z.object({ master: z.string(), pseudonym: z.string() });

/** The keys that advocacy gets in this installation: those of the environment before those made at the first start. */
export function keysInUse({ advocacyKeys }: Settings, installation: Installation): CaseKeys {
  return {
    master: advocacyKeys.master ?? installation.advocacyMasterKey,
    pseudonym: advocacyKeys.pseudonym ?? installation.advocacyPseudonymKey,
  };
}

/** Notes with which keys the platform runs, so that a backup can tell the right keys from wrong ones. */
export async function rememberFingerprints(dataFolder: string, keys: CaseKeys): Promise<void> {
  const folder = join(dataFolder, fingerprintFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `fingerprints.json.${process.pid}`);
  await writeFile(draft, `${JSON.stringify(fingerprintsOf(keys))}\n`, { mode: 0o600 });
  await rename(draft, join(folder, 'fingerprints.json'));
}

/** Whether these are the keys that were noted in the folder; also true when nothing was noted. */
export function areTheKeysOf(folder: string, keys: CaseKeys): boolean {
  const file = join(folder, 'fingerprints.json');
  if (!existsSync(file)) return true;
  const noted = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const own = fingerprintsOf(keys);
  return noted.master === own.master && noted.pseudonym === own.pseudonym;
}

/** The keys are 32 random bytes each, so that their digests give nothing away. */
function fingerprintsOf({ master, pseudonym }: CaseKeys): CaseKeys {
  const digest = (key: string): string =>
    createHash('sha256').update('guildhall key fingerprint\n').update(Buffer.from(key, 'base64')).digest('hex');
  return { master: digest(master), pseudonym: digest(pseudonym) };
}
