import { describe, expect, it } from '@jest/globals';
import { sampleElection } from '../../test/sample-election.js';
import type { Election, ElectionDates } from './election.js';
import { catchUp, markCounted, obstacleTo } from './follow.js';
import { resumeElection, suspendElection, voidElection } from './halt.js';
import { editElection, planElection } from './plan.js';
import { canGoOn, checkChangedDates, checkNewDates, datesOf, type Today } from './schedule.js';

const campusZone = 'Europe/London';
const at = (now: string): Today => ({ now: new Date(now), campusZone });
const september = at('2026-09-20T00:00:00Z');
type Checked =
  | { ok: true }
  | { ok: false; error: { __typename: string; fields?: readonly { path: string; rule: string }[] } };
const problems = (checked: Checked) =>
  checked.ok ? [] : (checked.error.fields ?? []).map(({ path, rule }) => `${path} ${rule}`);
const dates = (changes: Partial<Record<keyof ElectionDates, string>>): ElectionDates => ({
  ...datesOf(sampleElection),
  ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, new Date(value)])),
});
const election = (changes: Partial<Election>): Election => ({ ...sampleElection, ...changes });

describe('the dates of a new election', () => {
  it('are to come, in order, with time to vote and to complain', () => {
    const check = (changes: Parameters<typeof dates>[0]) =>
      problems(checkNewDates(dates(changes), sampleElection, september));
    expect(check({})).toEqual([]);
    expect(check({ nominationsOpenAt: '2026-09-19T00:00:00Z' })).toEqual(['schedule.nominationsOpenAt OUT_OF_RANGE']);
    expect(check({ nominationsCloseAt: '2026-10-23T08:00:00Z' })).toEqual(['schedule.campaignOpensAt CONTRADICTION']);
    expect(check({ votingClosesAt: '2026-10-26T08:59:59Z' })).toEqual(['schedule.votingClosesAt OUT_OF_RANGE']);
    expect(check({ votingClosesAt: '2026-11-09T08:00:01Z' })).toEqual(['schedule.votingClosesAt OUT_OF_RANGE']);
    // The third working day after a Wednesday is the Monday after.
    expect(check({ mandatesStartAt: '2026-11-02T23:59:59.999Z' })).toEqual(['schedule.mandatesStartAt CONTRADICTION']);
    expect(check({ mandatesStartAt: '2026-11-03T00:00:00Z' })).toEqual([]);
  });
});

describe('the dates of an election under way', () => {
  const screening = election({ status: 'SCREENING' });
  const now = at('2026-10-20T00:00:00Z');
  const check = (changes: Parameters<typeof dates>[0]) => problems(checkChangedDates(dates(changes), screening, now));

  it('stay where they have passed and move where they are to come', () => {
    expect(check({ campaignOpensAt: '2026-10-24T08:00:00Z' })).toEqual([]);
    expect(check({ nominationsCloseAt: '2026-10-19T17:00:00Z' })).toEqual([
      'schedule.nominationsCloseAt CONTRADICTION',
    ]);
    expect(check({ campaignOpensAt: '2026-10-19T20:00:00Z' })).toEqual(['schedule.campaignOpensAt OUT_OF_RANGE']);
  });

  it('let an interrupted vote close as long after now as a vote may last', () => {
    const halted = election({ status: 'SUSPENDED', resumesTo: 'VOTING' });
    const later = at('2026-11-20T00:00:00Z');
    const changes = { mandatesStartAt: '2027-01-16T00:00:00Z' };
    const close = (votingClosesAt: string) =>
      problems(checkChangedDates(dates({ ...changes, votingClosesAt }), halted, later));
    expect(close('2026-12-04T00:00:00Z')).toEqual([]);
    expect(close('2026-12-04T00:00:01Z')).toEqual(['schedule.votingClosesAt OUT_OF_RANGE']);
  });
});

