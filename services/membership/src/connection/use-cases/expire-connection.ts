import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeConnection, type ConnectionId } from '../connection.js';
import { connectionPolicy } from '../connection.policy.js';
import { forgetLater, saveConnection } from './save-connection.js';

/** Ends a request that nobody answered for 30 days, as the platform. One that was answered is left alone. */
export function expireConnection(
  { transaction, clock }: Deps,
  { connectionId }: { readonly connectionId: ConnectionId },
) {
  const actor = systemActor('expire-connection');
  return transaction(async (unit) => {
    const connection = await unit.connections.findLocked(connectionId);
    if (connection === null || connection.status === 'CONNECTED') return ok(connection);
    if (connection.status === 'CLOSED') {
      await forgetLater(unit, connection);
      return ok(connection);
    }
    if (!connectionPolicy.can(actor, 'EXPIRE', connection)) return err(notAllowed('EXPIRE', 'Connection'));
    // The queue's clock may run ahead of ours; the guard then refuses and the job tries again.
    const expired = changeConnection(connection, 'EXPIRE', clock.now());
    return expired.ok ? ok(await saveConnection(unit, expired.value)) : expired;
  });
}
