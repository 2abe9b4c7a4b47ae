import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import fc from 'fast-check';
import { evidenceId, foldFacts } from './evidence.js';
import type { RecordFact } from './record-fact.js';

const ada = toId<'Member'>('018f0000-0000-7000-8000-00000000000a');
const omar = toId<'Member'>('018f0000-0000-7000-8000-00000000000b');
const day = (number: number): Date => new Date(Date.UTC(2026, 8, number));
const place = { source: 'membership', aggregate: 'Mandate', aggregateId: 'a-mandate', kind: 'MANDATE' } as const;
const stands = (sequence: number, from: number, to?: number, memberIds = [ada]): RecordFact => ({
  ...place,
  sequence,
  says: 'STANDS',
  memberIds,
  at: day(from),
  until: to === undefined ? undefined : day(to),
  minutes: undefined,
  detail: { positionKind: 'TREASURER' },
});
const says = (sequence: number, word: 'ENDS' | 'TAKEN_BACK', on: number): RecordFact => ({
  ...place,
  sequence,
  says: word,
  at: day(on),
});

describe('what facts about one thing come to', () => {
  it('is nothing before anybody said that it stands', () => {
    expect(foldFacts([])).toEqual([]);
    expect(foldFacts([says(1, 'TAKEN_BACK', 2)])).toEqual([]);
  });

  it('is what was said last, by place and not by arrival', () => {
    expect(foldFacts([says(2, 'TAKEN_BACK', 5), stands(1, 3)])).toMatchObject([
      { isStanding: false, takenBackAt: day(5) },
    ]);
    expect(foldFacts([stands(3, 4), says(2, 'TAKEN_BACK', 5), stands(1, 3)])).toMatchObject([
      { isStanding: true, happenedAt: day(4), takenBackAt: undefined },
    ]);
  });

  it('ends a time in office at the earliest end that was told, and never later', () => {
    expect(foldFacts([stands(1, 1, 30), says(2, 'ENDS', 10), says(3, 'ENDS', 20)])).toMatchObject([
      { isStanding: true, happenedAt: day(1), until: day(10) },
    ]);
    expect(foldFacts([stands(1, 1, 5), says(2, 'ENDS', 10)])).toMatchObject([{ until: day(5) }]);
  });

  it('does not stand when it ended before it began', () => {
    expect(foldFacts([stands(1, 10, 30), says(2, 'ENDS', 5)])).toMatchObject([
      { isStanding: false, until: day(5), takenBackAt: day(5) },
    ]);
  });

  it('stands no more for whom a later word leaves out', () => {
    expect(foldFacts([stands(1, 3, undefined, [ada, omar]), stands(2, 4, undefined, [omar])])).toMatchObject([
      { memberId: ada, isStanding: false, takenBackAt: day(4) },
      { memberId: omar, isStanding: true, happenedAt: day(4) },
    ]);
  });

  it('is the same in whatever order the facts are known', () => {
    const fact = fc.oneof(
      fc.integer({ min: 1, max: 28 }).map((on) => (sequence: number) => stands(sequence, on, on + 10)),
      fc.tuple(fc.constantFrom('ENDS' as const, 'TAKEN_BACK' as const), fc.integer({ min: 1, max: 28 })).map(
        ([word, on]) =>
          (sequence: number) =>
            says(sequence, word, on),
      ),
    );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (made, ranks) => {
        const facts = made.map((make, index) => make(index + 1));
        const ranked = facts.map((one) => ({ one, rank: ranks.next().value as number }));
        const shuffled = ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
        expect(foldFacts(shuffled)).toEqual(foldFacts(facts));
      }),
    );
  });
});

describe('the id of evidence', () => {
  it('is the same for the same thing and another for any other', () => {
    const id = evidenceId('MANDATE', 'a-mandate', ada);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(evidenceId('MANDATE', 'a-mandate', ada)).toBe(id);
    for (const other of [
      evidenceId('ATTENDANCE', 'a-mandate', ada),
      evidenceId('MANDATE', 'another', ada),
      evidenceId('MANDATE', 'a-mandate', omar),
    ])
      expect(other).not.toBe(id);
  });
});
