import { err, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { rotateSecret } from '../api-client.js';
import { apiClientPolicy } from '../api-client.policy.js';

/** Gives a program a new secret, shown this once; the old one is taken for a day, so that nothing stands still meanwhile. */
export function rotateApiClientSecret(
  { transaction, clock, secrets }: Deps,
  actor: Actor,
  { apiClientId }: { readonly apiClientId: Id<'ApiClient'> },
) {
  return transaction(async ({ apiClients }) => {
    const client = await apiClients.findVisible(actor, apiClientId);
    if (client === null || !apiClientPolicy.canManage(actor, client.departmentId)) return err(notFound('ApiClient'));
    const secret = secrets.clientSecret();
    const rotated = rotateSecret(client, secrets.hash(secret), clock.now());
    return rotated.ok ? ok({ client: await apiClients.save(rotated.value), secret }) : rotated;
  });
}
