import { toId } from '@guildhall/kernel';
import type { Vault } from '../sealing/sealing.js';
import type { AttachmentId } from './attachment.js';
import { isSameSignature } from './file-stream.crypto.js';

/** What an address is for. */
export type AddressUse = 'upload' | 'download';

/** The facts that an address vouches for: which file, for what, and until when. */
type Signed = { readonly id: AttachmentId; readonly use: AddressUse; readonly expiresAt: Date };

/** An address of the service's door that works until an instant and for one use alone; nobody can make or change one without the key. */
export function signAddress(vault: Vault, doorUrl: string, signed: Signed): string {
  const url = new URL(`${doorUrl.replace(/\/+$/, '')}/attachments/${signed.id}`);
  url.searchParams.set('expires', String(signed.expiresAt.getTime()));
  url.searchParams.set('signature', signatureOf(vault, signed));
  return url.href;
}

/** The file an address is for, when this service signed it for this use and it has not expired. */
export function readAddress(
  vault: Vault,
  url: URL,
  { use, now }: { readonly use: AddressUse; readonly now: Date },
): AttachmentId | undefined {
  const id = toId<'Attachment'>(/^\/attachments\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1] ?? '');
  const expires = Number(url.searchParams.get('expires'));
  if (!Number.isSafeInteger(expires)) return undefined;
  const expected = signatureOf(vault, { id, use, expiresAt: new Date(expires) });
  const isTrue = isSameSignature(expected, url.searchParams.get('signature') ?? '');
  return isTrue && now.getTime() <= expires ? id : undefined;
}

function signatureOf(vault: Vault, { id, use, expiresAt }: Signed): string {
  return vault.digest({ address: 'attachment', id, use, expires: expiresAt.getTime() });
}
