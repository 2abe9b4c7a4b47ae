/*
 * A group: a society, club, network, committee or council, with its members and positions.
 * Life: machine B, from proposal to affiliation, dormancy and dissolution. Owner: membership.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** The id of a group. */
export type GroupId = Id<'Group'>;

/** What kind of group it is. */
export type GroupKind = 'SOCIETY' | 'CLUB' | 'NETWORK' | 'COMMITTEE' | 'COUNCIL';

/** Where a group stands in machine B. */
export type GroupStatus = 'PROPOSED' | 'PROVISIONAL' | 'AFFILIATED' | 'DORMANT' | 'DISSOLVED';

/** How people come in: at once, after an officer accepted their request, or by invitation alone. */
export type JoinPolicy = 'OPEN' | 'REQUEST' | 'INVITE';

/** Why a group fell dormant. */
export type DormancyReason = 'NO_OFFICER' | 'MISSED_REAFFILIATION';

/** A group as stored. */
export type Group = {
  readonly id: GroupId;
  readonly name: string;
  readonly kind: GroupKind;
  readonly purpose: string;
  readonly status: GroupStatus;
  readonly foundedAt: Date;
  readonly joinPolicy: JoinPolicy;
  /** The group that a committee or a council belongs to; absent for a body of the union itself. */
  readonly parentId: GroupId | undefined;
  /** Set while the group is dormant; rows from before this was recorded have none. */
  readonly dormantSince: Date | undefined;
  readonly dormantBecause: DormancyReason | undefined;
  /** Until when an affiliated group is to hand in its yearly submission. */
  readonly reaffiliationDueAt: Date | undefined;
  readonly version: number;
};

/** One person's time in a group. */
export type GroupMembership = {
  readonly id: Id<'GroupMembership'>;
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly status: 'ACTIVE' | 'LEFT' | 'REMOVED';
  readonly since: Date;
  readonly until: Date | undefined;
  readonly removalReason: string | undefined;
  readonly version: number;
};

/** What can happen to a group. */
export type GroupAction =
  | 'JOIN'
  | 'REQUEST_TO_JOIN'
  | 'INVITE'
  | 'LEAVE'
  | 'REMOVE_MEMBER'
  | 'RECOGNISE'
  | 'AFFILIATE'
  | 'ADD_POSITION'
  | 'APPOINT'
  | 'END_MANDATE'
  | 'EDIT'
  | 'CHANGE_JOIN_POLICY'
  | 'EXPORT_ROSTER'
  | 'SUBMIT_AFFILIATION'
  | 'REAFFILIATE'
  | 'MISS_REAFFILIATION'
  | 'FALL_DORMANT'
  | 'REVIVE'
  | 'DISSOLVE';

/** The actions that move a group from one status to another; the others are done in a group that stays where it is. */
export type GroupStep =
  | 'RECOGNISE'
  | 'AFFILIATE'
  | 'REAFFILIATE'
  | 'MISS_REAFFILIATION'
  | 'FALL_DORMANT'
  | 'REVIVE'
  | 'DISSOLVE';

/** A group with the counted facts its guards need. */
export type GroupFacts = {
  readonly group: Group;
  readonly memberCount: number;
  readonly officerCount: number;
  /** When the last mandate of somebody who has begun to serve ends or ended; absent when nobody ever served. */
  readonly servedUntil: Date | undefined;
  /** When the last mandate that is not over ends, begun or not; absent when nobody serves or is to serve. */
  readonly coveredUntil?: Date | undefined;
};

/** How many founding members make a proposal a provisional group; our choice, domain 1.3 B leaves N open. */
export const foundingMembersMin = 5;

/** How long a group may be without an officer before it falls dormant (machine A, invariants), in milliseconds. */
export const withoutOfficerMs = 30 * 86_400_000;

/** How long a dormant group is kept before it may be dissolved, in milliseconds; our choice, domain 1.3 B leaves it open. */
export const dormancyKeptMs = 365 * 86_400_000;

