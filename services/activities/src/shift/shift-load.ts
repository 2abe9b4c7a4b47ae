import type { ShiftRules } from './shift-rules.js';

/** A piece of somebody's time, and whether it is hard. */
export type ShiftSpan = { readonly startsAt: Date; readonly endsAt: Date; readonly isHard: boolean };

/** A cap that one more shift would break, with the most that is allowed. */
export type LoadBreach = { readonly cap: 'DAY' | 'WEEK' | 'CONSECUTIVE'; readonly limit: number };

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Whether two pieces of time have an instant in common; the end does not belong to either. */
export function overlaps(
  one: Pick<ShiftSpan, 'startsAt' | 'endsAt'>,
  other: Pick<ShiftSpan, 'startsAt' | 'endsAt'>,
): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** The caps that a shift would break for somebody who does the others already; days and weeks are those of the campus. */
export function loadBreaches(
  others: readonly ShiftSpan[],
  shift: ShiftSpan,
  { rules, zone }: { readonly rules: ShiftRules; readonly zone: string },
): readonly LoadBreach[] {
  const all = [...others, shift];
  const weigh = (spans: readonly ShiftSpan[]): number =>
    spans.reduce((sum, { isHard }) => sum + (isHard ? rules.hardWeight : 1), 0);
  const sharing = (keyOf: (instant: Date) => string): readonly ShiftSpan[] =>
    all.filter(({ startsAt }) => keyOf(startsAt) === keyOf(shift.startsAt));
  const dayOf = (instant: Date): string => campusDay(instant, zone);
  const breaches: LoadBreach[] = [];
  if (weigh(sharing(dayOf)) > rules.dayWeightMax) breaches.push({ cap: 'DAY', limit: rules.dayWeightMax });
  if (weigh(sharing((instant) => mondayOf(dayOf(instant)))) > rules.weekWeightMax)
    breaches.push({ cap: 'WEEK', limit: rules.weekWeightMax });
  if (chainLength(all, shift, rules.restMinutes) > rules.consecutiveMax)
    breaches.push({ cap: 'CONSECUTIVE', limit: rules.consecutiveMax });
  return breaches;
}

/** How many shifts follow each other without a rest, the given one among them. */
function chainLength(all: readonly ShiftSpan[], shift: ShiftSpan, restMinutes: number): number {
  const ordered = all.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const at = ordered.indexOf(shift);
  const isRest = (before: ShiftSpan | undefined, after: ShiftSpan | undefined): boolean =>
    before === undefined ||
    after === undefined ||
    after.startsAt.getTime() - before.endsAt.getTime() >= restMinutes * minuteMs;
  let [first, last] = [at, at];
  while (!isRest(ordered[first - 1], ordered[first])) first -= 1;
  while (!isRest(ordered[last], ordered[last + 1])) last += 1;
  return last - first + 1;
}

function campusDay(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);
}

function mondayOf(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * dayMs).toISOString().slice(0, 10);
}
