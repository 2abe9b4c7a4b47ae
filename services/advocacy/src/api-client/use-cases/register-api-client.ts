import {
  actorKey,
  conflict,
  err,
  limitReached,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type Id,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { apiClientsMax, checkApiClient, type ApiClient, type ApiClientRequest } from '../api-client.js';
import { apiClientPolicy } from '../api-client.policy.js';

/** Which program is to speak for which department. */
export type RegisterApiClient = ApiClientRequest & { readonly departmentId: Id<'Department'> };

/** Registers a program of the department. Where the platform keeps the secrets, one is made and shown this once. */
export function registerApiClient(
  { transaction, clock, ids, secrets, secretKeeper }: Deps,
  actor: Actor,
  { departmentId, ...request }: RegisterApiClient,
) {
  return transaction(async ({ departments, apiClients }) => {
    const [department] = await departments.listByIds([departmentId]);
    if (department === undefined) return err(notFound('Department'));
    if (!apiClientPolicy.canManage(actor, departmentId)) return err(notAllowed('REGISTER', 'ApiClient'));
    const checked = checkApiClient(request, secretKeeper);
    if (!checked.ok) return checked;
    if ((await apiClients.countWorking(departmentId)) >= apiClientsMax)
      return err(limitReached(`A department has at most ${apiClientsMax} programs.`, apiClientsMax));
    const secret = secretKeeper === 'PLATFORM' ? secrets.clientSecret() : undefined;
    const clientId = checked.value.clientId ?? `department-${ids.random()}`;
    if (await apiClients.isTaken(clientId)) return err(conflict('A program of this id is registered already.'));
    const client: ApiClient = {
      id: ids.random(),
      clientId,
      departmentId,
      name: checked.value.name,
      scopes: checked.value.scopes,
      registeredAt: clock.now(),
      registeredBy: actorKey(actor),
      revokedAt: undefined,
      secretHash: secret === undefined ? undefined : secrets.hash(secret),
      oldSecretHash: undefined,
      oldSecretUntil: undefined,
      version: 1,
    };
    return ok({ client: await apiClients.add(client), secret });
  });
}
