import { createSignedAddresses, type SignedAddresses } from '@guildhall/files';
import type { Vault } from '../sealing/sealing.js';

/** The addresses of attachments, signed by a digest that only this service can make. */
export function attachmentAddresses(vault: Vault): SignedAddresses {
  return createSignedAddresses({
    noun: 'attachment',
    folder: 'attachments',
    digest: (value) => vault.digest(value),
  });
}
