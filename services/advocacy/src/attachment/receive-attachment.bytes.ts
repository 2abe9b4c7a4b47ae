import type { ScanVerdict } from '@guildhall/files/declared';
import { takeBytes, type Files, type Received, type Sealing } from '@guildhall/files';
import { ok, type Result } from '@guildhall/kernel';
import type { Deps } from '../deps.js';
import type { WrappedKey } from '../sealing/sealing.js';
import {
  attachmentPlaces,
  changeAttachment,
  type Attachment,
  type AttachmentAction,
  type AttachmentId,
} from './attachment.js';
import { sealedSize, sealStream } from './file-stream.crypto.js';

/**
 * Takes the bytes of an attachment, once: the first who comes has the address, and whatever becomes of the bytes it is
 * spent. They are encrypted as they pass; nothing plain is stored or held as a whole.
 */
export async function receiveAttachment(
  deps: Deps & { readonly files: Files },
  { id, bytes }: { readonly id: AttachmentId; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Received> {
  const taken = await step(deps, id, 'RECEIVE');
  if (!taken.ok) return 'NOT_AWAITED';
  const { contentType, size } = taken.value.attachment;
  return takeBytes(
    deps.files,
    { id, contentType, size, bytes, sealing: await sealingOf(deps, taken.value) },
    {
      keep: async (found) => (await step(deps, id, 'STORE', found)).ok,
      refuse: async ({ scan }) => void (await step(deps, id, 'REFUSE', { scan })),
      fail: async () => void (await step(deps, id, 'FAIL')),
    },
  );
}

type InHand = { readonly attachment: Attachment; readonly key: WrappedKey };

async function sealingOf({ vault }: Deps, { attachment, key }: InHand): Promise<Sealing> {
  const { id, caseId, size } = attachment;
  const fileKey = await vault.deriveKey(key, { caseId, place: attachmentPlaces.content(id) });
  return { size: sealedSize(size), through: (plain) => sealStream(plain, { key: fileKey, name: id }) };
}

/** One step of an attachment's life in a transaction of its own, with the key of its case. */
function step(
  { transaction, clock }: Deps,
  id: AttachmentId,
  action: AttachmentAction,
  { scan, digest }: { readonly scan?: ScanVerdict; readonly digest?: string } = {},
): Promise<Result<InHand, { readonly __typename: string }>> {
  return transaction(async ({ attachments, sealedTexts }) => {
    const found = await attachments.findSigned(id);
    if (found?.key === undefined) return gone;
    const changed = changeAttachment(found.attachment, action, clock.now(), scan);
    if (!changed.ok) return changed;
    const attachment = await attachments.save(changed.value);
    if (digest !== undefined) {
      const { caseId, layer } = attachment;
      await sealedTexts.write({ caseId, layer, place: attachmentPlaces.content(id) }, digest);
    }
    return ok({ attachment, key: found.key });
  });
}

const gone = { ok: false, error: { __typename: 'NotFoundError' } } as const;
