import { openDoor, type DoorKeeper } from './file-door.js';
import type { FileSettings } from './file-settings.js';
import type { Files } from './files.js';
import { openFiles } from './open-files.js';

/** The part of a service that handles bytes of files: what use cases know of it, and its door. */
export type FileWing = {
  readonly files: Files;
  /** Opens the door; resolves to what closes it. */
  start(keeper: DoorKeeper): Promise<() => Promise<void>>;
};

/** The wing of an installation that takes files; nothing for one that does not. */
export function createFileWing(settings: FileSettings | undefined): FileWing | undefined {
  if (settings === undefined) return undefined;
  const { host, url } = settings;
  let port = settings.port;
  return {
    files: openFiles(settings, () => url ?? `http://${host}:${port}`),
    async start(keeper) {
      const door = await openDoor(settings, keeper);
      port = door.port;
      return () => door.stop();
    },
  };
}
