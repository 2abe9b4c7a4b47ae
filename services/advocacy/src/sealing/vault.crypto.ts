import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Id } from '@guildhall/kernel';
import { canonicalJson } from '@guildhall/subgraph';
import { decrypt, encrypt } from './aes-gcm.crypto.js';
import { createKeyCache, type KeyCache } from './key-cache.crypto.js';
import type { KeyManager } from './key-manager.js';
import { normaliseName, type OwnedPlace, type Place, type Pseudonym, type Vault, type WrappedKey } from './sealing.js';

/** Who wraps data keys, and the 32 secret bytes behind pseudonyms and blind indexes. */
export type VaultKeys = { readonly manager: KeyManager; readonly pseudonym: Uint8Array };

const dataKeyBytes = 32;
/** Lengths are hidden up to this many bytes. */
const blockBytes = 256;

/**
 * A vault: AES-256-GCM under a data key per case, wrapped by a master key, each bound to its place by the additional
 * data. The keys of the blind index, of aliases and of digests are derived by HKDF, so that no two uses share one.
 */
export function createVault({ manager, pseudonym }: VaultKeys, cache: KeyCache = createKeyCache()): Vault {
  const indexKey = derive(pseudonym, 'guildhall/advocacy/blind-index');
  const aliasKey = derive(pseudonym, 'guildhall/advocacy/alias');
  const receiptKey = derive(pseudonym, 'guildhall/advocacy/receipt-holder');
  const digestKey = derive(pseudonym, 'guildhall/advocacy/digest');
  const unwrap = (key: WrappedKey, owner: string): Promise<Uint8Array> =>
    cache.get(key, owner, () => manager.unwrap(key, owner));
  return {
    pseudonym: (memberId) => hmac(pseudonym, memberId) as Pseudonym,
    alias: (actorKey) => hmac(aliasKey, actorKey),
    nameIndex: (name) => hmac(indexKey, normaliseName(name)),
    receiptHolder: (code) => `receipt:${hmac(receiptKey, code)}` as Id<'Member'>,
    digest: (value) => hmac(digestKey, canonicalJson(value)),
    currentKeyId: () => manager.currentKeyId(),
    newKey: (ownerId) => manager.wrap(randomBytes(dataKeyBytes), ownerId),
    rewrap: async (key, ownerId) => manager.wrap(await manager.unwrap(key, ownerId), ownerId),
    seal: async (key, place, text) => encrypt(await unwrap(key, ownerOf(place)), nameOf(place), pad(text)),
    open: async (key, place, content) =>
      withoutPadding(decrypt(await unwrap(key, ownerOf(place)), nameOf(place), content)),
    deriveKey: async (key, place) => derive(await unwrap(key, ownerOf(place)), `guildhall/advocacy/${nameOf(place)}`),
  };
}

function ownerOf(place: Place | OwnedPlace): string {
  return 'caseId' in place ? place.caseId : place.ownerId;
}

function nameOf(place: Place | OwnedPlace): string {
  return `${ownerOf(place)}/${place.place}`;
}

function derive(key: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), use, dataKeyBytes));
}

function hmac(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** A one bit and zeros up to the next whole block (ISO/IEC 7816-4), so that a ciphertext tells only its number of blocks. */
function pad(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const padded = Buffer.alloc((Math.floor(bytes.length / blockBytes) + 1) * blockBytes);
  bytes.copy(padded);
  padded[bytes.length] = 0x80;
  return padded;
}

function withoutPadding(padded: Buffer): string {
  return padded.subarray(0, padded.lastIndexOf(0x80)).toString('utf8');
}
