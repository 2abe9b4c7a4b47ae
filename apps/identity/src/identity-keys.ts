import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { readOrCreatePrivateFile, readPrivateFile } from './private-file.js';

/** RS256, because a gateway verifies far more often than we sign, and RSA verifies three times faster than ECDSA. */
export const signingAlgorithm = 'RS256';

const signingKeySchema = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  alg: z.literal(signingAlgorithm),
});

const keysSchema = z.object({
  signingKeys: z.object({ keys: z.array(signingKeySchema).min(1) }),
  cookieKeys: z.array(z.string().min(32)).min(1),
});

/** The private keys of this installation: a JWKS that signs tokens (the first key signs), and the keys that sign cookies. */
export type IdentityKeys = z.infer<typeof keysSchema>;

/** The keys kept in `<dir>/keys.json`, made at the first call; throws when the file is there but is not ours. */
export async function loadOrCreateKeys(dir: string): Promise<IdentityKeys> {
  const file = keysFile(dir);
  return parseKeys(file, await readOrCreatePrivateFile(file, createKeys));
}

/** The keys kept in `<dir>/keys.json`, or undefined when none were made yet; throws when the file is there but is not ours. */
export async function loadKeys(dir: string): Promise<IdentityKeys | undefined> {
  const file = keysFile(dir);
  const text = await readPrivateFile(file);
  return text === undefined ? undefined : parseKeys(file, text);
}

function keysFile(dir: string): string {
  return join(dir, 'keys.json');
}

async function createKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true, modulusLength: 2048 });
  const jwk = await exportJWK(privateKey);
  const signingKey = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: signingAlgorithm, use: 'sig' };
  const cookieKeys = [randomBytes(32).toString('base64url')];
  return `${JSON.stringify({ signingKeys: { keys: [signingKey] }, cookieKeys }, null, 2)}\n`;
}

function parseKeys(file: string, text: string): IdentityKeys {
  try {
    return keysSchema.parse(JSON.parse(text));
  } catch {
    // The parser's own message could repeat a piece of the key, so it is not passed on.
    throw new Error(
      `${file} does not hold Guildhall signing keys. Restore it from your backup, or remove it to sign everybody out and make new ones.`,
    );
  }
}
