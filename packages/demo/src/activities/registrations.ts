import type { Id } from '@guildhall/kernel';
import type { DemoContext } from '../demo-context.js';
import type { DemoGroupMembership } from '../groups/group-memberships.js';
import type { DemoMember } from '../people/members.js';
import { after, dayMs, earlier } from '../season.js';
import type { PlannedActivity } from './activity.js';
import { personFinder } from './person-finder.js';
import { type Entrant, type RegistrationStatus, settle } from './settle-queue.js';

/** A place, or a wish for one, as the activities service stores it. `queuedAt` orders the waiting list, the id parts ties. */
export type DemoRegistration = {
  readonly id: Id<'Registration'>;
  readonly activityId: Id<'Activity'>;
  readonly memberId: Id<'Member'>;
  readonly status: RegistrationStatus;
  readonly queuedAt: Date;
  readonly checkedInAt?: Date;
};

/** What registrations are made from. */
export type RegistrationSources = {
  readonly members: readonly DemoMember[];
  readonly memberships: readonly DemoGroupMembership[];
  readonly activities: readonly PlannedActivity[];
};

/** Registrations of the full union in the year. */
const registrationsPerYear = 78_000;

/**
 * Every registration, activity by activity in the order of the queue. Nobody registers before joining the union, twice for the
 * same activity, or for two that overlap; the organisers' capacity holds in every state.
 */
export function demoUnionRegistrations(
  context: DemoContext,
  sources: RegistrationSources,
): readonly DemoRegistration[] {
  const random = context.stream('registrations');
  const open = sources.activities.flatMap((planned) => openQueue(context, planned));
  const factor = fillFactor(open, context.scaled(registrationsPerYear));
  const findPerson = personFinder(random, sources);
  return open.flatMap(({ planned, wanted, end }) => {
    const count = isSettled(planned)
      ? wanted
      : Math.min(Math.round(wanted * factor), planned.activity.capacity ?? Infinity);
    const times = queueTimes(random.next, { from: planned.activity.registrationOpensAt, to: end, count });
    const entrants = times.flatMap((queuedAt, rank): readonly Entrant[] => {
      const fixed = planned.fixed.find((registration) => registration.rank === rank);
      const memberId = fixed?.memberId ?? findPerson(planned, queuedAt);
      return memberId
        ? [
            {
              id: random.idAt<'Registration'>(queuedAt),
              memberId,
              queuedAt,
              outcome: fixed?.outcome,
              isFixed: fixed !== undefined,
            },
          ]
        : [];
    });
    return settle({ random, anchor: context.anchor }, planned, entrants);
  });
}

type OpenQueue = { readonly planned: PlannedActivity; readonly wanted: number; readonly end: Date };

/** The queue as far as it has come by the anchor; a good part of those who come register in the first days. */
function openQueue({ anchor }: DemoContext, planned: PlannedActivity): readonly OpenQueue[] {
  const { status, registrationOpensAt, registrationClosesAt, startsAt } = planned.activity;
  if (!['PUBLISHED', 'CANCELLED', 'COMPLETED', 'REPORTED'].includes(status) || registrationOpensAt >= anchor) return [];
  const cancelledAt = status === 'CANCELLED' ? after(startsAt, -2 * dayMs) : startsAt;
  const end = earlier(earlier(registrationClosesAt, cancelledAt), anchor);
  const elapsed =
    (end.getTime() - registrationOpensAt.getTime()) / (registrationClosesAt.getTime() - registrationOpensAt.getTime());
  const wanted =
    planned.fixed.length > 0 ? planned.demand : Math.round(planned.demand * Math.sqrt(Math.min(1, elapsed)));
  return [{ planned, wanted, end }];
}

/** A sought-after activity, and one with a demo person in a known place, keeps its demand; the others share what is left of the year's number. */
function isSettled({ isSoughtAfter, fixed }: PlannedActivity): boolean {
  return isSoughtAfter || fixed.length > 0;
}

function fillFactor(open: readonly OpenQueue[], total: number): number {
  const sum = (queues: readonly OpenQueue[]) => queues.reduce((all, { wanted }) => all + wanted, 0);
  const settled = open.filter(({ planned }) => isSettled(planned));
  return Math.max(0, total - sum(settled)) / Math.max(1, sum(open) - sum(settled));
}

/** Instants in the order of the queue, no two the same. */
function queueTimes(
  next: () => number,
  { from, to, count }: { readonly from: Date; readonly to: Date; readonly count: number },
): readonly Date[] {
  const length = to.getTime() - from.getTime() - count;
  if (length <= 0) return [];
  const offsets = Array.from({ length: count }, () => Math.floor(next() ** 2.5 * length)).sort(
    (one, other) => one - other,
  );
  return offsets.map((offset, rank) => after(from, offset + rank));
}
