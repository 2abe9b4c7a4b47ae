import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signer } from './settings.js';

/** Signs with HMAC-SHA-256. A code has six digits of it, which is enough for the few tries there are. */
export const hmacSigner: Signer = {
  code: (secret, text) => String(hmac(secret, text).readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
  sign: (secret, text) => hmac(secret, text).toString('base64url'),
  isSame(one, other) {
    const [a, b] = [Buffer.from(one), Buffer.from(other)];
    return a.length === b.length && timingSafeEqual(a, b);
  },
};

function hmac(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}
