import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from './file-store.js';

/** A store in a folder of this machine, readable by its owner alone. A file appears under its name only when it is whole. */
export function createFolderStore(folder: string): FileStore {
  const placeOf = (name: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(name)) throw new Error('a file is named by its id');
    return join(folder, name);
  };
  return {
    async write(name, _size, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${placeOf(name)}.part`;
      // Opened before a byte is asked for, so that a body that breaks off at once leaves no file that appears later.
      const file = await open(draft, 'w', 0o600);
      try {
        await pipeline(content, file.createWriteStream({ flush: true }));
        await rename(draft, placeOf(name));
      } catch (error) {
        await file.close();
        await rm(draft, { force: true });
        throw error;
      }
    },
    async read(name) {
      const file = await open(placeOf(name), 'r');
      return file.createReadStream();
    },
    remove: (name) => rm(placeOf(name), { force: true }),
  };
}
