import { describe, expect, it } from '@jest/globals';
import { toId, type Id } from '@guildhall/kernel';
import fc from 'fast-check';
import { actors, authorId } from '../../test/actors.js';
import { placeQuestions, type Question } from '../question/question.js';
import type { QuizVersion } from '../quiz/quiz.js';
import {
  attemptLifecycle,
  beginAttempt,
  endAttempt,
  revealOf,
  type AttemptStatus,
  type QuizAttempt,
} from './attempt.js';
import { attemptPolicy, visibleAttempts } from './attempt.policy.js';
import { nextAttemptAt } from './attempt-rules.js';
import { drawQuestions } from './draw.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const later = new Date(now.getTime() + 3_600_000);
let count = 0;
const nextId = <Kind extends string>(): Id<Kind> =>
  toId(`11111111-1111-4111-8111-${String((count += 1)).padStart(12, '0')}`);

const bank: readonly Question[] = placeQuestions(
  Array.from({ length: 20 }, (_, index) => ({
    key: undefined,
    kind: 'ORDERING' as const,
    prompt: `Question ${index}`,
    choices: ['A', 'B', 'C', 'D'].map((text) => ({ text, isRight: true, feedback: undefined })),
    number: undefined,
    tolerance: undefined,
    unit: undefined,
    accepted: [],
    explanation: undefined,
    resourceId: undefined,
  })),
  toId('v'),
  nextId,
);
const version: QuizVersion = {
  id: toId('v'),
  quizId: toId('q'),
  number: 1,
  status: 'PUBLISHED',
  language: 'en',
  drawCount: 5,
  passPercent: 60,
  timeLimitMinutes: 10,
  attemptsMax: 5,
  authorId: toId('a'),
  reviewerId: toId('r'),
  publishedAt: now,
  version: 3,
};
const start = { memberId: authorId, enrolmentId: toId<'Enrolment'>('e'), stepId: toId<'Step'>('s'), number: 1, now };
const begun = beginAttempt(version, bank, { ...start, id: nextId(), seed: 'a seed' });
const attempt = (status: AttemptStatus, changes: Partial<QuizAttempt> = {}): QuizAttempt => ({
  ...begun.attempt,
  status,
  ...changes,
});

describe('the life of an attempt', () => {
  it.each([
    ['OPEN', now, ['ANSWER', 'FINISH']],
    ['OPEN', later, ['FINISH', 'RUN_OUT']],
    ['PASSED', later, []],
    ['FAILED', later, []],
  ] as const)('in %s at %s allows exactly %j', (status, at, actions) => {
    expect(attemptLifecycle.possible(attempt(status), at)).toEqual(actions);
  });

  it('without a limit goes on', () => {
    expect(attemptLifecycle.possible(attempt('OPEN', { endsAt: undefined }), later)).toEqual(['ANSWER', 'FINISH']);
  });

  it('passes from the mark on, and counts to the end of its time at most', () => {
    const answered = begun.questions.map((one, index) =>
      index < 3 ? { ...one, answer: { choices: [0, 1, 2, 3], number: undefined, text: undefined } } : one,
    );
    expect(endAttempt({ ...begun, questions: answered }, 'FINISH', later)).toMatchObject({
      ok: true,
      value: { attempt: { status: 'PASSED', rightCount: 3, endedAt: begun.attempt.endsAt } },
    });
    expect(endAttempt({ ...begun, questions: answered.slice(1) }, 'FINISH', now)).toMatchObject({
      value: { attempt: { status: 'FAILED', endedAt: now } },
    });
    expect(endAttempt(begun, 'RUN_OUT', now)).toMatchObject({ ok: false });
  });

  it('is followed by a wait after each failure, and by none once passed', () => {
    const minutes = (number: number, isPassed: boolean) =>
      (nextAttemptAt({ number, isPassed }, now).getTime() - now.getTime()) / 60_000;
    expect([1, 2, 3, 9].map((number) => minutes(number, false))).toEqual([10, 60, 1440, 1440]);
    expect(minutes(1, true)).toBe(0);
  });

  it.each([
    ['OPEN', 1, 'NOTHING'],
    ['OPEN', 9, 'NOTHING'],
    ['FAILED', 3, 'ANSWERS'],
    ['FAILED', 4, 'VERDICTS'],
    ['PASSED', 4, 'ANSWERS'],
  ] as const)('that is %s as number %d shows %s', (status, number, shown) => {
    expect(revealOf(attempt(status, { number }))).toBe(shown);
  });
});

describe('a draw', () => {
  it('follows from its seed, repeats no question and shows every choice once, never solved', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 20 }), (seed, size) => {
        const drawn = drawQuestions(bank, size, seed);
        expect(drawQuestions([...bank].reverse(), size, seed)).toEqual(drawn);
        expect(new Set(drawn.map(({ question }) => question.id)).size).toBe(size);
        for (const { order } of drawn) {
          expect([...order].sort((one, other) => one - other)).toEqual([0, 1, 2, 3]);
          expect(order).not.toEqual([0, 1, 2, 3]);
        }
      }),
      { seed: 20261005, numRuns: 60 },
    );
  });

  it('gives every question about the same chance', () => {
    const times = new Map<string, number>();
    for (let round = 0; round < 2000; round += 1)
      for (const { question } of drawQuestions(bank, 5, `seed ${round}`))
        times.set(question.id, (times.get(question.id) ?? 0) + 1);
    // 500 expected; the seeds are fixed, so that this is the same every time.
    for (const { id } of bank) expect(Math.abs((times.get(id) ?? 0) - 500)).toBeLessThan(80);
  });
});

describe('rights over an attempt', () => {
  it.each(Object.entries(actors))(
    'belong to whoever made it, and its end by time to the platform: %s',
    (role, actor) => {
      const isTaker = role.startsWith('author');
      const ofOthers = role === 'system' ? ['RUN_OUT'] : [];
      const expected = isTaker ? ['ANSWER', 'FINISH'] : ofOthers;
      expect(attemptLifecycle.actions.filter((action) => attemptPolicy.can(actor, action, begun.attempt))).toEqual(
        expected,
      );
      expect(visibleAttempts(actor).everything).toBe(role === 'system');
    },
  );
});
