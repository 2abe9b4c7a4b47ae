import type { ElectionStatus, RunElectionFragment } from '../generated/election/graphql.js';
import { countOpenAppeals, screeningChecks } from './screening-checks.js';

/** One thing that must hold before the next step can be taken; `count` says how much of it is left. */
export type Check = { readonly key: string; readonly isDone: boolean; readonly count?: number };

type Facts = Pick<
  RunElectionFragment,
  'schedule' | 'contests' | 'trustees' | 'complaints' | 'status' | 'viewerActions'
>;

/** What the returning officer can take as the next step in a state, and what must hold for it; empty where time alone decides. */
export function whatIsLeft(election: Facts, nowMs: number): readonly Check[] {
  return checksIn[election.status]?.(election, nowMs) ?? [];
}

const checksIn: Readonly<Partial<Record<ElectionStatus, (election: Facts, nowMs: number) => readonly Check[]>>> = {
  PLANNED: (election, nowMs) => [hasContests(election), isToCome(election, nowMs)],
  NOMINATIONS: keysGiven,
  SCREENING: (election) => [...screeningChecks(election), ...keysGiven(election)],
  CANDIDATES_PUBLISHED: keysGiven,
  CAMPAIGN: keysGiven,
  CLOSED: keysHandedIn,
  PROVISIONAL: (election, nowMs) => [complaintsOver(election, nowMs), noComplaint(election), noAppeal(election)],
};

/** Whether everything holds that the next step of the returning officer waits for; keys are waited for by the opening alone. */
export function isReady(checks: readonly Check[]): boolean {
  return checks.every(({ key, isDone }) => isDone || key.startsWith('keyOf'));
}

function hasContests({ contests }: Facts): Check {
  return { key: 'contests', isDone: contests.length > 0 };
}

function isToCome({ schedule }: Facts, nowMs: number): Check {
  return { key: 'datesToCome', isDone: Date.parse(schedule.nominationsOpenAt) > nowMs };
}

function keysGiven({ trustees }: Facts): readonly Check[] {
  return trustees.map(({ role, hasRegistered }) => ({ key: `keyOf.${role}`, isDone: hasRegistered }));
}

function keysHandedIn({ trustees }: Facts): readonly Check[] {
  return trustees.map(({ role, hasOpened }) => ({ key: `handedIn.${role}`, isDone: hasOpened }));
}

function noAppeal({ contests }: Facts): Check {
  const count = countOpenAppeals(contests);
  return { key: 'appeals', isDone: count === 0, count };
}

function complaintsOver({ schedule: { complaintsUntil } }: Facts, nowMs: number): Check {
  return {
    key: 'complaintsOver',
    isDone: typeof complaintsUntil === 'string' && Date.parse(complaintsUntil) < nowMs,
  };
}

function noComplaint({ complaints }: Facts): Check {
  const count = complaints.edges.filter(({ node }) => node.status === 'OPEN').length;
  return { key: 'complaints', isDone: count === 0, count };
}
