import { err, illegalTransition, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { connectionLimits } from '../connection-limits.js';
import type { ConnectionId } from '../connection.js';
import { connectionPolicy } from '../connection.policy.js';

/** Forgets a connection that has been closed for so long that it says nothing about asking again, as the platform. */
export function forgetConnection(
  { transaction, clock }: Deps,
  { connectionId }: { readonly connectionId: ConnectionId },
) {
  const actor = systemActor('forget-connection');
  return transaction(async ({ connections }) => {
    const until = new Date(clock.now().getTime() - connectionLimits.askAgainMs);
    const connection = await connections.findLocked(connectionId);
    if (connection?.closedAt === undefined) return ok(connection);
    if (!connectionPolicy.canForget(actor)) return err(notAllowed('FORGET', 'Connection'));
    if (connection.closedAt > until) return err(illegalTransition('FORGET', connection.status));
    await connections.forget(connectionId);
    return ok(connection);
  });
}
