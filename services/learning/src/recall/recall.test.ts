import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import fc from 'fast-check';
import { actors, authorId } from '../../test/actors.js';
import { campusDay } from './campus-day.js';
import { firstMemory, memoryAfter, nextDates, recallRatings, remember, retrievability, type Review } from './memory.js';
import {
  checkRetention,
  defaultSettings,
  recallCardLifecycle,
  recallLifecycle,
  reviewFromQuiz,
  type CardFacts,
  type RecallCard,
} from './recall-card.js';
import { recallPolicy, visibleCards } from './recall.policy.js';

const dayMs = 86_400_000;
const now = new Date('2026-10-05T09:00:00.000Z');
const days = (count: number): Date => new Date(now.getTime() + count * dayMs);

/** Reviews at different instants of two years, with what their member wished on each day. */
const reviews = fc.uniqueArray(fc.integer({ min: 0, max: 730 * 24 }), { maxLength: 14 }).chain((hours) =>
  fc.tuple(
    ...hours.map((hour, index) =>
      fc
        .record({ rating: fc.constantFrom(...recallRatings), retentionPercent: fc.integer({ min: 70, max: 97 }) })
        .map(({ rating, retentionPercent }): Review => ({
          id: toId(`11111111-1111-4111-8111-${String(index).padStart(12, '0')}`),
          rating,
          retentionPercent,
          reviewedAt: new Date(now.getTime() + hour * 3_600_000),
        })),
    ),
  ),
);
const settled = { seed: 20261005, numRuns: 200 };

describe('memory', () => {
  it('is the same after the same reviews, in whatever order they become known and however often', () => {
    fc.assert(
      fc.property(
        reviews.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
        ),
        ([list, told]) => {
          expect(memoryAfter(now, told)).toEqual(memoryAfter(now, list));
        },
      ),
      settled,
    );
  });

  it('made anew from its log equals what was kept review by review', () => {
    fc.assert(
      fc.property(reviews, (list) => {
        const inOrder = [...list].sort((one, other) => one.reviewedAt.getTime() - other.reviewedAt.getTime());
        expect(memoryAfter(now, list)).toEqual(inOrder.reduce(remember, firstMemory(now)));
      }),
      settled,
    );
  });

  it('is never corrupted: it comes back after the last review, on a day within about a year', () => {
    fc.assert(
      fc.property(reviews, (list) => {
        const memory = memoryAfter(now, list);
        expect(memory.reps).toBe(list.length);
        if (list.length === 0) return;
        const last = Math.max(...list.map(({ reviewedAt }) => reviewedAt.getTime()));
        expect(memory.lastReviewAt?.getTime()).toBe(last);
        const wait = (memory.dueAt.getTime() - last) / dayMs;
        expect(wait).toBeGreaterThanOrEqual(1);
        // The library keeps the dates of the ratings apart, so the longest may be two days longer.
        expect(wait).toBeLessThanOrEqual(367);
        expect(memory.stability).toBeGreaterThan(0);
        expect(memory.difficulty).toBeGreaterThanOrEqual(1);
        expect(memory.difficulty).toBeLessThanOrEqual(10);
      }),
      settled,
    );
  });

  it('comes back later the better it was remembered, and sooner the more one wishes to remember', () => {
    const known = memoryAfter(now, [
      { id: toId('1'), rating: 'GOOD', reviewedAt: now, retentionPercent: 90 },
      { id: toId('2'), rating: 'GOOD', reviewedAt: days(3), retentionPercent: 90 },
    ]);
    const dates = nextDates(known, days(15), 90);
    const waits = recallRatings.map((rating) => dates[rating].getTime());
    expect([...waits].sort((one, other) => one - other)).toEqual(waits);
    expect(new Set(waits).size).toBe(4);
    expect(nextDates(known, days(15), 97).GOOD.getTime()).toBeLessThan(dates.GOOD.getTime());
  });

  it('fades until it is due, when it is about as likely as was wished', () => {
    const memory = memoryAfter(now, [{ id: toId('1'), rating: 'EASY', reviewedAt: now, retentionPercent: 90 }]);
    expect(retrievability(memory, memory.dueAt)).toBeGreaterThanOrEqual(87);
    expect(retrievability(memory, memory.dueAt)).toBeLessThanOrEqual(93);
    expect(retrievability(firstMemory(now), now)).toBeUndefined();
  });

  it('counts an attempt at the quiz where it was wrong or its day had come', () => {
    const first = firstMemory(now);
    expect([reviewFromQuiz(first, true, now), reviewFromQuiz(first, false, now)]).toEqual(['GOOD', 'AGAIN']);
    const known = remember(first, { rating: 'GOOD', reviewedAt: now, retentionPercent: 90 });
    expect([reviewFromQuiz(known, true, now), reviewFromQuiz(known, false, now)]).toEqual([undefined, 'AGAIN']);
    expect(reviewFromQuiz(known, true, known.dueAt)).toBe('GOOD');
  });
});

