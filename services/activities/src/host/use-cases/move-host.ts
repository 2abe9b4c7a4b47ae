import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { hostPolicy } from '../host.policy.js';
import { moveHost, type HostId } from '../host.js';

type Which = { readonly hostId: HostId };

/** Ends what a host may offer; what people did there stays, and can still be verified. */
export function closeServiceHost(deps: Deps, actor: Actor, { hostId }: Which) {
  return move(deps, actor, { hostId, action: 'CLOSE' });
}

/** Lets a host offer service again. */
export function reopenServiceHost(deps: Deps, actor: Actor, { hostId }: Which) {
  return move(deps, actor, { hostId, action: 'REOPEN' });
}

function move(
  { transaction, clock }: Deps,
  actor: Actor,
  { hostId, action }: Which & { readonly action: 'CLOSE' | 'REOPEN' },
) {
  return transaction(async ({ hosts }) => {
    const host = await hosts.find(hostId);
    if (host === null) return err(notFound('ServiceHost'));
    if (!hostPolicy.can(actor, action, host)) return err(notAllowed(action, 'ServiceHost'));
    const moved = moveHost(host, action, clock.now());
    return moved.ok ? ok(await hosts.save(moved.value)) : moved;
  });
}
