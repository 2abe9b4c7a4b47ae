import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { SecretSource } from './secret-source.js';

const secretBytes = 32;

/** Secrets from the operating system's randomness. */
export const secretSource: SecretSource = {
  clientSecret: () => randomBytes(secretBytes).toString('base64url'),
  webhookSecret: () => `whsec_${randomBytes(secretBytes).toString('base64')}`,
  hash: (secret) => createHash('sha256').update(secret).digest('base64url'),
  fraction: () => randomInt(0, 1_000_001) / 1_000_000,
};
