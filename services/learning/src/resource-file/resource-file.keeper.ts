import type { DoorKeeper, SentFile } from '@guildhall/files';
import { ok, toId } from '@guildhall/kernel';
import type { ServiceKit } from '@guildhall/subgraph';
import type { Deps } from '../deps.js';
import { receiveResourceFile } from './receive-resource-file.bytes.js';
import type { FileAddressing } from './resource-file.gate.js';
import type { ResourceFileId } from './resource-file.js';

/** What the door asks of this service. */
export function createResourceFileKeeper(
  deps: Deps,
  { files, addresses }: FileAddressing,
  logger: ServiceKit['logger'],
): DoorKeeper {
  const send = async (id: ResourceFileId): Promise<SentFile | undefined> => {
    const found = await deps.transaction(async ({ resourceFiles }) => ok(await resourceFiles.findSigned(id)));
    if (!found.ok || found.value?.status !== 'STORED') return undefined;
    const { name, contentType, size } = found.value;
    return { name, contentType, size, bytes: await files.store.read(id) };
  };
  return {
    read: (url, use) => addresses.read(url, { use, now: deps.clock.now() }),
    receive: (id, bytes) => receiveResourceFile(deps, files, { id: toId(id), bytes }),
    send: (id) => send(toId(id)),
    onFault: (fault) => logger.error({ fault }, 'a file could not be handled'),
  };
}
