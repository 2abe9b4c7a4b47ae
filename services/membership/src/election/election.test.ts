import { describe, expect, it } from '@jest/globals';
import { sampleElection } from '../../test/sample-election.js';
import {
  electionLifecycle,
  isHeldBy,
  liveStates,
  revealedSeed,
  type Election,
  type ElectionStatus,
} from './election.js';

const during = new Date('2026-10-14T00:00:00Z');
const inStates = (now: Date, changes: Partial<Election> = {}) =>
  Object.fromEntries(
    electionLifecycle.states.map((status) => [
      status,
      electionLifecycle.possible({ ...sampleElection, status, ...changes }, now).join(' '),
    ]),
  );
const states = (name: (status: ElectionStatus) => boolean) => electionLifecycle.states.filter(name);
const may = (action: (typeof electionLifecycle.actions)[number], now: Date, changes: Partial<Election> = {}) =>
  states((status) => electionLifecycle.can(action, { ...sampleElection, status, ...changes }, now));

describe('the life of an election', () => {
  it('allows in every state what machine K says, and nothing else', () => {
    const complaints = 'COMPLAIN RULE_ON_COMPLAINTS';
    expect(inStates(during)).toEqual({
      PLANNED: 'EDIT EDIT_CONTESTS ANNOUNCE REGISTER_KEY SUSPEND VOID',
      NOMINATIONS: `EDIT REGISTER_KEY NOMINATE ${complaints} SUSPEND VOID`,
      SCREENING: `EDIT REGISTER_KEY PUBLISH_CANDIDATES ${complaints} SUSPEND VOID`,
      CANDIDATES_PUBLISHED: `EDIT REGISTER_KEY ${complaints} SUSPEND VOID`,
      CAMPAIGN: `EDIT REGISTER_KEY ${complaints} SUSPEND VOID`,
      VOTING: `VOTE ${complaints} SUSPEND VOID`,
      CLOSED: `OPEN_BALLOTS MARK_COUNTED ${complaints} SUSPEND VOID`,
      PROVISIONAL: `RECOUNT ${complaints} SUSPEND VOID`,
      DECLARED: 'PLAN_BY_ELECTION',
      SUSPENDED: 'RESUME VOID',
      VOIDED: 'PLAN_BY_ELECTION',
    });
  });

  it.each([
    ['NOMINATE', 'nominationsOpenAt', ['NOMINATIONS']],
    ['CLOSE_NOMINATIONS', 'nominationsCloseAt', ['NOMINATIONS']],
    ['OPEN_CAMPAIGN', 'campaignOpensAt', ['CANDIDATES_PUBLISHED']],
    ['OPEN_VOTING', 'votingOpensAt', ['CAMPAIGN']],
    ['CLOSE_VOTING', 'votingClosesAt', ['VOTING']],
  ] as const)('lets %s from %s on and not a millisecond before', (action, date, from) => {
    expect(may(action, new Date(sampleElection[date].getTime() - 1))).toEqual([]);
    expect(may(action, sampleElection[date])).toEqual(from);
  });

  it.each([
    ['NOMINATE', 'nominationsCloseAt', ['NOMINATIONS']],
    ['PUBLISH_CANDIDATES', 'votingOpensAt', ['SCREENING']],
    ['OPEN_VOTING', 'votingClosesAt', ['CAMPAIGN']],
    ['VOTE', 'votingClosesAt', ['VOTING']],
  ] as const)('lets %s up to %s and not from then on', (action, date, from) => {
    expect(may(action, new Date(sampleElection[date].getTime() - 1))).toEqual(from);
    expect(may(action, sampleElection[date])).toEqual([]);
  });

  it('takes complaints about a counted election until their time is over, and can be declared from then on', () => {
    const complaintsUntil = new Date('2026-11-02T23:59:59.999Z');
    const after = new Date(complaintsUntil.getTime() + 1);
    expect(may('COMPLAIN', complaintsUntil, { complaintsUntil })).toContain('PROVISIONAL');
    expect(may('DECLARE', complaintsUntil, { complaintsUntil })).toEqual([]);
    expect(may('COMPLAIN', after, { complaintsUntil })).toEqual([]);
    expect(may('DECLARE', after, { complaintsUntil })).toEqual(['PROVISIONAL']);
  });

  it('goes back from a halt to where it was and nowhere else', () => {
    for (const status of liveStates) {
      const suspended: Election = { ...sampleElection, status: 'SUSPENDED', resumesTo: status };
      expect(electionLifecycle.next('RESUME', suspended, during, status)).toEqual({ ok: true, value: status });
    }
    expect(electionLifecycle.next('RESUME', sampleElection, during, 'PLANNED').ok).toBe(false);
  });
});

describe('what waits for a decision', () => {
  it('keeps candidates from being published and a result from being declared', () => {
    const none = { unscreened: 0, appealable: 0, openAppeals: 0, openComplaints: 0 };
    const held = (matters: Partial<typeof none>) =>
      (['PUBLISH_CANDIDATES', 'DECLARE', 'SUSPEND'] as const).filter((action) =>
        isHeldBy({ ...none, ...matters }, action),
      );
    expect(held({})).toEqual([]);
    expect(held({ unscreened: 1 })).toEqual(['PUBLISH_CANDIDATES']);
    expect(held({ appealable: 1 })).toEqual(['PUBLISH_CANDIDATES']);
    expect(held({ openAppeals: 1 })).toEqual(['PUBLISH_CANDIDATES', 'DECLARE']);
    expect(held({ openComplaints: 1 })).toEqual(['DECLARE']);
  });
});

describe('the seed of all lots', () => {
  it('is told when the ballots are counted and not before', () => {
    for (const status of electionLifecycle.states) expect(revealedSeed({ ...sampleElection, status })).toBeUndefined();
    expect(revealedSeed({ ...sampleElection, status: 'PROVISIONAL', complaintsUntil: during })).toBe('north wind');
  });
});
