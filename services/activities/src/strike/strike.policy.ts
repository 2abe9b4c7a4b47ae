import { isMember, isUnionOfficer, memberOf, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { Activity } from '../activity/activity.js';
import { activityPolicy } from '../activity/activity.policy.js';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { Strike, StrikeAction } from './strike.js';

/** Whose strikes an actor may see besides those they decide on; the repository turns this into SQL. */
export type StrikeScope = {
  readonly memberId: MemberId | undefined;
  /** Appeals of others, except over activities of these groups or that the actor organises; absent for who decides none. */
  readonly decides: { readonly deciderId: MemberId; readonly exceptGroupIds: readonly GroupId[] } | undefined;
};

/** People see their own; union officers see what is appealed against and does not concern them. Nobody else sees any. */
export function visibleStrikes(actor: Actor): StrikeScope {
  const deciderId = memberOf(actor);
  const mandates = actor.kind === 'person' ? actor.mandates : [];
  return {
    memberId: registeredMemberOf(actor),
    decides:
      deciderId !== undefined && isUnionOfficer(actor)
        ? { deciderId, exceptGroupIds: mandates.flatMap(({ groupId }) => groupId ?? []) }
        : undefined,
  };
}

/** A strike with the activity it was given at, on whose people the rights depend. */
export type StrikeFacts = { readonly strike: Strike; readonly activity: Activity };

const isOwn = (actor: Actor, { strike }: StrikeFacts): boolean => registeredMemberOf(actor) === strike.memberId;
/** Another one than the member, and nobody who organised what they missed. */
const decides = (actor: Actor, { strike, activity }: StrikeFacts): boolean =>
  memberOf(actor) !== undefined && !isMember(actor, strike.memberId) && activityPolicy.canJudge(actor, activity);

const rights: Readonly<Record<StrikeAction, (actor: Actor, facts: StrikeFacts) => boolean>> = {
  APPEAL: isOwn,
  UPHOLD: decides,
  CORRECT_ATTENDANCE: decides,
  EXCUSE: decides,
  TAKE_BACK: (actor) => actor.kind === 'system',
};

/** Who may do what to a strike. */
export const strikePolicy = {
  can: (actor: Actor, action: StrikeAction, facts: StrikeFacts): boolean => rights[action](actor, facts),
  /** Union officers decide appeals. */
  canDecideAny: (actor: Actor): boolean => isUnionOfficer(actor) && memberOf(actor) !== undefined,
};
