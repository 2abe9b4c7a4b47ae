import {
  actorKey,
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
  type IllegalTransitionError,
  type Result,
} from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { checkKey, newRegistration } from '../../registration/registration.js';
import type { MemberStanding } from '../../registration/registration.repository.js';
import { fairStartPolicy } from '../fair-start.policy.js';
import { cannot, fairStartLifecycle } from '../fair-start.js';

/** Which draw to enter, and whether others can join by an invitation. */
export type EnterDraw = {
  readonly activityId: ActivityId;
  readonly asParty: boolean;
  readonly idempotencyKey: string | undefined;
};

/** Enters the draw of an activity, alone or as the first of a party. Entering twice is entering once. */
export async function enterDraw(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, asParty, idempotencyKey: key }: EnterDraw,
) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  return idempotentTransaction(
    { actor: actorKey(actor), key: keyOf(actor, key), operation: 'enterDraw', input: { activityId, asParty } },
    ({ registrations }, id) => registrations.findVisible(actor, toId(id)),
    async ({ activities, registrations, fairStarts }) => {
      const activity = await activities.findVisibleLocked(actor, activityId);
      if (activity === null) return err(notFound('Activity'));
      const memberId = memberOf(actor);
      if (memberId === undefined || !fairStartPolicy.can(actor, 'ENTER', activity))
        return err(notAllowed('ENTER', 'FairStart'));
      const now = clock.now();
      if (!fairStartLifecycle.can('ENTER', activity, now)) return err(cannot('ENTER', activity, now));
      const standing = (await registrations.listStandings(activityId, [memberId])).get(memberId);
      if (standing?.live?.status === 'ENTERED') return ok(standing.live);
      const free = requireFree('ENTER', standing);
      if (!free.ok) return free;
      const partyId = ids.random<'Party'>();
      await fairStarts.addEntry({ id: partyId, activityId, inviteCode: asParty ? ids.random() : undefined });
      const id = ids.ordered<'Registration'>();
      const entered = newRegistration({ id, activityId, memberId, status: 'ENTERED', queuedAt: now, partyId });
      await registrations.addAll([entered]);
      return ok(entered);
    },
  );
}

/** Whether somebody with this standing can enter: whoever has a place already cannot, nor who was removed with a reason. */
export function requireFree(
  action: 'ENTER' | 'JOIN_PARTY',
  standing: MemberStanding | undefined,
): Result<undefined, IllegalTransitionError> {
  if (standing?.live !== undefined) return err(illegalTransition(action, standing.live.status));
  return standing?.wasRemoved === true ? err(illegalTransition(action, 'REMOVED')) : ok(undefined);
}

/** Callers without a name share no keys. */
export const keyOf = (actor: Actor, key: string | undefined): string | undefined =>
  actor.kind === 'anonymous' ? undefined : key;
