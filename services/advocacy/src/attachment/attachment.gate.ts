import type { Address, Files } from '@guildhall/files';
import type { CaseId } from '../case/case.js';
import type { SealedReader } from '../sealed-reader.js';
import type { Vault } from '../sealing/sealing.js';
import { attachmentAddresses } from './attachment.addresses.js';
import { attachmentPlaces, contentTypes, downloadMs, type Attachment, type AttachmentId } from './attachment.js';

/** Makes the addresses of one request's answers. */
export type AttachmentGate = ReturnType<typeof createAttachmentGate>;

/** A gate for one request; without files it opens nothing. */
export function createAttachmentGate(vault: Vault, files: Files | undefined, now: Date) {
  const addresses = attachmentAddresses(vault);
  return {
    /** What may be attached, or nothing where no files are taken. */
    limits: () => (files === undefined ? null : { bytesMax: files.bytesMax, contentTypes: [...contentTypes] }),

    /** Where the bytes of a prepared attachment are awaited. */
    upload: ({ id, expiresAt }: Attachment): Address =>
      addresses.sign(files?.doorUrl() ?? '', { id, use: 'upload', expiresAt }),

    /**
     * Where an attachment can be fetched from, for a viewer who may read it. Its digest is opened like any sealed text,
     * which asks the layer and writes the ledger; the bytes come out under that reading alone.
     */
    async download(words: SealedReader, caseId: CaseId, id: AttachmentId): Promise<Address | undefined> {
      const digest = await words.load({ caseId, place: attachmentPlaces.content(id) });
      if (digest === undefined || files === undefined) return undefined;
      const expiresAt = new Date(now.getTime() + downloadMs);
      return addresses.sign(files.doorUrl(), { id, use: 'download', expiresAt });
    },
  };
}
