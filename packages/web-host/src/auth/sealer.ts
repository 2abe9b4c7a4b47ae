import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Turns a text into one that only the holder of the keys can read or make, and back. */
export type Sealer = {
  /** Encrypts with the first key. */
  seal(text: string): string;
  /** Returns nothing for a text that was changed, was sealed for another purpose, or under a key no longer held. */
  open(sealed: string): string | undefined;
};

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A sealer (AES-256-GCM, keys derived by HKDF) for one purpose: what is sealed for one app or cookie cannot be opened as another's.
 * The first key seals and every key opens, so that keys can be replaced without signing everybody out.
 */
export function createSealer(secrets: readonly string[], purpose: string): Sealer {
  if (secrets.length === 0) throw new Error('A web host needs at least one cookie key.');
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, 'guildhall web host', purpose, 32)));
  return {
    seal(text) {
      const [key = Buffer.alloc(0)] = keys;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= nonceBytes + tagBytes) return undefined;
      for (const key of keys) {
        const text = tryOpen(key, bytes);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

function tryOpen(key: Buffer, bytes: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
