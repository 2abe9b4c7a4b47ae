import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fixedId } from '../../test/personas.js';
import { circleSize, halfDays, type HalfDay } from './circle-wish.js';
import { matchWishes, type BlockedPair, type CircleMatch, type MatchableWish } from './match-wishes.js';

const interests = ['chess', 'Hiking', 'cooking', 'jazz', 'board games'];
const languages = ['en', 'zh-CN', 'de'];
const nobody: BlockedPair = () => false;

const wish = fc.record({
  interests: fc.uniqueArray(fc.constantFrom(...interests), { minLength: 1, maxLength: 3 }),
  languages: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1, maxLength: 2 }),
  halfDays: fc.uniqueArray(fc.constantFrom<HalfDay>(...halfDays.slice(0, 6)), { minLength: 1, maxLength: 3 }),
  sizeMax: fc.integer({ min: 4, max: 6 }),
  roundsWaited: fc.integer({ min: 0, max: 3 }),
});
const wishes = fc
  .array(wish, { maxLength: 60 })
  .map((all) => all.map((one, index): MatchableWish => ({ ...one, memberId: fixedId<'Member'>(index + 1) })));
const blocks = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })), { maxLength: 200 });

function blockedBy(pairs: readonly (readonly [number, number])[]): BlockedPair {
  const known = new Set(
    pairs.flatMap(([one, other]) => [`${fixedId(one)} ${fixedId(other)}`, `${fixedId(other)} ${fixedId(one)}`]),
  );
  return (one, other) => known.has(`${one} ${other}`);
}

const placed = (matches: readonly CircleMatch[]) => matches.flatMap(({ memberIds }) => memberIds);

describe('matching wishes for circles', () => {
  it('makes circles of 4 to 6 of people who all share ground, like the size, and of whom no two are blocked', () => {
    fc.assert(
      fc.property(wishes, blocks, fc.string(), (people, pairs, seed) => {
        const isBlocked = blockedBy(pairs);
        const byId = new Map(people.map((person) => [person.memberId, person]));
        const matches = matchWishes(people, isBlocked, seed);
        expect(new Set(placed(matches)).size).toBe(placed(matches).length);
        for (const { memberIds, interest, language, halfDay } of matches) {
          expect(memberIds.length).toBeGreaterThanOrEqual(circleSize.min);
          for (const memberId of memberIds) {
            const person = byId.get(memberId);
            expect(person?.interests.map((one) => one.toLowerCase())).toContain(interest);
            expect(person?.languages).toContain(language);
            expect(person?.halfDays).toContain(halfDay);
            expect(person?.sizeMax).toBeGreaterThanOrEqual(memberIds.length);
            expect(memberIds.some((other) => isBlocked(memberId, other))).toBe(false);
          }
        }
      }),
    );
  });

  it('gives the same circles for the same seed, in whatever order the wishes come', () => {
    fc.assert(
      fc.property(wishes, blocks, fc.string(), (people, pairs, seed) => {
        const isBlocked = blockedBy(pairs);
        expect(matchWishes(people.toReversed(), isBlocked, seed)).toEqual(matchWishes(people, isBlocked, seed));
      }),
    );
  });

  it('leaves no four alone who could have been a circle', () => {
    fc.assert(
      fc.property(wishes, fc.string(), (people, seed) => {
        const seated = new Set(placed(matchWishes(people, nobody, seed)));
        const left = people.filter(({ memberId }) => !seated.has(memberId));
        expect(matchWishes(left, nobody, seed)).toEqual([]);
      }),
    );
  });

  it('lets those who waited choose first', () => {
    const same = { interests: ['chess'], languages: ['en'], halfDays: [halfDays[0] ?? 'MONDAY_MORNING'], sizeMax: 4 };
    const people = Array.from({ length: 7 }, (_, index) => ({
      ...same,
      memberId: fixedId<'Member'>(index + 1),
      roundsWaited: index === 6 ? 1 : 0,
    }));
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const [only, ...more] = matchWishes(people, nobody, seed);
      expect(more).toEqual([]);
      expect(only?.memberIds[0]).toBe(fixedId(7));
    }
  });

  it.each([
    [8, [4, 4]],
    [9, [4, 5]],
    [10, [4, 6]],
    [3, []],
  ])('splits %i people who share everything so that nobody is left who need not be', (count, sizes) => {
    const people = Array.from({ length: count }, (_, index): MatchableWish => ({
      interests: ['jazz'],
      languages: ['en'],
      halfDays: ['FRIDAY_AFTERNOON'],
      sizeMax: 6,
      memberId: fixedId<'Member'>(index + 1),
      roundsWaited: 0,
    }));
    expect(
      matchWishes(people, nobody, 'seed')
        .map(({ memberIds }) => memberIds.length)
        .toSorted((a, b) => a - b),
    ).toEqual(sizes);
  });
});
