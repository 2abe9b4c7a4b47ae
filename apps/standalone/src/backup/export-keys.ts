import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { BackupError } from '@guildhall/database';
import { findInstallation } from '../installation.js';
import { answer, type BackupCall } from './backup-call.js';
import { areTheKeysOf, fingerprintFolder, keysInUse } from './key-fingerprints.js';

/** `npm run admin -- export-keys FILE`: writes the keys of this installation to a new file that only its owner may read. */
export function exportKeys(call: BackupCall): Promise<0 | 1> {
  return answer(call, async () => {
    const { args, settings, stdout } = call;
    const [file, ...rest] = args;
    if (file === undefined || file.startsWith('-') || rest.length > 0)
      throw new BackupError('Usage: npm run admin -- export-keys FILE');
    const target = resolve(file);
    if (!relative(settings.dataFolder, target).startsWith('..')) {
      throw new BackupError(`${target} lies in the data folder; keep the keys apart from the data.`);
    }
    const installation = findInstallation(settings.dataFolder);
    if (installation === undefined)
      throw new BackupError(`There are no keys in ${settings.dataFolder} yet; start the platform once.`);
    const keys = keysInUse(settings, installation);
    if (!areTheKeysOf(join(settings.dataFolder, fingerprintFolder), keys)) {
      throw new BackupError(
        'These are not the keys the platform last ran with; set GUILDHALL_ADVOCACY_MASTER_KEY and GUILDHALL_ADVOCACY_PSEUDONYM_KEY as it has them.',
      );
    }
    writeNew(
      target,
      `${JSON.stringify({ ...installation, advocacyMasterKey: keys.master, advocacyPseudonymKey: keys.pseudonym }, null, 2)}\n`,
    );
    stdout.write(
      `The keys are in ${target}. Keep it where no backup of the data is: whoever has both reads every case file.\n`,
    );
  });
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    throw new BackupError(`${file} cannot be written; name a new file in a folder that is there.`, { cause: error });
  }
}
