import {
  actorKey,
  err,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
  type Id,
  type IllegalTransitionError,
  type LimitReachedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Deps, Repositories } from '../../deps.js';
import { checkKey, newRegistration } from '../../registration/registration.js';
import type { MemberStanding } from '../../registration/registration.repository.js';
import { currentFairStartRules, fairStartRulesOf } from '../fair-start-rules.js';
import { fairStartPolicy } from '../fair-start.policy.js';
import { cannot, fairStartLifecycle } from '../fair-start.js';
import type { InvitedEntry } from '../fair-start.repository.js';
import { keyOf, requireFree } from './enter-draw.js';

/** The invitation that somebody of the party passed on. */
export type JoinParty = { readonly inviteCode: Id<'Invitation'>; readonly idempotencyKey: string | undefined };

/** Joins a party by the own act of whoever has its invitation: from then on they are drawn together or not at all. */
export async function joinParty(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { inviteCode, idempotencyKey: key }: JoinParty,
) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  return idempotentTransaction(
    { actor: actorKey(actor), key: keyOf(actor, key), operation: 'joinParty', input: { inviteCode } },
    ({ registrations }, id) => registrations.findVisible(actor, toId(id)),
    async (unit) => {
      const found = await findPartyLocked(unit, actor, inviteCode);
      if (found === null) return err(notFound('Party'));
      const { party, activity } = found;
      const memberId = memberOf(actor);
      if (memberId === undefined || !fairStartPolicy.can(actor, 'JOIN_PARTY', activity))
        return err(notAllowed('JOIN_PARTY', 'FairStart'));
      const now = clock.now();
      if (!fairStartLifecycle.can('JOIN_PARTY', activity, now)) return err(cannot('JOIN_PARTY', activity, now));
      const standing = (await unit.registrations.listStandings(activity.id, [memberId])).get(memberId);
      if (standing?.live?.partyId === party.id) return ok(standing.live);
      const room = await requireRoom(unit, found, standing);
      if (!room.ok) return room;
      const id = ids.ordered<'Registration'>();
      const place = { id, activityId: activity.id, memberId, status: 'ENTERED', queuedAt: now } as const;
      const joined = newRegistration({ ...place, partyId: party.id });
      await unit.registrations.addAll([joined]);
      return ok(joined);
    },
  );
}

type Found = { readonly party: InvitedEntry; readonly activity: Activity };

/** The party with its activity locked, and how many are in it under that lock. */
async function findPartyLocked(
  { activities, fairStarts }: Unit<Repositories>,
  actor: Actor,
  inviteCode: Id<'Invitation'>,
): Promise<Found | null> {
  const invited = await fairStarts.findInvited(inviteCode);
  const activity = invited === null ? null : await activities.findVisibleLocked(actor, invited.activityId);
  const party = activity === null ? null : await fairStarts.findInvited(inviteCode);
  return party === null || activity === null ? null : { party, activity };
}

async function requireRoom(
  { fairStarts }: Unit<Repositories>,
  { party, activity }: Found,
  standing: MemberStanding | undefined,
): Promise<Result<undefined, IllegalTransitionError | NotFoundError | LimitReachedError>> {
  const free = requireFree('JOIN_PARTY', standing);
  if (!free.ok) return free;
  // Everybody left: an entry of nobody takes no part in the draw, and nobody comes into it from outside.
  if (party.size === 0) return err(notFound('Party'));
  const [fairStart] = await fairStarts.listOf([activity.id]);
  const { partySizeMax } = fairStart === undefined ? currentFairStartRules : fairStartRulesOf(fairStart);
  const most = Math.min(partySizeMax, activity.capacity ?? partySizeMax);
  return party.size < most ? ok(undefined) : err(limitReached(`A party has at most ${most} people here.`, most));
}
