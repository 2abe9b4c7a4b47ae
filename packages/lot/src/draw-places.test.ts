import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawPlaces, InvalidEntriesError, type Entry } from './index.js';

const single = (id: string, tickets = 1): Entry => ({ id, size: 1, tickets });

const drum = fc.record({
  entries: fc.uniqueArray(
    fc.record({ id: fc.string(), size: fc.integer({ min: 1, max: 6 }), tickets: fc.integer({ min: 1, max: 4 }) }),
    { selector: ({ id }) => id, maxLength: 40 },
  ),
  places: fc.integer({ min: 0, max: 60 }),
  seed: fc.string(),
});

describe('a draw of places', () => {
  it('never gives out more places than there are, and none is left that the next in line would fit in', () => {
    fc.assert(
      fc.property(drum, (given) => {
        const sizes = new Map(given.entries.map(({ id, size }) => [id, size]));
        let free = given.places;
        for (const { id, isPlaced } of drawPlaces(given)) {
          const size = sizes.get(id) ?? 0;
          expect(isPlaced).toBe(size <= free);
          if (isPlaced) free -= size;
        }
        expect(free).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the same whatever order the entries came in', () => {
    const shuffled = drum.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given.entries, { minLength: given.entries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, entries]) => {
        expect(drawPlaces({ ...given, entries })).toEqual(drawPlaces(given));
      }),
    );
  });

  it('lets a party wait whole, and those behind it in', () => {
    const entries = [{ id: 'party', size: 4, tickets: 100 }, single('ada'), single('rosa'), single('uma')];
    const drawn = drawPlaces({ entries, places: 3, seed: 'a seed that puts the party first' });
    expect(drawn[0]).toMatchObject({ id: 'party', isPlaced: false });
    expect(drawn.slice(1).every(({ isPlaced }) => isPlaced)).toBe(true);
  });

  it('gives who has two tickets about twice the chance to come first', () => {
    const entries = [single('once'), single('twice', 2)];
    const seeds = Array.from({ length: 3000 }, (_, seed) => `${seed}`);
    const first = seeds.filter((seed) => drawPlaces({ entries, places: 1, seed })[0]?.id === 'twice');
    // Two thirds of 3,000; five standard deviations are 130.
    expect(Math.abs(first.length - 2000)).toBeLessThan(130);
  });

  it('changes with the list of entries, so that a chosen seed helps nobody who entered before the last', () => {
    const entries = Array.from({ length: 12 }, (_, number) => single(`member ${number}`));
    const numbers = (list: readonly Entry[]) =>
      new Map(drawPlaces({ entries: list, places: 3, seed: 'chosen' }).map(({ id, number }) => [id, number]));
    const before = numbers(entries);
    const after = numbers([...entries, single('the last to enter')]);
    expect(entries.filter(({ id }) => before.get(id) === after.get(id))).toEqual([]);
  });

  it.each([
    ['half a place', { places: 0.5 }],
    ['an entry twice', { entries: [single('ada'), single('ada')] }],
    ['a party of nobody', { entries: [{ id: 'ada', size: 0, tickets: 1 }] }],
    ['no ticket', { entries: [single('ada', 0)] }],
    ['too many tickets', { entries: [single('ada', 101)] }],
  ])('refuses %s', (_name, changes) => {
    expect(() => drawPlaces({ entries: [], places: 1, seed: 'x', ...changes })).toThrow(InvalidEntriesError);
  });
});
