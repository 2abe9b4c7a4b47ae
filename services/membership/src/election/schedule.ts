/*
 * The dates of an election: in order, to come when they are set, and not to be changed when they have passed.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { Election, ElectionDates } from './election.js';
import { afterWorkingDays, electionRulesOf } from './election-rules.js';

/** What dates are checked with: `now`, and the campus zone for working days. */
export type Today = { readonly now: Date; readonly campusZone: string };

const order = [
  'nominationsOpenAt',
  'nominationsCloseAt',
  'campaignOpensAt',
  'votingOpensAt',
  'votingClosesAt',
  'mandatesStartAt',
] as const satisfies readonly (keyof ElectionDates)[];

/** The dates of an election alone. */
export function datesOf(election: ElectionDates): ElectionDates {
  const { nominationsOpenAt, nominationsCloseAt, campaignOpensAt, votingOpensAt, votingClosesAt, mandatesStartAt } =
    election;
  return { nominationsOpenAt, nominationsCloseAt, campaignOpensAt, votingOpensAt, votingClosesAt, mandatesStartAt };
}

/** Checks the dates of a new election, all of them to come; problems are named under `schedule`. */
export function checkNewDates(
  dates: ElectionDates,
  election: Pick<Election, 'rulesVersion'>,
  today: Today,
): Result<ElectionDates, ValidationError> {
  const checks = new FieldChecks();
  for (const name of order) toCome(checks, name, { at: dates[name], now: today.now });
  return inOrder(checks, dates, {
    election,
    campusZone: today.campusZone,
    votingFrom: dates.votingOpensAt,
    votingMinMs: electionRulesOf(election).votingMinMs,
  });
}

/**
 * Checks new dates of an election that is under way: what has passed stays as it was, what is still to come may move to
 * another instant to come.
 */
export function checkChangedDates(
  dates: ElectionDates,
  election: Election,
  today: Today,
): Result<ElectionDates, ValidationError> {
  const checks = new FieldChecks();
  for (const name of order) {
    const isSame = dates[name].getTime() === election[name].getTime();
    if (election[name] <= today.now && hasHappened(election, name))
      checks.that(isSame, `schedule.${name}`, 'CONTRADICTION', 'This has passed and stays as it was.');
    else toCome(checks, name, { at: dates[name], now: today.now });
  }
  if (hasHappened(election, 'votingClosesAt')) return checks.finish(datesOf(dates));
  const isInterrupted = hasHappened(election, 'votingOpensAt');
  return inOrder(checks, dates, {
    election,
    campusZone: today.campusZone,
    votingFrom: isInterrupted ? today.now : dates.votingOpensAt,
    votingMinMs: isInterrupted ? 0 : electionRulesOf(election).votingMinMs,
  });
}

/** Whether the dates that a halted election needs to go on with are still to come. */
export function canGoOn(election: Election, now: Date): boolean {
  return order.every((name) => election[name] > now || hasHappened(election, name));
}

type DateName = (typeof order)[number];

/** From which state on each date lies behind an election; before, a halted election needs a later one when it has passed. */
const behindFrom: Readonly<Record<DateName, number>> = {
  nominationsOpenAt: 1,
  nominationsCloseAt: 2,
  campaignOpensAt: 2,
  votingOpensAt: 5,
  votingClosesAt: 6,
  mandatesStartAt: 6,
};
const stateOrder = [
  'PLANNED',
  'NOMINATIONS',
  'SCREENING',
  'CANDIDATES_PUBLISHED',
  'CAMPAIGN',
  'VOTING',
  'CLOSED',
  'PROVISIONAL',
  'DECLARED',
];

function hasHappened({ status, resumesTo }: Election, name: DateName): boolean {
  return stateOrder.indexOf(resumesTo ?? status) >= behindFrom[name];
}

function toCome(checks: FieldChecks, name: DateName, { at, now }: { readonly at: Date; readonly now: Date }): void {
  checks.that(at > now, `schedule.${name}`, 'OUT_OF_RANGE', 'Choose an instant that is still to come.');
}

type Bounds = {
  readonly election: Pick<Election, 'rulesVersion'>;
  readonly campusZone: string;
  /** From when on voting is measured: from its opening, or from now when it was interrupted. */
  readonly votingFrom: Date;
  readonly votingMinMs: number;
};

function inOrder(checks: FieldChecks, dates: ElectionDates, bounds: Bounds): Result<ElectionDates, ValidationError> {
  const rules = electionRulesOf(bounds.election);
  order.slice(1).forEach((name, index) => {
    const before = order[index];
    const isLater = before === undefined || dates[before] < dates[name];
    checks.that(isLater, `schedule.${name}`, 'CONTRADICTION', 'This comes after what stands above it.');
  });
  const lengthMs = dates.votingClosesAt.getTime() - bounds.votingFrom.getTime();
  return checks
    .that(
      lengthMs >= bounds.votingMinMs && lengthMs <= rules.votingMaxMs,
      'schedule.votingClosesAt',
      'OUT_OF_RANGE',
      'Voting lasts one hour to fourteen days.',
    )
    .that(
      dates.mandatesStartAt > afterWorkingDays(dates.votingClosesAt, rules.complaintDays, bounds.campusZone),
      'schedule.mandatesStartAt',
      'CONTRADICTION',
      `Mandates begin after ${rules.complaintDays} working days for complaints.`,
    )
    .finish(datesOf(dates));
}
