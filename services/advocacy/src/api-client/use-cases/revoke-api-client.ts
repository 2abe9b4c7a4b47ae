import { err, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { revokeClient } from '../api-client.js';
import { apiClientPolicy } from '../api-client.policy.js';

/** Ends a program for good; tokens it holds already open nothing from this moment on. */
export function revokeApiClient(
  { transaction, clock }: Deps,
  actor: Actor,
  { apiClientId }: { readonly apiClientId: Id<'ApiClient'> },
) {
  return transaction(async ({ apiClients }) => {
    const client = await apiClients.findVisible(actor, apiClientId);
    if (client === null || !apiClientPolicy.canManage(actor, client.departmentId)) return err(notFound('ApiClient'));
    const revoked = revokeClient(client, clock.now());
    return revoked.ok ? ok(await apiClients.save(revoked.value)) : revoked;
  });
}
