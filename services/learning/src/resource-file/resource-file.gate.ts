import type { Address, Files, SignedAddresses } from '@guildhall/files';
import { contentTypes, type ResourceFile } from './resource-file.js';
import { resourceFileRules } from './resource-file-rules.js';

/** Makes the addresses of one request's answers. */
export type ResourceFileGate = ReturnType<typeof createResourceFileGate>;

/** What addresses are made with; absent where no files are taken. */
export type FileAddressing = { readonly files: Files; readonly addresses: SignedAddresses };

/** A gate for one request; without files it opens nothing. */
export function createResourceFileGate(addressing: FileAddressing | undefined, now: Date) {
  return {
    /** What a resource may have as its file, or nothing where no files are taken. */
    limits: () =>
      addressing === undefined ? null : { bytesMax: addressing.files.bytesMax, contentTypes: [...contentTypes] },

    /** Where the bytes of a prepared file are awaited. */
    upload: ({ id, expiresAt }: ResourceFile): Address => addressFor(addressing, { id, use: 'upload', expiresAt }),

    /** Where a file can be fetched from that the viewer may read. */
    download: ({ id }: ResourceFile): Address | undefined => {
      if (addressing === undefined) return undefined;
      const expiresAt = new Date(now.getTime() + resourceFileRules.downloadMs);
      return addressFor(addressing, { id, use: 'download', expiresAt });
    },
  };
}

function addressFor(addressing: FileAddressing | undefined, signed: Parameters<SignedAddresses['sign']>[1]): Address {
  if (addressing === undefined) throw new Error('a file was prepared where none are taken');
  return addressing.addresses.sign(addressing.files.doorUrl(), signed);
}
