import type { ServiceKit } from '@guildhall/subgraph';
import type { Deps } from '../deps.js';
import { openDoor } from './attachment-door.http.js';
import type { AttachmentSettings } from './attachment.settings.js';
import type { Files } from './files.js';
import { openFiles } from './files.adapters.js';
import { readAddress } from './signed-address.crypto.js';
import { receiveAttachment } from './receive-attachment.bytes.js';
import { sendAttachment } from './send-attachment.bytes.js';

/** The part of this service that handles bytes of files: what use cases know of it, and its door. */
export type AttachmentWing = {
  readonly files: Files;
  /** Opens the door; resolves to what closes it. */
  start(deps: Deps): Promise<() => Promise<void>>;
};

/** The wing of an installation that takes files; nothing for one that does not. */
export function createAttachmentWing(
  settings: AttachmentSettings | undefined,
  logger: ServiceKit['logger'],
): AttachmentWing | undefined {
  if (settings === undefined) return undefined;
  const { host, url } = settings;
  let port = settings.port;
  const files = openFiles(settings, () => url ?? `http://${host}:${port}`);
  return {
    files,
    async start(deps) {
      const door = await openDoor(settings, {
        read: (address, use) => readAddress(deps.vault, address, { use, now: deps.clock.now() }),
        receive: (id, bytes) => receiveAttachment(deps, files, { id, bytes }),
        send: (id) => sendAttachment(deps, files, id),
        onFault: (fault) => logger.error({ fault }, 'a file could not be handled'),
      });
      port = door.port;
      return () => door.stop();
    },
  };
}
