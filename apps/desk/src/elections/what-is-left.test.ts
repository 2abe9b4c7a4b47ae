import { describe, expect, it } from '@jest/globals';
import type { ElectionStatus, RunElectionFragment } from '../generated/election/graphql.js';
import { isReady, whatIsLeft } from './what-is-left.js';

type Facts = Parameters<typeof whatIsLeft>[0];
type Candidate = RunElectionFragment['contests'][number]['candidates'][number];

const now = Date.parse('2027-03-10T12:00:00Z');
const schedule = {
  nominationsOpenAt: '2027-03-15T09:00:00Z',
  nominationsCloseAt: '2027-03-25T17:00:00Z',
  campaignOpensAt: '2027-03-30T09:00:00Z',
  votingOpensAt: '2027-04-05T09:00:00Z',
  votingClosesAt: '2027-04-08T17:00:00Z',
  complaintsUntil: null,
  mandatesStartAt: '2027-07-01T00:00:00Z',
};
const trustees: Facts['trustees'] = [
  { role: 'RETURNING_OFFICER', isViewer: true, hasRegistered: true, hasOpened: true },
  { role: 'SECOND', isViewer: false, hasRegistered: false, hasOpened: false },
];

function contestWith(...candidates: readonly Candidate[]): Facts['contests'][number] {
  return {
    id: 'contest',
    seats: 1,
    mandatesEndAt: '2028-07-01T00:00:00Z',
    position: { id: 'position', title: 'President', kind: 'UNION_OFFICER', seats: 1 },
    electorate: { kind: 'EVERYBODY', group: null, constituency: null },
    turnout: null,
    candidates,
    result: null,
  };
}

function electionIn(status: ElectionStatus, facts: Partial<Facts> = {}): Facts {
  return { status, schedule, trustees, contests: [], complaints: { edges: [] }, viewerActions: [], ...facts };
}

const candidate = (status: Candidate['status'], appeal: Candidate['appeal'] = null): Candidate => ({
  id: `${status}`,
  name: 'Somebody',
  isReopen: false,
  status,
  appeal,
});

const left = (election: Facts): readonly string[] =>
  whatIsLeft(election, now)
    .filter(({ isDone }) => !isDone)
    .map(({ key }) => key);

describe('what is left before the next step', () => {
  it('is a contest and dates to come before the announcement', () => {
    const past = { ...schedule, nominationsOpenAt: '2027-03-10T11:59:00Z' };
    expect(left(electionIn('PLANNED', { schedule: past }))).toEqual(['contests', 'datesToCome']);
    expect(left(electionIn('PLANNED', { contests: [contestWith()] }))).toEqual([]);
  });

  it('is everybody to be screened and every open appeal before the publication, and missing keys are only told of', () => {
    const contests = [contestWith(candidate('CONSENTED'), candidate('INELIGIBLE', { isGranted: null }))];
    expect(left(electionIn('SCREENING', { contests }))).toEqual(['screened', 'appeals', 'keyOf.SECOND']);
    const decided = [contestWith(candidate('ELIGIBLE'), candidate('INELIGIBLE', { isGranted: false }))];
    const checks = whatIsLeft(electionIn('SCREENING', { contests: decided }), now);
    expect(checks.filter(({ isDone }) => !isDone).map(({ key }) => key)).toEqual(['keyOf.SECOND']);
    expect(isReady(checks)).toBe(true);
  });

  it('is the time to appeal of who was refused', () => {
    const contests = [contestWith(candidate('INELIGIBLE'))];
    expect(left(electionIn('SCREENING', { contests }))).toEqual(['appealTime', 'keyOf.SECOND']);
    const viewerActions = ['PUBLISH_CANDIDATES'] as const;
    expect(left(electionIn('SCREENING', { contests, viewerActions }))).toEqual(['keyOf.SECOND']);
  });

  it('is the key of each trustee before the count', () => {
    expect(left(electionIn('CLOSED'))).toEqual(['handedIn.SECOND']);
  });

  it('is the time for complaints, open complaints and open appeals before the declaration', () => {
    const complaints = { edges: [{ node: { id: 'one', status: 'OPEN' as const } }] };
    const contests = [contestWith(candidate('DISQUALIFIED', { isGranted: null }))];
    const waiting = electionIn('PROVISIONAL', { complaints, contests });
    expect(left(waiting)).toEqual(['complaintsOver', 'complaints', 'appeals']);
    expect(isReady(whatIsLeft(waiting, now))).toBe(false);
    const over = { ...schedule, complaintsUntil: '2027-03-10T11:00:00Z' };
    const ruled = { edges: [{ node: { id: 'one', status: 'DISMISSED' as const } }] };
    expect(left(electionIn('PROVISIONAL', { schedule: over, complaints: ruled }))).toEqual([]);
  });

  it('is nothing while time alone decides, or once it is over', () => {
    for (const status of ['VOTING', 'DECLARED', 'SUSPENDED', 'VOIDED'] as const)
      expect(whatIsLeft(electionIn(status), now)).toEqual([]);
  });
});