describe('what is written of an election', () => {
  const draft = {
    title: ' Autumn ',
    groupId: undefined,
    fillsId: undefined,
    campaignRules: 'Be fair.',
    secondTrustee: ' sys ',
    schedule: datesOf(sampleElection),
  };
  const made = { id: sampleElection.id, returningOfficer: 'otto', seed: 'a seed' };

  it('is planned under the current rules with a commitment to its seed, every problem told at once', () => {
    expect(planElection(draft, made, september)).toMatchObject({
      ok: true,
      value: { status: 'PLANNED', title: 'Autumn', secondTrustee: 'sys', rulesVersion: 1, announcedAt: undefined },
    });
    const broken = {
      ...draft,
      title: '',
      campaignRules: 'x'.repeat(4001),
      schedule: dates({ nominationsOpenAt: '2026-01-01T00:00:00Z' }),
    };
    expect(problems(planElection(broken, made, september))).toEqual([
      'title REQUIRED',
      'campaignRules TOO_LONG',
      'schedule.nominationsOpenAt OUT_OF_RANGE',
    ]);
  });

  it('changes field by field, but for the rules of a campaign whose candidates are public', () => {
    const edited = (status: Election['status']) =>
      problems(editElection(election({ status }), { campaignRules: 'Be fairer.' }, september));
    expect(['PLANNED', 'NOMINATIONS', 'SCREENING'].map((status) => edited(status as Election['status']))).toEqual([
      [],
      [],
      [],
    ]);
    expect(edited('CAMPAIGN')).toEqual(['campaignRules CONTRADICTION']);
    expect(problems(editElection(election({ status: 'CAMPAIGN' }), { title: 'Other' }, september))).toEqual([]);
  });
});

describe('a halt', () => {
  const october = at('2026-10-14T00:00:00Z');

  it('keeps where the election was and needs a reason for everybody to read', () => {
    const halted = suspendElection(election({ status: 'CAMPAIGN' }), ' A fire. ', october.now);
    expect(halted).toMatchObject({ value: { status: 'SUSPENDED', resumesTo: 'CAMPAIGN', statusReason: 'A fire.' } });
    expect(problems(suspendElection(election({ status: 'CAMPAIGN' }), ' ', october.now))).toEqual(['reason REQUIRED']);
    expect(suspendElection(election({ status: 'DECLARED' }), 'x', october.now).ok).toBe(false);
  });

  it('ends where it began, on later dates where those to come have passed', () => {
    const halted = election({ status: 'SUSPENDED', resumesTo: 'NOMINATIONS', statusReason: 'A fire.' });
    expect(resumeElection(halted, undefined, october)).toMatchObject({
      value: { status: 'NOMINATIONS', resumesTo: undefined, statusReason: undefined },
    });
    const late = at('2026-10-20T00:00:00Z');
    expect(canGoOn(halted, late.now)).toBe(false);
    expect(problems(resumeElection(halted, undefined, late))).toEqual(['schedule REQUIRED']);
    const later = dates({ nominationsCloseAt: '2026-10-22T16:00:00Z' });
    expect(resumeElection(halted, later, late)).toMatchObject({
      value: { nominationsCloseAt: later.nominationsCloseAt },
    });
  });

  it('gives the time for complaints anew', () => {
    const halted = election({ status: 'SUSPENDED', resumesTo: 'PROVISIONAL', complaintsUntil: october.now });
    expect(resumeElection(halted, undefined, at('2026-11-02T12:00:00Z'))).toMatchObject({
      value: { status: 'PROVISIONAL', complaintsUntil: new Date('2026-11-05T23:59:59.999Z') },
    });
  });

  it('can end for good, with a reason', () => {
    const halted = election({ status: 'SUSPENDED', resumesTo: 'CLOSED' });
    expect(voidElection(halted, 'Lost.', october.now)).toMatchObject({
      value: { status: 'VOIDED', resumesTo: undefined },
    });
    expect(problems(voidElection(halted, '', october.now))).toEqual(['reason REQUIRED']);
    expect(voidElection(election({ status: 'DECLARED' }), 'x', october.now).ok).toBe(false);
  });
});

describe('what an election does by itself', () => {
  const opening = sampleElection.votingOpensAt;

  it('makes good what was due before', () => {
    expect(catchUp(election({ status: 'NOMINATIONS' }), opening).status).toBe('SCREENING');
    expect(catchUp(election({ status: 'CANDIDATES_PUBLISHED' }), opening).status).toBe('CAMPAIGN');
    expect(catchUp(election({ status: 'NOMINATIONS' }), sampleElection.nominationsOpenAt).status).toBe('NOMINATIONS');
  });

  it('opens with published candidates and both keys, on time', () => {
    const obstacle = (status: Election['status'], hasBothKeys: boolean, now = opening) =>
      obstacleTo(election({ status }), { hasBothKeys, now });
    expect(obstacle('CAMPAIGN', true)).toBeUndefined();
    expect(obstacle('SCREENING', true)).toBe('NOT_PUBLISHED');
    expect(obstacle('CAMPAIGN', false)).toBe('NO_KEYS');
    expect(obstacle('CAMPAIGN', true, sampleElection.votingClosesAt)).toBe('TOO_LATE');
  });

  it('can be complained about for three working days after each count', () => {
    expect(markCounted(sampleElection, at('2026-10-28T17:00:00Z'))).toMatchObject({
      status: 'PROVISIONAL',
      complaintsUntil: new Date('2026-11-02T23:59:59.999Z'),
    });
  });
});
