import { describe, expect, it } from '@jest/globals';
import type { ElectionStatus } from '../generated/graphql.js';
import { electionSteps } from './election-steps.js';

const schedule = {
  nominationsOpenAt: '2027-03-01T09:00:00Z',
  nominationsCloseAt: '2027-03-08T12:00:00Z',
  campaignOpensAt: '2027-03-15T09:00:00Z',
  votingOpensAt: '2027-03-22T09:00:00Z',
  votingClosesAt: '2027-03-25T17:00:00Z',
  complaintsUntil: null,
  mandatesStartAt: '2027-08-01T00:00:00Z',
};
const stepsAt = (status: ElectionStatus, now: string) =>
  electionSteps({ status, schedule }, new Date(now))
    .map(({ state }) => ({ done: 'd', now: 'N', next: '.', problem: '!' })[state])
    .join('');

describe('the stages of an election', () => {
  it.each([
    ['PLANNED', '2027-02-01T00:00:00Z', '.......'],
    ['NOMINATIONS', '2027-02-20T00:00:00Z', '.......'],
    ['NOMINATIONS', '2027-03-02T00:00:00Z', 'N......'],
    ['SCREENING', '2027-03-09T00:00:00Z', 'dN.....'],
    ['CANDIDATES_PUBLISHED', '2027-03-10T00:00:00Z', 'dN.....'],
    ['CAMPAIGN', '2027-03-16T00:00:00Z', 'ddN....'],
    ['VOTING', '2027-03-23T00:00:00Z', 'dddN...'],
    ['CLOSED', '2027-03-26T00:00:00Z', 'ddddN..'],
    ['PROVISIONAL', '2027-03-27T00:00:00Z', 'ddddN..'],
    ['DECLARED', '2027-04-02T00:00:00Z', 'dddddd.'],
    ['DECLARED', '2027-08-02T00:00:00Z', 'ddddddd'],
    ['SUSPENDED', '2027-03-23T00:00:00Z', 'ddd!...'],
    ['VOIDED', '2027-03-09T00:00:00Z', 'd!.....'],
  ] as const)('of one that is %s at %s are %s', (status, now, shown) => {
    expect(stepsAt(status, now)).toBe(shown);
  });
});
