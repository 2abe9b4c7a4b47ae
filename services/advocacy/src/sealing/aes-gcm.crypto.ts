import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
const formatVersion = 1;

/** AES-256-GCM with a random nonce, bound to a name by the additional data: version, nonce, ciphertext, tag. */
export function encrypt(key: Uint8Array, name: string, plain: Uint8Array): Buffer {
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

/** What {@link encrypt} made. Throws when the key, the name or any bit is another. */
export function decrypt(key: Uint8Array, name: string, content: Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  if (bytes[0] !== formatVersion) throw new Error('this text is sealed in an unknown format');
  const body = bytes.subarray(1 + nonceBytes, -tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceBytes), {
    authTagLength: tagBytes,
  }).setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