/** How long before its due date a group may hand in its yearly submission, in milliseconds: 1 to 31 October. */
export const reaffiliationWindowMs = 31 * 86_400_000;

/** When and under which key to look whether a group has been without an officer for 30 days since `from`. */
export function dormancyCheck(groupId: GroupId, from: Date): { readonly runAt: Date; readonly key: string } {
  return { runAt: new Date(from.getTime() + withoutOfficerMs), key: `check-dormancy:${groupId}` };
}

const living: readonly GroupStatus[] = ['PROPOSED', 'PROVISIONAL', 'AFFILIATED', 'DORMANT'];
const founded: readonly GroupStatus[] = ['PROVISIONAL', 'AFFILIATED', 'DORMANT'];

/** Nobody has served the group for 30 days; one that never had an officer is counted from its founding. */
function hasNoOfficer({ group, servedUntil }: GroupFacts, now: Date): boolean {
  return (servedUntil ?? group.foundedAt).getTime() + withoutOfficerMs <= now.getTime();
}

/** A dormant group is kept for a year: whoever wants it back must have had the time to hear of it. */
function mayEnd({ group }: GroupFacts, now: Date): boolean {
  if (group.status !== 'DORMANT') return true;
  return (group.dormantSince ?? group.foundedAt).getTime() + dormancyKeptMs <= now.getTime();
}

/** An affiliated group submits when its yearly window is open; one that is not affiliated, whenever it is ready. */
function maySubmit({ group: { status, reaffiliationDueAt } }: GroupFacts, now: Date): boolean {
  if (status !== 'AFFILIATED') return true;
  return reaffiliationDueAt !== undefined && reaffiliationDueAt.getTime() - reaffiliationWindowMs <= now.getTime();
}

/** Machine B. */
export const groupLifecycle = defineLifecycle<GroupFacts, GroupStatus, GroupAction>(
  {
    name: 'Group',
    initial: ['PROPOSED', 'AFFILIATED'],
    states: ['PROPOSED', 'PROVISIONAL', 'AFFILIATED', 'DORMANT', 'DISSOLVED'],
    transitions: {
      JOIN: { from: living, to: living },
      REQUEST_TO_JOIN: { from: living, to: living },
      INVITE: { from: living, to: living },
      LEAVE: { from: living, to: living },
      REMOVE_MEMBER: { from: living, to: living },
      RECOGNISE: {
        from: ['PROPOSED'],
        to: ['PROVISIONAL'],
        guard: ({ memberCount }) => memberCount >= foundingMembersMin,
      },
      AFFILIATE: { from: ['PROVISIONAL'], to: ['AFFILIATED'], guard: ({ officerCount }) => officerCount > 0 },
      ADD_POSITION: { from: founded, to: founded },
      APPOINT: { from: founded, to: founded },
      END_MANDATE: { from: founded, to: founded, guard: ({ officerCount }) => officerCount > 0 },
      EDIT: { from: living, to: living },
      CHANGE_JOIN_POLICY: { from: founded, to: founded },
      EXPORT_ROSTER: { from: living, to: living },
      SUBMIT_AFFILIATION: { from: founded, to: founded, guard: maySubmit },
      REAFFILIATE: { from: ['AFFILIATED'], to: ['AFFILIATED'], guard: ({ officerCount }) => officerCount > 0 },
      MISS_REAFFILIATION: {
        from: ['AFFILIATED'],
        to: ['DORMANT'],
        guard: ({ group: { reaffiliationDueAt } }, now) =>
          reaffiliationDueAt !== undefined && reaffiliationDueAt <= now,
      },
      FALL_DORMANT: { from: ['AFFILIATED'], to: ['DORMANT'], guard: hasNoOfficer },
      REVIVE: { from: ['DORMANT'], to: ['AFFILIATED'], guard: ({ officerCount }) => officerCount > 0 },
      DISSOLVE: { from: living, to: ['DISSOLVED'], guard: mayEnd },
    },
  },
  ({ group }) => group.status,
);

