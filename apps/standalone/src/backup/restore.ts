import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError, restoreServer } from '@guildhall/database';
import { adoptInstallation, readInstallation, type Installation } from '../installation.js';
import { fileDoors } from '../file-doors.js';
import type { Settings } from '../settings.js';
import { answer, embeddedDataDir, type BackupCall } from './backup-call.js';
import { areTheKeysOf, fingerprintFolder } from './key-fingerprints.js';

type Request = { readonly folder: string; readonly keys: string | undefined; readonly isWithoutKeys: boolean };

/** `npm run admin -- restore FOLDER --keys FILE`: brings a backup back into an empty data folder, or changes nothing. */
export function restore(call: BackupCall): Promise<0 | 1> {
  return answer(call, async () => {
    const { settings, stdout, stderr } = call;
    const { dataFolder } = settings;
    const request = parse(call.args);
    const dataDir = embeddedDataDir(settings);
    requireEmpty(dataFolder, dataDir);
    const installation = chooseKeys(request, settings);
    await restoreServer({
      backupDir: request.folder,
      dataDir,
      folders: Object.fromEntries(
        ['identity', ...fileDoors, fingerprintFolder].map((name) => [name, join(dataFolder, name)]),
      ),
      // Keys come before the database can start: a start without them would make new ones.
      beforeComplete: async () =>
        installation === undefined ? undefined : await adoptInstallation(dataFolder, installation),
      onProgress: (sentence) => stderr.write(`${sentence}\n`),
    });
    stdout.write(`The backup is restored into ${dataFolder}. Start the platform with npm start.\n`);
    if (request.isWithoutKeys)
      stdout.write('It came back without its keys: case files written before cannot be read any more.\n');
  });
}

function parse(args: readonly string[]): Request {
  try {
    const options = { keys: { type: 'string' }, 'without-keys': { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [folder, ...rest] = positionals;
    const isWithoutKeys = values['without-keys'] === true;
    if (folder !== undefined && rest.length === 0 && !(isWithoutKeys && values.keys !== undefined)) {
      return { folder: resolve(folder), keys: values.keys, isWithoutKeys };
    }
  } catch {
    // An unknown option is answered with the usage, like everything else that is typed wrongly.
  }
  throw new BackupError('Usage: npm run admin -- restore FOLDER --keys FILE');
}

/** The server's own folder is left to restoreServer, which knows whether the platform runs on it. */
function requireEmpty(dataFolder: string, dataDir: string): void {
  const names = existsSync(dataFolder) ? readdirSync(dataFolder) : [];
  if (names.length === 0 || existsSync(dataDir)) return;
  throw new BackupError(`The data folder ${dataFolder} is not empty; a backup is restored into an empty one only.`);
}

/** The keys that come back with the data; nothing when the environment has them or they are given up. */
function chooseKeys(request: Request, { advocacyKeys }: Settings): Installation | undefined {
  if (request.isWithoutKeys) return undefined;
  const installation = request.keys === undefined ? undefined : readKeys(request.keys);
  // Keys of the environment win over those of the file, as they do at a start.
  const master = advocacyKeys.master ?? installation?.advocacyMasterKey;
  const pseudonym = advocacyKeys.pseudonym ?? installation?.advocacyPseudonymKey;
  if (master === undefined || pseudonym === undefined) {
    throw new BackupError(
      'Name the file that export-keys wrote with --keys FILE; with --without-keys the case files in the backup are lost.',
    );
  }
  if (!areTheKeysOf(join(request.folder, 'folders', fingerprintFolder), { master, pseudonym })) {
    throw new BackupError(
      'These are not the keys the backup was written with; its case files could not be read. Nothing was changed.',
    );
  }
  return installation;
}

function readKeys(file: string): Installation {
  const installation = readInstallation(resolve(file));
  if (installation !== undefined) return installation;
  throw new BackupError(`${file} is no file of keys; name the one that export-keys wrote.`);
}
