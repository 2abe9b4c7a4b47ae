import { createPrivateKey, createPublicKey, randomInt, sign, type KeyObject } from 'node:crypto';
import { encode } from 'base58-universal';

/** The variable with the key that signs credentials: 32 random bytes in base64. */
export const credentialKeyVariable = 'GUILDHALL_CREDENTIAL_KEY';

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The multicodec prefix of an Ed25519 public key (Multikey, did:key). */
const multicodecPrefix = Buffer.from([0xed, 0x01]);

/** A key that signs, with the identifiers a verifier finds it by. */
export type BadgeKey = {
  readonly did: string;
  readonly verificationMethod: string;
  sign(data: Uint8Array): Uint8Array;
};

/**
 * Reads the key that signs credentials. Without one nothing can be claimed; a key that is there but wrong stops the start
 * with a sentence.
 */
export function readBadgeKey(environment: Readonly<Record<string, string | undefined>>): BadgeKey | undefined {
  const text = environment[credentialKeyVariable] ?? '';
  if (text === '') return undefined;
  const seed = Buffer.from(text, 'base64');
  if (seed.length !== 32) throw new Error(`Learning needs ${credentialKeyVariable} to be 32 random bytes in base64.`);
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const multibase = `z${encode(Buffer.concat([multicodecPrefix, publicBytes(key)]))}`;
  const did = `did:key:${multibase}`;
  return { did, verificationMethod: `${did}#${multibase}`, sign: (data) => sign(null, data, key) };
}

/** Places of a status list drawn by chance, so that at least one of them is free while the list is half empty. */
export function drawPlaces(listLength: number): readonly number[] {
  return Array.from({ length: 64 }, () => randomInt(listLength));
}

function publicBytes(key: KeyObject): Buffer {
  return Buffer.from(String(createPublicKey(key).export({ format: 'jwk' }).x), 'base64url');
}
