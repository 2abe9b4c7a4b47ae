import { join, resolve } from 'node:path';
import { backupServer, BackupError, findRunningServer } from '@guildhall/database';
import { answer, embeddedDataDir, type BackupCall } from './backup-call.js';
import { fileDoors } from '../file-doors.js';
import { fingerprintFolder } from './key-fingerprints.js';

/** `npm run admin -- backup FOLDER`: copies the databases, the identity folder, attached files and files of the library, running or not, and never the keys. */
export function backUp(call: BackupCall): Promise<0 | 1> {
  return answer(call, async () => {
    const { args, settings, stdout, stderr } = call;
    const [folder, ...rest] = args;
    if (folder === undefined || folder.startsWith('-') || rest.length > 0)
      throw new BackupError('Usage: npm run admin -- backup FOLDER');
    const dataDir = embeddedDataDir(settings);
    const kept = (name: string): readonly [string, string] => [name, join(settings.dataFolder, name)];
    const { takenAt, files } = await backupServer({
      dataDir,
      superuserUrl: (await findRunningServer(dataDir))?.superuserUrl,
      targetDir: resolve(folder),
      folders: Object.fromEntries(['identity', ...fileDoors, fingerprintFolder].map(kept)),
      onProgress: (sentence) => stderr.write(`${sentence}\n`),
    });
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    stdout.write(`The backup in ${resolve(folder)} is complete: ${files.length} files, ${Math.ceil(bytes / 1_000_000)} MB, ${takenAt}.
It holds no keys. Without them case files cannot be read: keep them apart (npm run admin -- export-keys FILE).\n`);
  });
}
