import type { Actor, Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { ApiClient } from './api-client.js';

/** The programs of departments, as far as the viewer may know. */
export function createApiClientLoader(
  actor: Actor,
  apiClients: Repositories['apiClients'],
): DataLoader<Id<'Department'>, readonly ApiClient[]> {
  return new DataLoader(async (ids) => {
    const clients = Map.groupBy(await apiClients.listOf(actor, ids), ({ departmentId }) => departmentId);
    return ids.map((id) => clients.get(id) ?? []);
  });
}
