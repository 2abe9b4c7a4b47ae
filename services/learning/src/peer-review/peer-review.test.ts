import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import {
  askReviewer,
  checkWork,
  endReview,
  peerReviewLifecycle,
  submissionLifecycle,
  verdictOf,
  writeReview,
  type PeerReview,
  type PeerReviewStatus,
  type PeerSubmission,
  type SubmissionStatus,
  type Verdict,
} from './peer-review.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const work = (status: SubmissionStatus): PeerSubmission => ({
  id: toId('w'),
  enrolmentId: toId('e'),
  pathId: toId('p'),
  stepId: toId('s'),
  stepKey: toId('k'),
  authorId: toId('018f0000-0000-7000-8000-00000000000a'),
  round: 1,
  words: 'What I did.',
  status,
  handedInAt: now,
  decidedAt: undefined,
  version: 1,
});
const review = (status: PeerReviewStatus, verdict?: Verdict): PeerReview => ({
  ...askReviewer(work('OPEN'), { id: toId('r'), reviewerId: toId('018f0000-0000-7000-8000-00000000000b'), now }),
  status,
  verdict,
});
const draft = {
  verdict: 'ACCEPT',
  words: 'Clear, and I could do it again from this.',
  marks: [
    { criterion: 1, isMet: false, words: '  ' },
    { criterion: 0, isMet: true, words: 'Yes.' },
  ],
} as const;

describe('the life of work', () => {
  it.each([
    ['OPEN', ['ACCEPT', 'SEND_BACK', 'WITHDRAW']],
    ['ACCEPTED', []],
    ['SENT_BACK', []],
    ['WITHDRAWN', []],
  ] as const)('in %s allows exactly %j', (status, actions) => {
    expect(submissionLifecycle.possible(work(status), now)).toEqual(actions);
  });

  it.each([
    ['x'.repeat(49), false],
    ['x'.repeat(50), true],
    ['x'.repeat(20_000), true],
    ['x'.repeat(20_001), false],
  ])('begins with words of a readable length', (words, isFine) => {
    expect(checkWork(words).ok).toBe(isFine);
  });
});

describe('the life of a review', () => {
  it.each([
    ['ASKED', ['REVIEW', 'DECLINE', 'CALL_OFF']],
    ['DONE', []],
    ['DECLINED', []],
    ['LAPSED', []],
  ] as const)('in %s allows exactly %j', (status, actions) => {
    expect(peerReviewLifecycle.possible(review(status), now)).toEqual(actions);
  });

  it('runs out after seven days and not a millisecond before', () => {
    const { dueAt } = review('ASKED');
    expect(dueAt).toEqual(new Date('2026-10-12T09:00:00.000Z'));
    expect(endReview(review('ASKED'), 'LAPSE', new Date(dueAt.getTime() - 1))).toMatchObject({ ok: false });
    expect(endReview(review('ASKED'), 'LAPSE', dueAt)).toMatchObject({ ok: true, value: { status: 'LAPSED' } });
  });

  it('is written once, about every criterion', () => {
    const written = writeReview(review('ASKED'), draft, { criteria: 2, now });
    expect(written).toMatchObject({
      ok: true,
      value: {
        status: 'DONE',
        doneAt: now,
        marks: [
          { criterion: 0, words: 'Yes.' },
          { criterion: 1, words: undefined },
        ],
      },
    });
    if (written.ok)
      expect(writeReview(written.value, draft, { criteria: 2, now })).toMatchObject({
        ok: false,
        error: { __typename: 'IllegalTransitionError' },
      });
  });

  it.each([
    ['too few words', { ...draft, words: 'Fine.' }, 'words', 2],
    ['too few marks', draft, 'marks', 3],
    ['too many marks', draft, 'marks', 1],
    ['a mark twice', { ...draft, marks: [draft.marks[0], draft.marks[0]] }, 'marks', 2],
    ['an unknown criterion', { ...draft, marks: [draft.marks[0], { ...draft.marks[1], criterion: 7 }] }, 'marks', 2],
    [
      'a long remark',
      { ...draft, marks: [{ ...draft.marks[0], words: 'x'.repeat(501) }, draft.marks[1]] },
      'marks.0.words',
      2,
    ],
  ] as const)('is refused with %s', (_name, wrong, path, criteria) => {
    expect(writeReview(review('ASKED'), wrong, { criteria, now })).toMatchObject({
      ok: false,
      error: { __typename: 'ValidationError', fields: [{ path }] },
    });
  });
});

describe('the verdict', () => {
  it.each([
    [[], undefined],
    [['ACCEPT'], undefined],
    [['SEND_BACK'], undefined],
    [['ACCEPT', 'ACCEPT'], 'ACCEPT'],
    [['ACCEPT', 'SEND_BACK'], 'SEND_BACK'],
    [['SEND_BACK', 'SEND_BACK'], 'SEND_BACK'],
  ] as const)('of %j is %s: all are heard, and all have to accept', (verdicts, outcome) => {
    const reviews = [...verdicts.map((verdict) => review('DONE', verdict)), review('DECLINED')];
    expect(verdictOf(reviews)).toBe(outcome);
  });
});
