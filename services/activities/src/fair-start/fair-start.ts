/*
 * The fair start of an activity: a window in which people enter, alone or as a party, and a draw at its end that
 * everybody can recount. Life: planned, collecting, closed, drawn; only the draw is stored. Owner: activities.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  illegalTransition,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { isCollecting, type Activity, type ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import type { RegistrationId } from '../registration/registration.js';
import type { FairStartRules } from './fair-start-rules.js';

/** A fair start as stored beside its activity. `seed` and `places` are revealed by the draw. */
export type FairStart = {
  readonly activityId: ActivityId;
  /** The digest of the seed, public before anybody can enter. */
  readonly commitment: string;
  readonly rulesVersion: number;
  readonly places: number | undefined;
  readonly seed: string | undefined;
};

/** The id of an entry: random, so that it tells nothing of who or when. */
export type EntryId = Id<'Party'>;

/** What is public of an entry once it is drawn. */
export type DrawnEntry = {
  readonly id: EntryId;
  readonly activityId: ActivityId;
  readonly size: number;
  readonly tickets: number;
  /** The smallest of its tickets, by which it was drawn. */
  readonly number: string;
  readonly isPlaced: boolean;
  /** Its place in the order of the draw, from 1. */
  readonly rank: number;
};

/** An entry as those who are in it see it. */
export type OwnEntry = {
  readonly id: EntryId;
  readonly activityId: ActivityId;
  readonly registrationId: RegistrationId;
  /** What lets others join; absent for who entered alone. */
  readonly inviteCode: Id<'Invitation'> | undefined;
  readonly memberIds: readonly MemberId[];
};

/** Somebody who entered, with what their chances depend on. */
export type Entrant = {
  readonly registrationId: RegistrationId;
  readonly memberId: MemberId;
  readonly entryId: EntryId;
  readonly isFirstTimer: boolean;
  readonly losses: number;
};

/** How many entries and people a draw has or had. */
export type EntryCount = { readonly entries: number; readonly people: number };

/** Where a fair start is. */
export type FairStartPhase = 'NONE' | 'PLANNED' | 'COLLECTING' | 'CLOSED' | 'DRAWN';

/** What can happen to a fair start. */
export type FairStartAction = 'PLAN' | 'ENTER' | 'JOIN_PARTY' | 'LEAVE_DRAW' | 'DRAW';

/** Where the fair start of an activity is, by the clock and the draw. */
export function fairStartPhase(activity: Activity, now: Date): FairStartPhase {
  const { collectionOpensAt, collectionClosesAt, drawnAt } = activity;
  if (collectionOpensAt === undefined || collectionClosesAt === undefined) return 'NONE';
  if (drawnAt !== undefined) return 'DRAWN';
  if (now < collectionOpensAt) return 'PLANNED';
  return now < collectionClosesAt ? 'COLLECTING' : 'CLOSED';
}

/** A fair start at an instant: its phase follows from the clock. */
type AtInstant = { readonly activity: Activity; readonly phase: FairStartPhase };

const collects = ({ activity }: AtInstant, now: Date): boolean => isCollecting(activity, now);
const isPlanned = ({ activity }: AtInstant): boolean =>
  ['DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED'].includes(activity.status);

/** Which act is possible in which phase. Phases follow each other by the clock, so each of them is a beginning. */
const table = defineLifecycle<AtInstant, FairStartPhase, FairStartAction>(
  {
    name: 'FairStart',
    initial: ['NONE', 'PLANNED', 'COLLECTING', 'CLOSED'],
    states: ['NONE', 'PLANNED', 'COLLECTING', 'CLOSED', 'DRAWN'],
    transitions: {
      PLAN: {
        from: ['NONE', 'PLANNED'],
        to: ['PLANNED'],
        // Whoever registered first come first served already cannot be put into a draw.
        guard: (at, now) =>
          isPlanned(at) && (at.activity.status !== 'PUBLISHED' || now < at.activity.registrationOpensAt),
      },
      ENTER: { from: ['COLLECTING'], to: ['COLLECTING'], guard: collects },
      JOIN_PARTY: { from: ['COLLECTING'], to: ['COLLECTING'], guard: collects },
      LEAVE_DRAW: { from: ['COLLECTING'], to: ['COLLECTING'], guard: collects },
      DRAW: { from: ['CLOSED'], to: ['DRAWN'] },
    },
  },
  ({ phase }) => phase,
);

/** The life of a fair start, asked with its activity. */
export const fairStartLifecycle = {
  actions: table.actions,
  can: (action: FairStartAction, activity: Activity, now: Date): boolean =>
    table.can(action, { activity, phase: fairStartPhase(activity, now) }, now),
};

/** When entries are collected; the draw is at the end. */
export type CollectionWindow = { readonly opensAt: Date; readonly closesAt: Date };

const shortestMs = 3_600_000;

/** Plans or moves the window of an activity. It needs a capacity, and opens in the future, so that the commitment is public before. */
export function planWindow(
  activity: Activity,
  { opensAt, closesAt }: CollectionWindow,
  now: Date,
): Result<Activity, ValidationError | IllegalTransitionError> {
  if (!fairStartLifecycle.can('PLAN', activity, now)) return err(cannot('PLAN', activity, now));
  return new FieldChecks()
    .that(activity.capacity !== undefined, 'activityId', 'CONTRADICTION', 'Places without a limit need no draw.')
    .that(opensAt > now, 'opensAt', 'OUT_OF_RANGE', 'The window opens in the future.')
    .that(
      closesAt.getTime() - opensAt.getTime() >= shortestMs,
      'closesAt',
      'OUT_OF_RANGE',
      'The window is open for at least an hour.',
    )
    .that(
      closesAt <= activity.registrationOpensAt,
      'closesAt',
      'CONTRADICTION',
      'The draw comes before registration opens for everybody else.',
    )
    .finish({ ...activity, collectionOpensAt: opensAt, collectionClosesAt: closesAt });
}

/** The failure of an act that is not possible now. */
export function cannot(action: FairStartAction, activity: Activity, now: Date): IllegalTransitionError {
  return illegalTransition(action, fairStartPhase(activity, now));
}

/** What tickets depend on. `drawPercent` is what strikes leave, 100 without any. */
export type Chances = { readonly isFirstTimer: boolean; readonly losses: number; readonly drawPercent: number };

/** The tickets of one person. Strikes lower them and never take the last one. */
export function ticketsOf({ isFirstTimer, losses, drawPercent }: Chances, rules: FairStartRules): number {
  const earned =
    rules.baseTickets +
    (isFirstTimer ? rules.firstTimerTickets : 0) +
    Math.min(losses, rules.lossesMax) * rules.lossTickets;
  return Math.max(1, Math.floor((earned * drawPercent) / 100));
}

/** The tickets of a party: what its people have on average, rounded down, so that coming together neither helps nor harms. */
export function partyTickets(people: readonly Chances[], rules: FairStartRules): number {
  const sum = people.reduce((total, one) => total + ticketsOf(one, rules), 0);
  return Math.max(1, Math.floor(sum / people.length));
}
