import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { checkAnswer, checkMilestones } from './answer.js';
import { proposalLifecycle, type ProposalAction } from './proposal-lifecycle.js';
import {
  answerDue,
  isReconsidered,
  isReopened,
  monthsAfter,
  thresholdFor,
  type ProposalRule,
} from './proposal-rule.js';
import { checkWords } from './proposal-text.js';
import { draftProposal, type Proposal, type ProposalFile, type ProposalStatus } from './proposal.js';
import { checkCouncil } from './screening.js';

const now = new Date('2026-10-05T09:00:00Z');
const later = new Date('2026-10-20T09:00:00Z');
const earlier = new Date('2026-10-01T09:00:00Z');
const drafted = draftProposal(toId('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
  authorId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  authorNamed: true,
  constituencyId: undefined,
  draftedAt: earlier,
});
const at = (status: ProposalStatus, changes: Partial<Proposal> = {}): ProposalFile => ({
  proposal: { ...drafted, status, ...changes },
  seconders: [],
  supporting: [],
});

/** Every clock still runs: gathering, rating and verifying are open. */
const running = { closesAt: later, ratedUntil: later, verifiedUntil: later, decision: 'ACCEPTED' as const };
const possible: Readonly<Record<ProposalStatus, readonly ProposalAction[]>> = {
  DRAFT: ['EDIT', 'INVITE_SECONDER', 'ANSWER_SECONDING', 'SUBMIT', 'WITHDRAW'],
  SCREENING: ['RETURN', 'REFUSE', 'FILE', 'OFFER_MERGE', 'WITHDRAW'],
  NOT_FILED: ['APPEAL', 'WITHDRAW'],
  APPEALED: ['REJECT_APPEAL', 'UPHOLD_APPEAL', 'WITHDRAW'],
  MERGE_OFFERED: ['ACCEPT_MERGE', 'DECLINE_MERGE', 'WITHDRAW'],
  MERGED: [],
  GATHERING: ['OFFER_MERGE', 'AMEND', 'ENDORSE', 'WITHDRAW_ENDORSEMENT', 'WITHDRAW'],
  QUALIFIED: ['ASSIGN'],
  LAPSED: [],
  ADOPTED: ['ASSIGN'],
  NOT_ADOPTED: [],
  REFERRED: ['ACKNOWLEDGE'],
  ACKNOWLEDGED: ['DRAFT_ANSWER', 'ANSWER'],
  ANSWERED: ['RATE', 'START_DELIVERY'],
  RECONSIDERED: ['DRAFT_ANSWER', 'ANSWER'],
  IN_DELIVERY: ['COMPLETE_MILESTONE', 'DELIVER'],
  DELIVERED: ['VERIFY'],
  CLOSED: [],
  REOPENED: ['START_DELIVERY'],
  WITHDRAWN: [],
};

/** Every clock has run out. */
const over = { closesAt: earlier, ratedUntil: earlier, verifiedUntil: earlier, revivableAt: earlier };
const possibleLater: Partial<Record<ProposalStatus, readonly ProposalAction[]>> = {
  GATHERING: ['CLOSE_GATHERING', 'WITHDRAW'],
  MERGE_OFFERED: ['ACCEPT_MERGE', 'DECLINE_MERGE', 'CLOSE_GATHERING', 'WITHDRAW'],
  LAPSED: ['REVIVE'],
  ANSWERED: ['START_DELIVERY'],
  DELIVERED: ['CLOSE_VERIFICATION'],
};

