import { ok, type Result } from '@guildhall/kernel';
import type { Deps } from '../deps.js';
import type { WrappedKey } from '../sealing/sealing.js';
import {
  attachmentPlaces,
  changeAttachment,
  type Attachment,
  type AttachmentAction,
  type AttachmentId,
  type ScanVerdict,
} from './attachment.js';
import { expectFile, UnexpectedFile } from './file-kind.format.js';
import { digestStream, sealedSize, sealStream } from './file-stream.crypto.js';
import type { Files } from './files.js';
import { scanned } from './scan/scanner.js';

/** What became of bytes that came: taken; not what was declared; with malware; or no longer awaited. */
export type Received = 'STORED' | 'UNEXPECTED' | 'INFECTED' | 'NOT_AWAITED';

/**
 * Takes the bytes of an attachment, once: the first who comes has the address, and whatever becomes of the bytes it is
 * spent. They are checked, shown to the scanner and encrypted as they pass; nothing plain is stored or held as a whole.
 */
export async function receiveAttachment(
  deps: Deps,
  files: Files,
  { id, bytes }: { readonly id: AttachmentId; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Received> {
  const taken = await step(deps, id, 'RECEIVE');
  if (!taken.ok) return 'NOT_AWAITED';
  const { attachment, key } = taken.value;
  try {
    const { digest, scan } = await store(deps, files, { attachment, key, bytes });
    if (scan === 'INFECTED') {
      await files.store.remove(id);
      await step(deps, id, 'REFUSE', { scan });
      return 'INFECTED';
    }
    const kept = await step(deps, id, 'STORE', { scan, digest });
    if (!kept.ok) throw new Error('the attachment was given up while it was received');
    return 'STORED';
  } catch (error) {
    await files.store.remove(id);
    await step(deps, id, 'FAIL');
    if (error instanceof UnexpectedFile) return 'UNEXPECTED';
    throw error;
  }
}

type Incoming = {
  readonly attachment: Attachment;
  readonly key: WrappedKey;
  readonly bytes: AsyncIterable<Uint8Array>;
};

async function store(
  { vault }: Deps,
  { store: target, scanner }: Files,
  { attachment, key, bytes }: Incoming,
): Promise<{ readonly digest: string; readonly scan: ScanVerdict }> {
  const place = { caseId: attachment.caseId, place: attachmentPlaces.content(attachment.id) };
  const fileKey = await vault.deriveKey(key, place);
  const session = scanner?.begin();
  try {
    const { through, digest } = digestStream();
    const plain = through(expectFile(bytes, attachment));
    const sealed = sealStream(session === undefined ? plain : scanned(plain, session), {
      key: fileKey,
      name: attachment.id,
    });
    await target.write(attachment.id, sealedSize(attachment.size), sealed);
    return { digest: digest(), scan: (await session?.end()) ?? 'NOT_SCANNED' };
  } catch (error) {
    session?.abort();
    throw error;
  }
}

/** One step of an attachment's life in a transaction of its own, with the key of its case. */
function step(
  { transaction, clock }: Deps,
  id: AttachmentId,
  action: AttachmentAction,
  { scan, digest }: { readonly scan?: ScanVerdict; readonly digest?: string } = {},
): Promise<Result<Required<Pick<Incoming, 'attachment' | 'key'>>, { readonly __typename: string }>> {
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
