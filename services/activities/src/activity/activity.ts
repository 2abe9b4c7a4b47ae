/*
 * An activity of a group: planned, approved where its risk asks for it, published, held and reported.
 * Life: machine C. Decisions are stored; the phases of a published activity follow from the clock. Owner: activities.
 */
import { defineLifecycle, type Id } from '@guildhall/kernel';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { VenueId } from '../venue/venue.js';
import { rulesOf, type RiskTier } from './activity-rules.js';
import type { RiskFacts } from './risk.js';

/** The id of an activity. */
export type ActivityId = Id<'Activity'>;

/** What an activity is. */
export type ActivityKind =
  | 'CULTURAL_PERFORMANCE'
  | 'SPORT'
  | 'SOCIAL'
  | 'SOCIAL_PRACTICE'
  | 'VOLUNTARY_SERVICE'
  | 'TRAINING'
  | 'MEETING'
  | 'CAMPAIGN';

/** Where an activity stands in machine C. */
export type ActivityStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'CHANGES_REQUESTED'
  | 'APPROVED'
  | 'DECLINED'
  | 'PUBLISHED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'REPORTED';

/** Where a published activity is in time. */
export type ActivityPhase =
  | 'REGISTRATION_NOT_OPEN'
  | 'COLLECTING'
  | 'OPEN'
  | 'REGISTRATION_CLOSED'
  | 'RUNNING'
  | 'ENDED';

/** What organisers decide about an activity. Without `capacity` everybody may come. */
export type ActivityPlan = {
  readonly title: string;
  readonly summary: string;
  readonly kind: ActivityKind;
  readonly place: string;
  /** The venue of the union it is planned for; absent elsewhere. Its bookings say whether it has the room. */
  readonly venueId: VenueId | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly registrationOpensAt: Date;
  readonly registrationClosesAt: Date;
  readonly capacity: number | undefined;
  readonly facts: RiskFacts;
};

/** What somebody does on the team of an activity. A welfare lead sees needs by name and helps whoever is in need. */
export type TeamRole = 'LEAD' | 'COORDINATOR' | 'CREW' | 'WELFARE_LEAD';

/** An activity as stored. `publishedAt` stays when it is cancelled later: what was public stays public. */
export type Activity = ActivityPlan & {
  readonly id: ActivityId;
  readonly groupId: GroupId;
  readonly organiserId: MemberId;
  /** Who is on the team now; whoever was only asked is not. Read with every activity, written by the team's own rows. */
  readonly team: readonly { readonly memberId: MemberId; readonly role: TeamRole }[];
  readonly status: ActivityStatus;
  /** Why changes were asked for, or why it was declined or cancelled. */
  readonly statusReason: string | undefined;
  readonly riskTier: RiskTier;
  readonly rulesVersion: number;
  readonly publishedAt: Date | undefined;
  /** From when to when entries to a draw are collected, and when it was drawn; absent without a fair start. */
  readonly collectionOpensAt?: Date | undefined;
  readonly collectionClosesAt?: Date | undefined;
  readonly drawnAt?: Date | undefined;
  readonly postponedAt: Date | undefined;
  readonly report: string | undefined;
  readonly version: number;
};

/** What can happen to an activity. */
export type ActivityAction =
  | 'EDIT'
  | 'SUBMIT'
  | 'REQUEST_CHANGES'
  | 'APPROVE'
  | 'DECLINE'
  | 'PUBLISH'
  | 'REGISTER'
  | 'POSTPONE'
  | 'CANCEL'
  | 'READ_DOOR_LIST'
  | 'CHECK_IN'
  | 'CLOSE_ATTENDANCE'
  | 'REPORT';

const isNotOver = (activity: Activity, now: Date): boolean => now < activity.endsAt;

