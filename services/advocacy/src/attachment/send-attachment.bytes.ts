import type { Files } from '@guildhall/files';
import { ok } from '@guildhall/kernel';
import type { Deps } from '../deps.js';
import { attachmentPlaces, type Attachment, type AttachmentId } from './attachment.js';
import { openStream } from './file-stream.crypto.js';

/** The bytes of an attachment and what is known of them. */
export type SentAttachment = { readonly attachment: Attachment; readonly bytes: AsyncIterable<Uint8Array> };

/** Opens a stored attachment for whoever shows an address signed for it; nothing once the case was erased. The ledger was written when the address was made. */
export async function sendAttachment(
  deps: Deps & { readonly files: Files },
  id: AttachmentId,
): Promise<SentAttachment | undefined> {
  const found = await deps.transaction(async ({ attachments }) => ok(await attachments.findSigned(id)));
  if (!found.ok || found.value?.key === undefined || found.value.attachment.status !== 'STORED') return undefined;
  const { attachment, key } = found.value;
  const place = { caseId: attachment.caseId, place: attachmentPlaces.content(id) };
  const fileKey = await deps.vault.deriveKey(key, place);
  const sealed = await deps.files.store.read(id);
  return { attachment, bytes: openStream(sealed, { key: fileKey, name: id }) };
}
