import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { changeConnection as change, shownStatus, type Connection } from '../connection.js';
import { connectionPolicy } from '../connection.policy.js';
import { saveConnection } from './save-connection.js';

/** One step of a connection that somebody takes, and what else happens with it. */
type Step = {
  readonly action: 'ACCEPT' | 'DECLINE' | 'WITHDRAW' | 'REMOVE';
  readonly after?: (unit: Unit<Repositories>, connection: Connection) => Promise<void>;
};

/** Takes a step of what is between the viewer and a member. What the viewer may not know of is not there. */
export function changeConnection(
  { transaction, clock }: Deps,
  actor: Actor,
  memberId: MemberId,
  { action, after }: Step,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const self = memberOf(actor);
    if (self === undefined) return err(notAllowed(action, 'Connection'));
    await unit.connections.lockPair(self, memberId);
    const [connection] = await unit.connections.listKnown(self, [memberId], now);
    if (connection === undefined) return err(notFound('Connection'));
    if (!connectionPolicy.can(actor, action, connection)) return err(notAllowed(action, 'Connection'));
    const changed = change(connection, action, now);
    if (!changed.ok) return err(illegalTransition(action, shownStatus(connection.status)));
    await after?.(unit, changed.value);
    return ok(await saveConnection(unit, changed.value));
  });
}
