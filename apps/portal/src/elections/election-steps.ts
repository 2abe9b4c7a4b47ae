import type { ShownElection } from './election-document.js';

/** One stage of an election's life as voters see it. */
export type ElectionStep = {
  readonly key: 'nominations' | 'screening' | 'campaign' | 'voting' | 'count' | 'declared' | 'mandates';
  readonly state: 'done' | 'now' | 'next' | 'problem';
};

const keys = ['nominations', 'screening', 'campaign', 'voting', 'count', 'declared', 'mandates'] as const;

const placeOf = {
  PLANNED: -1,
  NOMINATIONS: 0,
  SCREENING: 1,
  CANDIDATES_PUBLISHED: 1,
  CAMPAIGN: 2,
  VOTING: 3,
  CLOSED: 4,
  PROVISIONAL: 4,
  DECLARED: 5,
} as const;

type Told = Pick<ShownElection, 'status' | 'schedule'>;

/**
 * Where an election is among its stages. What is halted or void stands, as a problem, at the stage that its dates say; a
 * declared one goes on until its mandates begin.
 */
export function electionSteps({ status, schedule }: Told, now: Date): readonly ElectionStep[] {
  const isHalted = status === 'SUSPENDED' || status === 'VOIDED';
  const haveMandatesBegun = status === 'DECLARED' && Date.parse(schedule.mandatesStartAt) <= now.getTime();
  const place = isHalted ? placeByClock(schedule, now) : placeOf[status];
  const isOpen = Date.parse(schedule.nominationsOpenAt) <= now.getTime();
  return keys.map((key, at) => {
    if (at < place || (key === 'declared' && status === 'DECLARED') || (key === 'mandates' && haveMandatesBegun))
      return { key, state: 'done' };
    if (at > place || (key === 'nominations' && !isOpen)) return { key, state: 'next' };
    return { key, state: isHalted ? 'problem' : 'now' };
  });
}

/** How many stages are over by their dates. */
function placeByClock(schedule: Told['schedule'], now: Date): number {
  const { nominationsCloseAt, campaignOpensAt, votingOpensAt, votingClosesAt } = schedule;
  return [nominationsCloseAt, campaignOpensAt, votingOpensAt, votingClosesAt].filter(
    (instant) => Date.parse(instant) <= now.getTime(),
  ).length;
}
