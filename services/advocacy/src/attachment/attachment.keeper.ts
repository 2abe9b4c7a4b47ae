import type { DoorKeeper, Files } from '@guildhall/files';
import { toId } from '@guildhall/kernel';
import type { ServiceKit } from '@guildhall/subgraph';
import type { Deps } from '../deps.js';
import { attachmentAddresses } from './attachment.addresses.js';
import { receiveAttachment } from './receive-attachment.bytes.js';
import { sendAttachment } from './send-attachment.bytes.js';

/** What the door asks of this service. Attachments go out without their names, which are sealed. */
export function createAttachmentKeeper(
  deps: Deps & { readonly files: Files },
  logger: ServiceKit['logger'],
): DoorKeeper {
  const addresses = attachmentAddresses(deps.vault);
  return {
    read: (url, use) => addresses.read(url, { use, now: deps.clock.now() }),
    receive: (id, bytes) => receiveAttachment(deps, { id: toId(id), bytes }),
    async send(id) {
      const sent = await sendAttachment(deps, toId(id));
      if (sent === undefined) return undefined;
      const { contentType, size } = sent.attachment;
      return { name: undefined, contentType, size, bytes: sent.bytes };
    },
    onFault: (fault) => logger.error({ fault }, 'a file could not be handled'),
  };
}
