/*
 * A member's place on the organising team of an activity: asked by who runs it, taken or declined by the member alone.
 * Life: asked, on the team, then left or removed with a reason. Owner: activities.
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
import type { Activity, ActivityId, TeamRole } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';

/** The id of a place on a team. */
export type TeamPlaceId = Id<'TeamPlace'>;

/** Where a place stands. */
export type TeamStatus = 'ASKED' | 'ON_TEAM' | 'DECLINED' | 'LEFT' | 'REMOVED';

/** A place as stored. `ledAt` is set once the activity is over and the member led it, and stays when that is voided. */
export type TeamPlace = {
  readonly id: TeamPlaceId;
  readonly activityId: ActivityId;
  readonly memberId: MemberId;
  readonly role: TeamRole;
  readonly status: TeamStatus;
  readonly statusReason: string | undefined;
  readonly askedAt: Date;
  readonly joinedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly ledAt: Date | undefined;
  readonly ledVoidedAt: Date | undefined;
  readonly ledVoidReason: string | undefined;
  readonly version: number;
};

/** What can happen to a place. */
export type TeamAction = 'ACCEPT' | 'DECLINE' | 'LEAVE' | 'REMOVE' | 'CORRECT_LEADING';

/** A place with the activity it belongs to. */
export type TeamFacts = { readonly place: TeamPlace; readonly activity: Activity };

const isLastLead = ({ place, activity }: TeamFacts): boolean =>
  place.status === 'ON_TEAM' &&
  place.role === 'LEAD' &&
  activity.team.filter(({ role }) => role === 'LEAD').length <= 1;
const isOver = ({ activity }: TeamFacts): boolean => activity.status === 'COMPLETED' || activity.status === 'REPORTED';
/** Who organised what is over, or was called off, is history. */
const isPlanned = (facts: TeamFacts): boolean =>
  !isOver(facts) && facts.activity.status !== 'CANCELLED' && facts.activity.status !== 'DECLINED';

/** The life of a place. The last lead stays until there is another. */
export const teamLifecycle = defineLifecycle<TeamFacts, TeamStatus, TeamAction>(
  {
    name: 'TeamPlace',
    initial: ['ASKED', 'ON_TEAM'],
    states: ['ASKED', 'ON_TEAM', 'DECLINED', 'LEFT', 'REMOVED'],
    transitions: {
      ACCEPT: { from: ['ASKED'], to: ['ON_TEAM'], guard: isPlanned },
      DECLINE: { from: ['ASKED'], to: ['DECLINED'] },
      LEAVE: { from: ['ON_TEAM'], to: ['LEFT'], guard: (facts) => isPlanned(facts) && !isLastLead(facts) },
      REMOVE: {
        from: ['ASKED', 'ON_TEAM'],
        to: ['REMOVED'],
        guard: (facts) => isPlanned(facts) && !isLastLead(facts),
      },
      CORRECT_LEADING: {
        from: ['ON_TEAM'],
        to: ['ON_TEAM'],
        guard: (facts) => isOver(facts) && facts.place.ledAt !== undefined && facts.place.ledVoidedAt === undefined,
      },
    },
  },
  ({ place }) => place.status,
);

/** Whether somebody can be asked onto the team of an activity that stands here. */
export const takesTeam = (activity: Activity): boolean =>
  !['DECLINED', 'CANCELLED', 'COMPLETED', 'REPORTED'].includes(activity.status);

type Origin = Pick<TeamPlace, 'id' | 'activityId' | 'memberId' | 'role'>;

/** The first lead of an activity: whoever drafts it has said yes by drafting. */
export function foundTeam(origin: Omit<Origin, 'role'>, now: Date): TeamPlace {
  return { ...askOntoTeam({ ...origin, role: 'LEAD' }, now), status: 'ON_TEAM', joinedAt: now };
}

/** Asks a member onto the team. */
export function askOntoTeam(origin: Origin, now: Date): TeamPlace {
  return {
    ...origin,
    status: 'ASKED',
    statusReason: undefined,
    askedAt: now,
    joinedAt: undefined,
    endedAt: undefined,
    ledAt: undefined,
    ledVoidedAt: undefined,
    ledVoidReason: undefined,
    version: 1,
  };
}

/** The member's own answer to being asked. */
export function answerAsk(
  facts: TeamFacts,
  action: 'ACCEPT' | 'DECLINE',
  now: Date,
): Result<TeamPlace, IllegalTransitionError> {
  const status = teamLifecycle.next(action, facts, now);
  if (!status.ok) return status;
  const dates = action === 'ACCEPT' ? { joinedAt: now } : { endedAt: now };
  return ok({ ...facts.place, ...dates, status: status.value });
}

/** Leaves the team, or takes somebody off it, for a reason that its people read. */
export function endPlace(
  facts: TeamFacts,
  action: 'LEAVE' | 'REMOVE',
  { reason, now }: { readonly reason: string; readonly now: Date },
): Result<TeamPlace, IllegalTransitionError | ValidationError> {
  const status = teamLifecycle.next(action, facts, now);
  if (!status.ok) return status;
  return checkReason(reason).finish({
    ...facts.place,
    status: status.value,
    statusReason: reason.trim(),
    endedAt: now,
  });
}

/** Takes back that somebody led an activity, with the reason. */
export function correctLeading(
  facts: TeamFacts,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Result<TeamPlace, IllegalTransitionError | ValidationError> {
  const status = teamLifecycle.next('CORRECT_LEADING', facts, now);
  if (!status.ok) return status;
  return checkReason(reason).finish({ ...facts.place, ledVoidedAt: now, ledVoidReason: reason.trim() });
}

/** Whether the role counts as leading an activity in somebody's record. */
export const isLeadingRole = (role: TeamRole): role is 'LEAD' | 'COORDINATOR' =>
  role === 'LEAD' || role === 'COORDINATOR';

const checkReason = (reason: string): FieldChecks => new FieldChecks().text('reason', reason, { max: 2000 });
