import type { Clock } from '@guildhall/kernel';
import type { DataSource } from 'typeorm';
import { apiScopes } from './api-client/api-client.js';
import { createApiClientRepository } from './api-client/api-client.repository.js';

/** What a program of a department may ask an identity provider for, and the digests of the secrets it may present now. */
export type RegisteredClient = {
  readonly clientId: string;
  readonly displayName: string;
  readonly scopes: readonly string[];
  readonly secretHashes: readonly string[];
};

/** Every scope that a program of a department can have. */
export const departmentScopes: readonly string[] = apiScopes;

/**
 * The programs of departments whose secrets the platform keeps, for its own identity provider: leads register them while it
 * runs. Nothing for one that is revoked, unknown, or kept by the university.
 */
export function createClientDirectory(dataSource: DataSource, clock: Clock) {
  return {
    async find(clientId: string): Promise<RegisteredClient | undefined> {
      const client = await createApiClientRepository(dataSource.manager).findWorking(clientId);
      if (client?.secretHash === undefined) return undefined;
      const { name: displayName, scopes, secretHash, oldSecretHash, oldSecretUntil } = client;
      const isOldTaken = oldSecretHash !== undefined && oldSecretUntil !== undefined && oldSecretUntil > clock.now();
      return { clientId, displayName, scopes, secretHashes: isOldTaken ? [secretHash, oldSecretHash] : [secretHash] };
    },
  };
}