describe('the life of a proposal', () => {
  it.each(proposalLifecycle.states)('allows from %s exactly what machine H says', (status) => {
    expect(proposalLifecycle.possible(at(status, running), now)).toEqual(possible[status]);
    expect(proposalLifecycle.possible(at(status, { ...running, ...over }), now)).toEqual(
      possibleLater[status] ?? possible[status],
    );
  });

  it('closes at the stated instant, not a moment after', () => {
    const closing = at('GATHERING', { closesAt: now });
    expect(proposalLifecycle.can('ENDORSE', closing, new Date(now.getTime() - 1))).toBe(true);
    expect(proposalLifecycle.can('ENDORSE', closing, now)).toBe(false);
    expect(proposalLifecycle.can('CLOSE_GATHERING', closing, now)).toBe(true);
    expect(proposalLifecycle.can('CLOSE_GATHERING', closing, new Date(now.getTime() - 1))).toBe(false);
  });

  it('allows one appeal', () => {
    expect(proposalLifecycle.can('APPEAL', at('NOT_FILED', { appealedAt: earlier }), now)).toBe(false);
  });

  it('asks the council about policy and about nothing else', () => {
    const policy = at('QUALIFIED', { needsCouncil: true });
    expect(proposalLifecycle.possible(policy, now)).toEqual(['RECORD_COUNCIL']);
    expect(proposalLifecycle.possible(at('ADOPTED', { needsCouncil: true }), now)).toEqual(['ASSIGN']);
  });

  it('delivers what was accepted, and what was partly accepted once its supporters could rate it', () => {
    const deliverable = (changes: Partial<Proposal>) =>
      proposalLifecycle.can('START_DELIVERY', at('ANSWERED', { ratedUntil: later, answerRound: 1, ...changes }), now);
    expect(deliverable({ decision: 'ACCEPTED' })).toBe(true);
    expect(deliverable({ decision: 'PARTLY' })).toBe(false);
    expect(deliverable({ decision: 'PARTLY', ratedUntil: earlier })).toBe(true);
    expect(deliverable({ decision: 'PARTLY', answerRound: 2 })).toBe(true);
    for (const decision of ['ALTERNATIVE', 'ALREADY_DONE', 'DECLINED'] as const)
      expect(deliverable({ decision, ratedUntil: earlier })).toBe(false);
  });
});

const rule: ProposalRule = {
  version: 1,
  secondersMin: 2,
  gatheringDays: 28,
  thresholdAbsolute: 20,
  thresholdPerTenThousand: 25,
  reviveAfterMonths: 6,
  simpleMonths: 0,
  complexMonths: 1,
  ratingDays: 14,
  ratersMin: 10,
  dissatisfiedPercent: 50,
  verifyDays: 14,
  verifiersMin: 10,
  notYetPercent: 30,
};

describe('the numbers of proposals', () => {
  it('ask for the larger of a fixed number and a share of the constituency', () => {
    expect(thresholdFor(rule, 20_000)).toBe(50);
    expect(thresholdFor(rule, 20_001)).toBe(51);
    expect(thresholdFor(rule, 8000)).toBe(20);
    expect(thresholdFor(rule, 0)).toBe(20);
  });

  it('send an answer back when at least half of at least ten raters are dissatisfied, once', () => {
    expect(isReconsidered(rule, { answerRound: 1 }, { yes: 0, no: 9 })).toBe(false);
    expect(isReconsidered(rule, { answerRound: 1 }, { yes: 5, no: 5 })).toBe(true);
    expect(isReconsidered(rule, { answerRound: 1 }, { yes: 6, no: 5 })).toBe(false);
    expect(isReconsidered(rule, { answerRound: 2 }, { yes: 0, no: 50 })).toBe(false);
  });

  it('reopen what does not work for three of ten, once', () => {
    expect(isReopened(rule, { deliveryRound: 1 }, { yes: 7, no: 3 })).toBe(true);
    expect(isReopened(rule, { deliveryRound: 1 }, { yes: 8, no: 2 })).toBe(false);
    expect(isReopened(rule, { deliveryRound: 1 }, { yes: 0, no: 9 })).toBe(false);
    expect(isReopened(rule, { deliveryRound: 2 }, { yes: 0, no: 10 })).toBe(false);
  });

  it('make simple answers due at the end of the campus month and complex ones at the end of the next', () => {
    const zone = 'Europe/London';
    const due = (complexity: 'SIMPLE' | 'COMPLEX', instant: string) =>
      answerDue(rule, complexity, { now: new Date(instant), zone }).toISOString();
    expect(due('SIMPLE', '2026-10-05T09:00:00Z')).toBe('2026-10-31T23:59:59.999Z');
    expect(due('COMPLEX', '2026-10-05T09:00:00Z')).toBe('2026-11-30T23:59:59.999Z');
    // On the last evening of June in UTC it is July on campus.
    expect(due('SIMPLE', '2026-06-30T23:30:00Z')).toBe('2026-07-31T22:59:59.999Z');
    expect(due('COMPLEX', '2026-12-10T09:00:00Z')).toBe('2027-01-31T23:59:59.999Z');
  });

  it('count months by the calendar, to the last day of a shorter one', () => {
    expect(monthsAfter(new Date('2026-08-31T10:00:00Z'), 6).toISOString()).toBe('2027-02-28T10:00:00.000Z');
    expect(monthsAfter(now, 6).toISOString()).toBe('2027-04-05T09:00:00.000Z');
  });
});

