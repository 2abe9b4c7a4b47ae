import { createHmac, hkdfSync } from 'node:crypto';
import { createSignedAddresses, type SignedAddresses } from '@guildhall/files';
import { credentialKeyVariable } from '../credential/badge-key.crypto.js';

/**
 * The addresses of files, signed under a key that is derived by HKDF from the one that signs credentials, so that no two
 * uses share a key and an installation keeps no further secret. Throws one sentence when there is none to derive from.
 */
export function resourceFileAddresses(environment: Readonly<Record<string, string | undefined>>): SignedAddresses {
  const secret = Buffer.from(environment[credentialKeyVariable] ?? '', 'base64');
  if (secret.length !== 32)
    throw new Error(`Files in the library need ${credentialKeyVariable} to be 32 random bytes in base64.`);
  const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), 'guildhall/learning/file-addresses', 32));
  return createSignedAddresses({
    noun: 'resource file',
    folder: 'files',
    digest: (value) => createHmac('sha256', key).update(JSON.stringify(value)).digest('base64url'),
  });
}
