import { z } from 'zod';
import { UnknownMasterKey, type KeyManager } from './key-manager.js';
import type { WrappedKey } from './sealing.js';

/** Where a transit engine is, which of its keys is the master key, and the token that may encrypt and decrypt with it. */
export type TransitOptions = { readonly url: string; readonly key: string; readonly token: string };

const patienceMs = 5_000;
/** How long the newest version of the key is believed to be the newest, in milliseconds. */
const versionKeptMs = 10_000;

const keyAnswer = z.object({ data: z.object({ latest_version: z.number().int().positive() }) });
const encryptAnswer = z.object({ data: z.object({ ciphertext: z.string().regex(/^vault:v\d+:/) }) });
const decryptAnswer = z.object({ data: z.object({ plaintext: z.base64() }) });

/**
 * Master keys that stay in a key management service with the HTTP API of HashiCorp Vault's transit engine (also OpenBao):
 * `POST encrypt/KEY`, `POST decrypt/KEY`, `GET keys/KEY`. The key must be of an AEAD type such as aes256-gcm96, because
 * the owner of a data key is its associated data. Each version of the key counts as a master key of its own.
 */
export function createTransitKeys({ url, key, token }: TransitOptions): KeyManager {
  const base = `${url.replace(/\/+$/, '')}/v1/transit`;
  const name = encodeURIComponent(key);
  const known: { version?: { readonly keyId: string; readonly at: number } } = {};
  const call = async (path: string, body?: Readonly<Record<string, string>>): Promise<unknown> => {
    const response = await fetch(`${base}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'X-Vault-Token': token, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    // The answer of a failure may quote what was sent, so only its status is told.
    if (!response.ok) throw new Error(`the key management service answered ${response.status}`);
    return response.json();
  };
  const keyIdOf = (version: string | number): string => `transit:${key}:v${version}`;
  return {
    async currentKeyId() {
      if (known.version !== undefined && performance.now() - known.version.at < versionKeptMs)
        return known.version.keyId;
      const { data } = keyAnswer.parse(await call(`keys/${name}`));
      known.version = { keyId: keyIdOf(data.latest_version), at: performance.now() };
      return known.version.keyId;
    },
    async wrap(dataKey, owner): Promise<WrappedKey> {
      const { data } = encryptAnswer.parse(
        await call(`encrypt/${name}`, {
          plaintext: Buffer.from(dataKey).toString('base64'),
          associated_data: Buffer.from(owner).toString('base64'),
        }),
      );
      const version = data.ciphertext.split(':')[1]?.slice(1) ?? '';
      return { keyId: keyIdOf(version), dataKey: Buffer.from(data.ciphertext) };
    },
    async unwrap({ keyId, dataKey }, owner) {
      if (!keyId.startsWith(`transit:${key}:`)) throw new UnknownMasterKey();
      const { data } = decryptAnswer.parse(
        await call(`decrypt/${name}`, {
          ciphertext: Buffer.from(dataKey).toString('utf8'),
          associated_data: Buffer.from(owner).toString('base64'),
        }),
      );
      return Buffer.from(data.plaintext, 'base64');
    },
  };
}
