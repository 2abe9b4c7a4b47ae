import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { hostPolicy } from '../host.policy.js';
import { editHost, type HostId, type HostPlan } from '../host.js';

/** Changes what is written about a host, or who speaks for it. */
export function editServiceHost(
  { transaction, clock }: Deps,
  actor: Actor,
  { hostId, changes }: { readonly hostId: HostId; readonly changes: Partial<HostPlan> },
) {
  return transaction(async ({ hosts }) => {
    const host = await hosts.find(hostId);
    if (host === null) return err(notFound('ServiceHost'));
    if (!hostPolicy.can(actor, 'EDIT', host)) return err(notAllowed('EDIT', 'ServiceHost'));
    const edited = editHost(host, changes, clock.now());
    return edited.ok ? ok(await hosts.save(edited.value)) : edited;
  });
}
