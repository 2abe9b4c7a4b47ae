import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { canonicalJson } from '@guildhall/subgraph';
import { normaliseName, type Place, type Pseudonym, type Vault, type WrappedKey } from './sealing.js';

/** The two secrets of this service, 32 bytes each. */
export type VaultKeys = { readonly master: Uint8Array; readonly pseudonym: Uint8Array };

const nonceBytes = 12;
const tagBytes = 16;
const formatVersion = 1;
/** Lengths are hidden up to this many bytes. */
const blockBytes = 256;

/**
 * A vault over the two keys: AES-256-GCM under a data key per case, wrapped by the master key, each bound to its place
 * by the additional data. The keys of the blind index, of aliases and of digests are derived by HKDF, so that no two uses share one.
 */
export function createVault({ master, pseudonym }: VaultKeys): Vault {
  const indexKey = derive(pseudonym, 'blind-index');
  const aliasKey = derive(pseudonym, 'alias');
  const digestKey = derive(pseudonym, 'digest');
  const keyId = hmac(derive(master, 'key-id'), 'key-id').slice(0, 16);

  const unwrap = ({ keyId: sealedUnder, dataKey }: WrappedKey, { caseId }: Place): Buffer => {
    if (sealedUnder !== keyId) throw new Error('this case was sealed under another master key');
    return decrypt(master, `${caseId}/data-key`, dataKey);
  };
  return {
    pseudonym: (memberId) => hmac(pseudonym, memberId) as Pseudonym,
    alias: (actorKey) => hmac(aliasKey, actorKey),
    nameIndex: (name) => hmac(indexKey, normaliseName(name)),
    digest: (value) => hmac(digestKey, canonicalJson(value)),
    newKey: (caseId) => ({ keyId, dataKey: encrypt(master, `${caseId}/data-key`, randomBytes(32)) }),
    seal: (key, place, text) => encrypt(unwrap(key, place), nameOf(place), pad(text)),
    open: (key, place, content) => withoutPadding(decrypt(unwrap(key, place), nameOf(place), content)),
  };
}

function nameOf({ caseId, place }: Place): string {
  return `${caseId}/${place}`;
}

function derive(key: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `guildhall/advocacy/${use}`, 32));
}

function hmac(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

function encrypt(key: Uint8Array, name: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
  return Buffer.concat([
    Buffer.from([formatVersion]),
    nonce,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

function decrypt(key: Uint8Array, name: string, content: Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  if (bytes[0] !== formatVersion) throw new Error('this text is sealed in an unknown format');
  const body = bytes.subarray(1 + nonceBytes, -tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceBytes), {
    authTagLength: tagBytes,
  }).setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(body), decipher.final()]);
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
