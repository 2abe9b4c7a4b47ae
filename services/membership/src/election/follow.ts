/*
 * What an election does by itself when one of its instants comes. A job may be late: steps that were due before are made
 * good first.
 */
import type { Election, PlatformAction } from './election.js';
import { electionLifecycle } from './election.js';
import { afterWorkingDays, electionRulesOf } from './election-rules.js';
import type { Today } from './schedule.js';

const silentSteps = ['CLOSE_NOMINATIONS', 'OPEN_CAMPAIGN'] as const satisfies readonly PlatformAction[];

/** The election after the steps that need nothing but their instant: the end of nominations, the beginning of the campaign. */
export function catchUp(election: Election, now: Date): Election {
  return silentSteps.reduce((current, action) => {
    const status = electionLifecycle.next(action, current, now);
    return status.ok ? { ...current, status: status.value } : current;
  }, election);
}

/** Why an election halts by itself, for everybody to read. */
export const haltedBecause = {
  NOT_PUBLISHED: 'Who stands was not published before voting was to open.',
  NO_KEYS: 'The trustees had not given both keys of the ballots when voting was to open.',
  TOO_LATE: 'Voting could not be opened on time.',
} as const;

/** What keeps an election from opening its voting at its instant, if anything does. */
export function obstacleTo(
  election: Election,
  { hasBothKeys, now }: { readonly hasBothKeys: boolean; readonly now: Date },
): keyof typeof haltedBecause | undefined {
  if (election.status !== 'CAMPAIGN') return 'NOT_PUBLISHED';
  if (!hasBothKeys) return 'NO_KEYS';
  return now < election.votingClosesAt ? undefined : 'TOO_LATE';
}

/** Counted, for the first time or again: from now on it can be complained about for the days of its rules. */
export function markCounted(election: Election, { now, campusZone }: Today): Election {
  const complaintsUntil = afterWorkingDays(now, electionRulesOf(election).complaintDays, campusZone);
  return { ...election, status: 'PROVISIONAL', complaintsUntil };
}