/** Moves a group along machine B. */
export function changeGroupStatus(
  facts: GroupFacts,
  action: GroupStep,
  now: Date,
): Result<Group, IllegalTransitionError> {
  const status = groupLifecycle.next(action, facts, now);
  if (!status.ok) return status;
  const moved: Group = { ...facts.group, status: status.value, dormantSince: undefined, dormantBecause: undefined };
  if (status.value === 'AFFILIATED') return ok(moved);
  const outside = { ...moved, reaffiliationDueAt: undefined };
  if (status.value !== 'DORMANT') return ok(outside);
  const dormantBecause = action === 'MISS_REAFFILIATION' ? 'MISSED_REAFFILIATION' : 'NO_OFFICER';
  return ok({ ...outside, dormantSince: now, dormantBecause });
}

/** What somebody proposes to found. */
export type GroupProposal = {
  readonly name: string;
  readonly kind: GroupKind;
  readonly purpose: string;
  /** The group that a committee or a council is to belong to. */
  readonly parentId?: GroupId | undefined;
};

/** What officers may write anew; absent fields stay. */
export type GroupChanges = { readonly name?: string | undefined; readonly purpose?: string | undefined };

/** Checks a proposal and makes it a group in its first state. */
export function proposeGroup(proposal: GroupProposal, id: GroupId, now: Date): Result<Group, ValidationError> {
  const { kind, parentId } = proposal;
  const name = proposal.name.trim();
  const purpose = proposal.purpose.trim();
  return new FieldChecks()
    .text('name', name, { min: 3, max: 80 })
    .text('purpose', purpose, { min: 20, max: 2000 })
    .that(
      parentId === undefined || kind === 'COMMITTEE' || kind === 'COUNCIL',
      'kind',
      'CONTRADICTION',
      'Only a committee or a council belongs to another group.',
    )
    .finish(proposedGroup({ name, kind, purpose, parentId }, id, now));
}

/** A group in its first state, of a proposal that was checked before. */
export function proposedGroup({ name, kind, purpose, parentId }: GroupProposal, id: GroupId, now: Date): Group {
  return {
    id,
    name,
    kind,
    purpose,
    status: 'PROPOSED',
    foundedAt: now,
    joinPolicy: 'OPEN',
    parentId,
    dormantSince: undefined,
    dormantBecause: undefined,
    reaffiliationDueAt: undefined,
    version: 1,
  };
}

/** Writes name and purpose anew, by the rules of a proposal. */
export function editGroup(group: Group, changes: GroupChanges): Result<Group, ValidationError> {
  const name = (changes.name ?? group.name).trim();
  const purpose = (changes.purpose ?? group.purpose).trim();
  return new FieldChecks()
    .text('name', name, { min: 3, max: 80 })
    .text('purpose', purpose, { min: 20, max: 2000 })
    .finish({ ...group, name, purpose });
}

/** The first day of somebody's time in a group. */
export function joinGroup(group: Group, memberId: MemberId, id: Id<'GroupMembership'>, now: Date): GroupMembership {
  return {
    id,
    groupId: group.id,
    memberId,
    status: 'ACTIVE',
    since: now,
    until: undefined,
    removalReason: undefined,
    version: 1,
  };
}

/** The last day of somebody's time in a group. */
export function leaveGroup(membership: GroupMembership, now: Date): GroupMembership {
  return { ...membership, status: 'LEFT', until: now };
}

/** The last day of somebody whom the group puts out, with the reason, or what is wrong with the reason. */
export function removeFromGroup(
  membership: GroupMembership,
  reason: string,
  now: Date,
): Result<GroupMembership, ValidationError> {
  return new FieldChecks()
    .text('reason', reason, { max: 500 })
    .finish({ ...membership, status: 'REMOVED' as const, until: now, removalReason: reason.trim() });
}

/** The facts of an ended membership as an event states them. */
export function membershipEnded({ groupId, memberId }: Pick<GroupMembership, 'groupId' | 'memberId'>) {
  return { aggregateId: `${groupId}:${memberId}`, data: { groupId, memberId } };
}
