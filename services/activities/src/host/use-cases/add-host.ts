import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { hostPolicy } from '../host.policy.js';
import { addHost as decide, type HostPlan } from '../host.js';

/** Lists a partner, or a group that offers service, among the hosts. */
export async function addServiceHost({ transaction, ids }: Deps, actor: Actor, plan: HostPlan) {
  if (!hostPolicy.canAdd(actor)) return err(notAllowed('ADD', 'ServiceHost'));
  return transaction(async ({ hosts }) => {
    const added = decide(ids.ordered(), plan);
    return added.ok ? ok(await hosts.add(added.value)) : added;
  });
}