describe('the words of a proposal', () => {
  const words = { language: 'en', title: ' A ', background: '', problem: '', suggestion: '' };

  it('may be unfinished in a draft but for the title, and not when handed in', () => {
    expect(checkWords(words, { complete: false })).toMatchObject({ ok: true, value: { title: 'A' } });
    expect(checkWords({ ...words, title: ' ' }, { complete: false })).toMatchObject({
      error: { fields: [{ path: 'title', rule: 'REQUIRED' }] },
    });
    expect(checkWords(words, { complete: true })).toMatchObject({
      error: { fields: [{ path: 'background' }, { path: 'problem' }, { path: 'suggestion' }] },
    });
    expect(checkWords({ ...words, language: 'tlh' }, { complete: false })).toMatchObject({
      error: { fields: [{ path: 'language', rule: 'UNKNOWN' }] },
    });
  });

  it('of an answer name who could decide otherwise when it is declined', () => {
    const answer = { decision: 'DECLINED' as const, text: 'No.', reason: '', whoDecides: '' };
    expect(checkAnswer(answer)).toMatchObject({ error: { fields: [{ path: 'reason' }, { path: 'whoDecides' }] } });
    expect(checkAnswer({ ...answer, decision: 'PARTLY' })).toMatchObject({ error: { fields: [{ path: 'reason' }] } });
    expect(checkAnswer({ ...answer, decision: 'ACCEPTED' }).ok).toBe(true);
  });

  it('of a plan have dates that are not over', () => {
    expect(checkMilestones([], '2026-10-05')).toMatchObject({ error: { fields: [{ path: 'milestones' }] } });
    expect(checkMilestones([{ title: 'Order', dueOn: '2026-10-04' }], '2026-10-05')).toMatchObject({
      error: { fields: [{ path: 'milestones.0.dueOn', rule: 'OUT_OF_RANGE' }] },
    });
    expect(checkMilestones([{ title: ' Order ', dueOn: '2026-10-05' }], '2026-10-05')).toEqual({
      ok: true,
      value: [{ title: 'Order', dueOn: '2026-10-05' }],
    });
  });

  it('of the council fit its votes', () => {
    const decision = {
      proposalId: drafted.id,
      adopted: true,
      metOn: '2026-10-05',
      votesFor: 3,
      votesAgainst: 3,
      abstentions: 0,
    };
    expect(checkCouncil(decision)).toMatchObject({ error: { fields: [{ path: 'adopted', rule: 'CONTRADICTION' }] } });
    expect(checkCouncil({ ...decision, adopted: false }).ok).toBe(true);
    expect(checkCouncil({ ...decision, votesFor: -1, metOn: 'today' })).toMatchObject({
      error: { fields: [{ path: 'votesFor' }, { path: 'metOn' }, { path: 'adopted' }] },
    });
  });
});
