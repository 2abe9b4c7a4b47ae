import { createHash, randomBytes } from 'node:crypto';
import type { RecordTokens } from './record-link.js';

/** Secrets of 192 random bits; 32 characters of base64url. */
export const recordTokens: RecordTokens = {
  make: () => randomBytes(24).toString('base64url'),
  digest: (token) => createHash('sha256').update(`record link\n${token}`).digest(),
};