/** Machine C. */
export const activityLifecycle = defineLifecycle<Activity, ActivityStatus, ActivityAction>(
  {
    name: 'Activity',
    initial: ['DRAFT'],
    states: [
      'DRAFT',
      'SUBMITTED',
      'CHANGES_REQUESTED',
      'APPROVED',
      'DECLINED',
      'PUBLISHED',
      'CANCELLED',
      'COMPLETED',
      'REPORTED',
    ],
    transitions: {
      EDIT: {
        from: ['DRAFT', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED'],
        to: ['DRAFT', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED'],
        guard: (activity, now) => activity.status !== 'PUBLISHED' || isNotOver(activity, now),
      },
      SUBMIT: { from: ['DRAFT', 'CHANGES_REQUESTED'], to: ['SUBMITTED', 'PUBLISHED'], guard: isNotOver },
      REQUEST_CHANGES: { from: ['SUBMITTED'], to: ['CHANGES_REQUESTED'] },
      APPROVE: { from: ['SUBMITTED'], to: ['APPROVED'] },
      DECLINE: { from: ['SUBMITTED'], to: ['DECLINED'] },
      PUBLISH: { from: ['APPROVED'], to: ['PUBLISHED'], guard: isNotOver },
      REGISTER: { from: ['PUBLISHED'], to: ['PUBLISHED'], guard: isOpenForRegistration },
      // Too close for the notice of its tier, it is judged again before anybody can register for the new date.
      POSTPONE: { from: ['PUBLISHED'], to: ['PUBLISHED', 'SUBMITTED'], guard: ({ startsAt }, now) => now < startsAt },
      CANCEL: { from: ['DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED'], to: ['CANCELLED'] },
      READ_DOOR_LIST: { from: ['PUBLISHED', 'COMPLETED', 'REPORTED'], to: ['PUBLISHED', 'COMPLETED', 'REPORTED'] },
      CHECK_IN: { from: ['PUBLISHED'], to: ['PUBLISHED'], guard: (activity, now) => now >= doorOpensAt(activity) },
      CLOSE_ATTENDANCE: { from: ['PUBLISHED'], to: ['COMPLETED'], guard: ({ endsAt }, now) => now >= endsAt },
      REPORT: { from: ['COMPLETED'], to: ['REPORTED'] },
    },
  },
  (activity) => activity.status,
);

/** Whether people can register now; for an activity that takes people at the door this may last while it runs. */
export function isOpenForRegistration(activity: Activity, now: Date): boolean {
  const { registrationOpensAt, registrationClosesAt, collectionClosesAt, drawnAt } = activity;
  // Nobody passes those who entered the draw, however late the platform comes to draw.
  const waitsForDraw = collectionClosesAt !== undefined && drawnAt === undefined;
  return registrationOpensAt <= now && now < registrationClosesAt && !waitsForDraw;
}

/** Whether entries to the draw of a published activity are taken now. */
export function isCollecting({ status, collectionOpensAt, collectionClosesAt, drawnAt }: Activity, now: Date): boolean {
  if (collectionOpensAt === undefined || collectionClosesAt === undefined || drawnAt !== undefined) return false;
  return status === 'PUBLISHED' && collectionOpensAt <= now && now < collectionClosesAt;
}

/** Where a published activity is in time; nothing for any other status. */
export function phaseOf(activity: Activity, now: Date): ActivityPhase | undefined {
  if (activity.status !== 'PUBLISHED') return undefined;
  if (now >= activity.endsAt) return 'ENDED';
  if (now >= activity.startsAt) return 'RUNNING';
  if (now >= activity.registrationClosesAt) return 'REGISTRATION_CLOSED';
  if (isCollecting(activity, now)) return 'COLLECTING';
  return isOpenForRegistration(activity, now) ? 'OPEN' : 'REGISTRATION_NOT_OPEN';
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Until when a place can be given back without being late. A postponement opens the window again, because the new time
 * was nobody's choice; it never reaches past the start.
 */
export function freeCancelUntil(activity: Activity): Date {
  const rules = rulesOf(activity);
  const start = activity.startsAt.getTime();
  const regular = start - rules.freeCancelHours * hourMs;
  if (activity.postponedAt === undefined) return new Date(regular);
  const reopened = activity.postponedAt.getTime() + rules.freeCancelAfterPostponingHours * hourMs;
  return new Date(Math.min(start, Math.max(regular, reopened)));
}

/** From when on people are let in and scanned. */
export function doorOpensAt(activity: Activity): Date {
  return new Date(activity.startsAt.getTime() - rulesOf(activity).doorOpensMinutes * 60_000);
}

/** When the report is due. A late report is still taken; the date tells that it is late. */
export function reportDueAt(activity: Activity): Date {
  return new Date(activity.endsAt.getTime() + rulesOf(activity).reportDueDays * dayMs);
}

/** The latest instant to submit with the notice that the risk tier asks for; approvers see it and decide. */
export function noticeUntil(activity: Activity): Date {
  return new Date(activity.startsAt.getTime() - rulesOf(activity).noticeDays[activity.riskTier] * dayMs);
}
