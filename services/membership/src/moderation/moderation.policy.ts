import { isMember, isOfficerOf, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import {
  moderationDecisions,
  moderationLifecycle,
  type ModerationDecision,
  type ModerationItem,
} from './moderation.js';

/** Reports of so many distinct members hold a thing back until a moderator decides. */
export const reportsToHold = 3;

/** How many things one member can report within a day. */
export const reportsPerDay = 10;

/** From so many of one's reports found groundless within {@link groundlessDays} on, further ones wait for a moderator and count for nothing. */
export const groundlessReports = 5;

/** For how many days groundless reports are remembered. */
export const groundlessDays = 30;

/** Which moderated things an actor may be shown; the repository turns this into SQL. */
export type ModerationScope = {
  readonly self: MemberId | undefined;
  readonly groups: readonly GroupId[];
  readonly union: boolean;
};

/**
 * Officers of a group for what is written in it, union officers for everything else. Union officers also decide in a
 * group where an appeal is made or where no officer is left who neither wrote nor reported it. Never about oneself.
 */
export function moderatedItems(actor: Actor): ModerationScope {
  if (actor.kind !== 'person' || actor.memberId === undefined) return { self: undefined, groups: [], union: false };
  return {
    self: actor.memberId,
    groups: actor.mandates.flatMap(({ groupId }) => groupId ?? []),
    union: isUnionOfficer(actor),
  };
}

/** Who may decide about something in whose scope they are. */
export const moderationPolicy = {
  /** Whether the actor may decide at once about a shown thing of a group, or of the campus space. */
  canModerate: (actor: Actor, { authorId, groupId }: Pick<ModerationItem, 'authorId' | 'groupId'>): boolean =>
    memberOf(actor) !== undefined &&
    !isMember(actor, authorId) &&
    (groupId === undefined ? isUnionOfficer(actor) : isOfficerOf(actor, groupId)),
  /** An appeal is for somebody else than who removed the thing; its author decides nothing. */
  canDecide: (actor: Actor, decision: ModerationDecision, { authorId, removedBy }: ModerationItem): boolean => {
    const isAppeal = decision === 'RESTORE' || decision === 'UPHOLD';
    if (memberOf(actor) === undefined || isMember(actor, authorId)) return false;
    return !isAppeal || removedBy === undefined || !isMember(actor, removedBy);
  },
  /** What somebody in whose queue it is may decide now. */
  decisions: (actor: Actor, item: ModerationItem, now: Date): readonly ModerationDecision[] =>
    moderationDecisions.filter(
      (decision) => moderationLifecycle.can(decision, item, now) && moderationPolicy.canDecide(actor, decision, item),
    ),
  /** What was removed is its author's to appeal for. */
  canAppeal: (actor: Actor, { authorId }: Pick<ModerationItem, 'authorId'>): boolean => isMember(actor, authorId),
  /** Any member may report what they can read, but nothing of their own. */
  canReport: (actor: Actor, { authorId }: Pick<ModerationItem, 'authorId'>): boolean =>
    memberOf(actor) !== undefined && !isMember(actor, authorId),
} as const;
