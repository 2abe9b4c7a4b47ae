/*
 * What stands in the way of a plan at a time, and which times nearby would be better. Pure: everything it looks at is read
 * before, for the whole stretch around the plan, with one statement for each kind of clash.
 */
import type { ActivityId } from '../activity/activity.js';
import { campusTime, isOpenThroughout, type OpeningHours } from '../venue/opening-hours.js';
import { campusPeriods, clashRules, type CampusPeriod } from './clash-rules.js';

/** A time, its end excluded. */
export type TimeSpan = { readonly startsAt: Date; readonly endsAt: Date };

/** A public activity that could clash. */
export type Rival = TimeSpan & {
  readonly id: ActivityId;
  /** How many members its group has in common with the planning one; absent below the least number that is told of. */
  readonly sharedMembers: number | undefined;
};

/** Everything around a plan that its clashes follow from. */
export type Surroundings = {
  /** Activities of the group itself and of groups with enough members in common. */
  readonly shared: readonly Rival[];
  /** Activities of the same kind, which the same people might want to go to. */
  readonly sameKind: readonly Rival[];
  /** The venue's hours, bookings and closures; absent for a plan without one. */
  readonly venue: { readonly hours: readonly OpeningHours[]; readonly taken: readonly TimeSpan[] } | undefined;
};

/** What clashes with a plan at one time. */
export type Clashes = {
  readonly shared: readonly Rival[];
  readonly sameKind: readonly Rival[];
  readonly periods: readonly CampusPeriod[];
  /** Whether the venue is taken or closed then; absent for a plan without one. */
  readonly isVenueTaken: boolean | undefined;
};

/** A plan to look around: when it is, in which zone its days are, and how early it can be at all. */
export type PlanTime = TimeSpan & { readonly campusZone: string; readonly notBefore: Date };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Nobody is offered an hour of the night. */
const wakingHours = { from: '08:00', to: '23:30' };

const overlaps = (one: TimeSpan, other: TimeSpan): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The stretch to read: the plan with every time nearby that could be suggested. */
export function stretchAround({ startsAt, endsAt }: TimeSpan): { readonly from: Date; readonly to: Date } {
  const around = (clashRules.daysAround + 1) * dayMs;
  return { from: new Date(startsAt.getTime() - around), to: new Date(endsAt.getTime() + around) };
}

/** What clashes with a time. */
export function clashesAt(span: TimeSpan, { shared, sameKind, venue }: Surroundings, campusZone: string): Clashes {
  const [first, last] = [campusTime(span.startsAt, campusZone).day, campusTime(span.endsAt, campusZone).day];
  const known = shared.filter((rival) => overlaps(rival, span));
  const ids = new Set(known.map(({ id }) => id));
  return {
    shared: known,
    // What is told of as shared is not told of twice.
    sameKind: sameKind.filter((rival) => overlaps(rival, span) && !ids.has(rival.id)),
    periods: campusPeriods.filter(({ from, to }) => from <= last && first <= to),
    isVenueTaken:
      venue &&
      (venue.taken.some((taken) => overlaps(taken, span)) ||
        !isOpenThroughout(venue.hours, { from: span.startsAt, to: span.endsAt }, campusZone)),
  };
}

/** How much a time has against it; 0 when nothing clashes. */
export function weightOf({ shared, sameKind, periods, isVenueTaken }: Clashes): number {
  const { weights } = clashRules;
  const members = shared.reduce((sum, { sharedMembers }) => sum + (sharedMembers ?? 0), 0);
  return (
    (isVenueTaken === true ? weights.venue : 0) +
    periods.length * weights.period +
    shared.length * weights.sharedActivity +
    members * weights.sharedMember +
    sameKind.length * weights.sameKind
  );
}

/** A time with what it has against it. */
export type WeighedTime = TimeSpan & { readonly clashes: Clashes; readonly weight: number };

/** Up to three times nearby with less against them than the plan has, the best first and among equals the nearest. */
export function betterTimes(plan: PlanTime, around: Surroundings): readonly WeighedTime[] {
  const weigh = (span: TimeSpan): WeighedTime => {
    const clashes = clashesAt(span, around, plan.campusZone);
    return { ...span, clashes, weight: weightOf(clashes) };
  };
  const distance = ({ startsAt }: TimeSpan): number => Math.abs(startsAt.getTime() - plan.startsAt.getTime());
  const { weight } = weigh(plan);
  return candidates(plan)
    .map(weigh)
    .filter((time) => time.weight < weight)
    .sort((one, other) => one.weight - other.weight || distance(one) - distance(other))
    .slice(0, clashRules.suggestionsMax);
}

/** The same time of day on days around, and a few hours earlier or later on the same day. */
function candidates(plan: PlanTime): readonly TimeSpan[] {
  const { daysAround, hoursAround } = clashRules;
  const days = steps(daysAround).map((day) => shifted(plan, day * dayMs));
  const hours = steps(hoursAround)
    .map((hour) => shifted(plan, hour * hourMs))
    .filter((span) => isWaking(span, plan.campusZone));
  return [...days.map((span) => atSameTime(span, plan)), ...hours].filter(({ startsAt }) => startsAt >= plan.notBefore);
}

function steps(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => [index + 1, -index - 1]).flat();
}

function shifted({ startsAt, endsAt }: TimeSpan, ms: number): TimeSpan {
  return { startsAt: new Date(startsAt.getTime() + ms), endsAt: new Date(endsAt.getTime() + ms) };
}

/** Where the clocks changed between the two days, the time of day stays and the instant moves. */
function atSameTime(span: TimeSpan, plan: PlanTime): TimeSpan {
  const minutes = (instant: Date): number => {
    const [hour = 0, minute = 0] = campusTime(instant, plan.campusZone).time.split(':').map(Number);
    return hour * 60 + minute;
  };
  const off = minutes(plan.startsAt) - minutes(span.startsAt);
  const short = off > 720 ? off - 1440 : off;
  return shifted(span, (short < -720 ? short + 1440 : short) * 60_000);
}

function isWaking({ startsAt, endsAt }: TimeSpan, zone: string): boolean {
  const [start, end] = [campusTime(startsAt, zone), campusTime(endsAt, zone)];
  return start.day === end.day && start.time >= wakingHours.from && end.time <= wakingHours.to;
}
