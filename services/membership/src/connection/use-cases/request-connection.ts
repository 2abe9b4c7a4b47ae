import {
  actorKey,
  err,
  illegalTransition,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
  type IllegalTransitionError,
  type LimitReachedError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { connectionLimits } from '../connection-limits.js';
import {
  changeConnection,
  requestConnection as request,
  type Connection,
  type ConnectionDraft,
} from '../connection.js';
import { connectionPolicy } from '../connection.policy.js';
import { clockOf, saveConnection } from './save-connection.js';

/**
 * Asks a member to be connected, or accepts when they have asked already. Whether the member has blocked the asker
 * changes neither the answer nor the statements that make it: the request then waits for ever unseen.
 */
export function requestConnection(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey: key, ...draft }: ConnectionDraft & { readonly idempotencyKey: string },
) {
  const by = memberOf(actor);
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'requestConnection', input: draft },
    async ({ connections }, id) => (by === undefined ? null : connections.findKnown(by, toId(id), clock.now())),
    async (unit) => {
      const now = clock.now();
      if (by === undefined || !connectionPolicy.canAsk(actor)) return err(notAllowed('REQUEST', 'Connection'));
      const other = await unit.members.findVisible(actor, draft.memberId);
      if (other === null || other.status !== 'ACTIVE') return err(notFound('Member'));
      await unit.connections.lockPair(by, other.id);
      const isBlocked = await unit.connections.areBlocked(by, other.id);
      const made = request(draft, { id: ids.ordered(), by, now, isBlocked });
      if (!made.ok) return made;
      if ((await unit.blocks.listOf(by, [other.id])).length > 0)
        return err(illegalTransition('REQUEST', 'BLOCKED_BY_VIEWER'));
      const present = await unit.connections.listBetween(by, other.id, now);
      const asked = present.find(({ status, requesterId }) => status !== 'CONNECTED' && requesterId === by);
      if (asked !== undefined) return ok(asked);
      const back = isBlocked ? undefined : present[0];
      return back === undefined ? ask(unit, made.value) : askBack(unit, back, now);
    },
  );
}

/** Nobody asks the whole union, nor one person again and again, whatever became of the requests. */
async function ask(unit: Unit<Repositories>, connection: Connection): Promise<Result<Connection, LimitReachedError>> {
  const { id, requesterId: from, addresseeId: to, requestedAt: now, expiresAt } = connection;
  const { openRequestsMax, asksOfOneMax, askAgainMs } = connectionLimits;
  const since = new Date(now.getTime() - askAgainMs);
  const count = await unit.connections.countRequests(from, { of: to, now, since });
  if (count.open >= openRequestsMax)
    return err(limitReached('Too many of your requests wait. Take one back first.', openRequestsMax));
  if (count.ofPerson >= asksOfOneMax)
    return err(limitReached('You have asked this person often enough for now.', asksOfOneMax));
  await unit.connections.closeExpired(from, to, now);
  await unit.connections.add(connection);
  await unit.jobs.enqueue('expire-connection', { connectionId: id }, { runAt: expiresAt, key: clockOf(connection) });
  await unit.notifications.tell({
    to,
    from,
    reason: 'CONNECTION_REQUESTED',
    sourceId: id,
    subject: { kind: 'MEMBER', id: from },
  });
  return ok(connection);
}

/** Two people who ask each other are connected; one of them is told that the other said yes. */
async function askBack(
  unit: Unit<Repositories>,
  present: Connection,
  now: Date,
): Promise<Result<Connection, IllegalTransitionError>> {
  const changed = changeConnection(present, 'ASK_BACK', now);
  if (!changed.ok) return changed;
  await tellAccepted(unit, changed.value);
  return ok(await saveConnection(unit, changed.value));
}

/** Tells the asker that they are connected. */
export function tellAccepted({ notifications }: Unit<Repositories>, connection: Connection): Promise<void> {
  return notifications.tell({
    to: connection.requesterId,
    from: connection.addresseeId,
    reason: 'CONNECTION_ACCEPTED',
    sourceId: connection.id,
    subject: { kind: 'MEMBER', id: connection.addresseeId },
  });
}
