import { describe, expect, it } from '@jest/globals';
import type { Actor, PersonActor } from '@guildhall/kernel';
import { actors, fixedId, memberIds } from '../../test/personas.js';
import type { ElectionStatus } from '../election/election.js';
import {
  complain,
  electionComplaintLifecycle,
  ruleOn,
  type ElectionComplaintStatus,
  type JudgedComplaint,
} from './election-complaint.js';
import { electionComplaintPolicy } from './election-complaint.policy.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const made = {
  id: fixedId<'ElectionComplaint'>(1),
  electionId: fixedId<'Election'>(2),
  candidateId: undefined,
  memberId: memberIds.ada,
  words: 'The posters hang in the polling room.',
  madeAt: now,
};
const judged = (status: ElectionComplaintStatus = 'OPEN', phase: ElectionStatus = 'PROVISIONAL'): JudgedComplaint => ({
  complaint: {
    ...made,
    status,
    ruling: status === 'OPEN' ? undefined : 'Seen.',
    ruledBy: status === 'OPEN' ? undefined : 'otto',
    ruledAt: status === 'OPEN' ? undefined : now,
    version: 1,
  },
  election: { status: phase, secondTrustee: 'sys' },
  isViewerInvolved: false,
});

describe('a complaint', () => {
  it.each(electionComplaintLifecycle.states)('that is %s can be ruled on only while it is open', (status) => {
    expect(electionComplaintLifecycle.can('RULE', judged(status), now)).toBe(status === 'OPEN');
  });

  it.each<[ElectionStatus, boolean]>([
    ['PLANNED', false],
    ['NOMINATIONS', true],
    ['SCREENING', true],
    ['CANDIDATES_PUBLISHED', true],
    ['CAMPAIGN', true],
    ['VOTING', true],
    ['CLOSED', true],
    ['PROVISIONAL', true],
    ['DECLARED', false],
    ['SUSPENDED', false],
    ['VOIDED', false],
  ])('in an election that is %s can be ruled on: %s', (phase, can) => {
    expect(electionComplaintLifecycle.can('RULE', judged('OPEN', phase), now)).toBe(can);
  });

  it('has words, of a length', () => {
    expect(complain(made)).toMatchObject({ value: { status: 'OPEN', words: made.words } });
    for (const words of ['', 'x'.repeat(4001)])
      expect(complain({ ...made, words })).toMatchObject({ error: { fields: [{ path: 'text' }] } });
  });

  it('is upheld or dismissed with words, by a name and at an instant', () => {
    const by = { by: 'otto', now };
    expect(ruleOn(judged(), { isUpheld: true, ruling: 'They do.' }, by)).toMatchObject({
      value: { status: 'UPHELD', ruling: 'They do.', ruledBy: 'otto', ruledAt: now },
    });
    expect(ruleOn(judged(), { isUpheld: false, ruling: 'No.' }, by)).toMatchObject({ value: { status: 'DISMISSED' } });
    for (const ruling of ['', 'x'.repeat(2001)])
      expect(ruleOn(judged(), { isUpheld: true, ruling }, by)).toMatchObject({
        error: { fields: [{ path: 'ruling' }] },
      });
    expect(ruleOn(judged('UPHELD'), { isUpheld: false, ruling: 'No.' }, by)).toMatchObject({
      error: { __typename: 'IllegalTransitionError' },
    });
  });
});

describe('who rules on a complaint', () => {
  const otto: PersonActor = { ...actors.sys, subject: 'otto', appointments: ['RETURNING_OFFICER'] };
  const everybody: Readonly<Record<string, Actor>> = {
    ...actors,
    otto,
    trustee: { ...otto, subject: 'sys' },
    adaOfficer: { ...actors.ada, appointments: ['RETURNING_OFFICER'] },
  };
  const whoRules = (of: JudgedComplaint) =>
    Object.entries(everybody).flatMap(([name, actor]) =>
      electionComplaintPolicy.can(actor, 'RULE', of) ? [name] : [],
    );

  it('is a returning officer who did not make it and holds no other key', () => {
    expect(whoRules(judged())).toEqual(['otto']);
  });

  it('is nobody with a part in the election', () => {
    expect(whoRules({ ...judged(), isViewerInvolved: true })).toEqual([]);
  });
});
