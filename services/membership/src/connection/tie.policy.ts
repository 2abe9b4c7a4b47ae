import { viewerActions, type Actor } from '@guildhall/kernel';
import { connectionLifecycle, type ConnectionAction } from './connection.js';
import { connectionPolicy } from './connection.policy.js';
import type { Tie, TieAction } from './tie.js';

/** What the viewer may do now, by the life of the connection and by who asked whom. */
export function tieActions(actor: Actor, { connection, block }: Tie, now: Date): readonly TieAction[] {
  if (!connectionPolicy.canAsk(actor)) return [];
  if (block !== undefined) return ['UNBLOCK'];
  if (connection === undefined) return ['REQUEST', 'BLOCK'];
  const possible = viewerActions(connectionLifecycle, connection, now, (action) =>
    connectionPolicy.can(actor, action, connection),
  );
  return possible.filter(isOffered);
}

/** Asking back is what a request does by itself, and time does the rest. */
function isOffered(action: ConnectionAction): action is ConnectionAction & TieAction {
  return action !== 'ASK_BACK' && action !== 'EXPIRE';
}