describe('a day on campus', () => {
  it.each([
    ['2026-10-24T12:00:00.000Z', 1, '2026-10-25', 25],
    ['2026-03-28T12:00:00.000Z', 1, '2026-03-29', 23],
    ['2026-07-01T23:30:00.000Z', 0, '2026-07-02', 24],
  ])('of %s and %d more is %s and has %d hours', (instant, ahead, date, hours) => {
    const day = campusDay(new Date(instant), 'Europe/London', ahead);
    expect(day.date).toBe(date);
    expect((day.to.getTime() - day.from.getTime()) / 3_600_000).toBe(hours);
  });
});

const card = (changes: Partial<RecallCard>): RecallCard => ({
  ...firstMemory(now),
  id: toId('c'),
  memberId: authorId,
  quizId: toId('q'),
  questionKey: toId('k'),
  madeAt: now,
  answer: undefined,
  isRight: undefined,
  version: 1,
  ...changes,
});
const facts = (changes: Partial<RecallCard>, isPaused = false): CardFacts => ({
  card: card(changes),
  isPaused,
  dueBefore: days(1),
});
const given = { choices: [0], number: undefined, text: undefined };

describe('the life of a card', () => {
  it.each<[string, CardFacts, readonly string[]]>([
    ['due', facts({}), ['ANSWER']],
    ['due later today', facts({ dueAt: days(0.9) }), ['ANSWER']],
    ['due tomorrow', facts({ dueAt: days(1) }), []],
    ['due while paused', facts({}, true), []],
    ['answered', facts({ answer: given, isRight: true }), ['RATE']],
    ['answered while paused', facts({ answer: given, isRight: true }, true), ['RATE']],
  ])('that is %s allows exactly what follows', (_name, about, actions) => {
    expect(recallCardLifecycle.possible(about, now)).toEqual(actions);
  });

  it('as a whole goes on or rests', () => {
    const settings = defaultSettings(authorId);
    expect(recallLifecycle.possible(settings, now)).toEqual(['PAUSE', 'CHANGE_SETTINGS']);
    expect(recallLifecycle.possible({ ...settings, pausedAt: now }, now)).toEqual(['RESUME', 'CHANGE_SETTINGS']);
  });

  it.each([
    [69, false],
    [70, true],
    [97, true],
    [98, false],
    [90.5, false],
  ])('aims at %d of a hundred: %s', (retentionPercent, isPossible) => {
    expect(checkRetention({ ...defaultSettings(authorId), retentionPercent }).ok).toBe(isPossible);
  });
});

describe('rights over cards', () => {
  it.each(Object.entries(actors))('belong to their member alone: %s', (role, actor) => {
    const isOwner = role.startsWith('author');
    for (const action of [...recallCardLifecycle.actions, ...recallLifecycle.actions])
      expect(recallPolicy.can(actor, action, card({}))).toBe(isOwner);
    expect(visibleCards(actor)).toEqual({
      own: isOwner ? authorId : visibleCards(actor).own,
      everything: role === 'system',
    });
  });
});
