import { createHash, timingSafeEqual } from 'node:crypto';
import type { Adapter, AdapterFactory, ClientMetadata, Provider } from 'oidc-provider';
import { signingAlgorithm } from './identity-keys.js';
import type { ClientDirectory, RegisteredClient } from './identity-client.js';

/** The provider asks the directory for clients that it was not started with, and its own store for everything else. */
export function withClientDirectory(own: AdapterFactory, directory: ClientDirectory | undefined): AdapterFactory {
  if (directory === undefined) return own;
  return (model): Adapter => {
    const adapter = own(model);
    if (model !== 'Client') return adapter;
    const find = async (clientId: string): Promise<ClientMetadata | undefined> => {
      const client = await directory.find(clientId);
      return client === undefined ? undefined : toMetadata(client);
    };
    return { ...adapter, find };
  };
}

/** The digest stands where a secret would, so that a rotation makes another client of it; it is never taken for one. */
function toMetadata({ clientId, displayName, scopes, secretHashes }: RegisteredClient): ClientMetadata {
  return {
    client_id: clientId,
    client_name: displayName,
    client_secret: secretHashes.join(' '),
    id_token_signed_response_alg: signingAlgorithm,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    scope: scopes.join(' '),
  };
}

type Comparing = { readonly clientId: string; compareClientSecret(secret: string): boolean | Promise<boolean> };

/** Secrets of registered clients are compared as digests, in constant time, with those that are valid at that moment. */
export function compareDigests(provider: Provider, staticIds: ReadonlySet<string>, directory: ClientDirectory): void {
  const prototype = provider.Client.prototype as unknown as Comparing;
  const compareText = prototype.compareClientSecret;
  prototype.compareClientSecret = async function compareClientSecret(this: Comparing, secret: string) {
    if (staticIds.has(this.clientId)) return compareText.call(this, secret);
    const digest = createHash('sha256').update(secret).digest();
    const known = (await directory.find(this.clientId))?.secretHashes ?? [];
    return known.map((hash) => isSame(Buffer.from(hash, 'base64url'), digest)).includes(true);
  };
}

function isSame(known: Buffer, given: Buffer): boolean {
  return known.length === given.length && timingSafeEqual(known, given);
}
