import type { ElectionStatus } from '../generated/elections/graphql.js';
import type { ScheduleDate, ScheduleInstants } from './schedule-values.js';

/** The dates of an election with the end of the time for complaints. */
export type FullSchedule = ScheduleInstants & { readonly complaintsUntil?: string | null };

/** What is waited for in each state; where nothing is, it is somebody's turn and no date's. */
const waitsFor: Readonly<Partial<Record<ElectionStatus, ScheduleDate | 'complaintsUntil'>>> = {
  PLANNED: 'nominationsOpenAt',
  NOMINATIONS: 'nominationsCloseAt',
  SCREENING: 'campaignOpensAt',
  CANDIDATES_PUBLISHED: 'campaignOpensAt',
  CAMPAIGN: 'votingOpensAt',
  VOTING: 'votingClosesAt',
  CLOSED: 'votingClosesAt',
  PROVISIONAL: 'complaintsUntil',
  DECLARED: 'mandatesStartAt',
};

/** The date that comes next for an election, and which one it is; nothing when it waits for no date. */
export function nextDate(
  status: ElectionStatus,
  schedule: FullSchedule,
  nowMs: number,
): { readonly date: ScheduleDate | 'complaintsUntil'; readonly instant: string } | undefined {
  const isToOpen = status === 'NOMINATIONS' && Date.parse(schedule.nominationsOpenAt) > nowMs;
  const date = isToOpen ? 'nominationsOpenAt' : waitsFor[status];
  const instant = date === undefined ? undefined : schedule[date];
  return date === undefined || typeof instant !== 'string' ? undefined : { date, instant };
}
