import { describe, expect, it } from '@jest/globals';
import { commitmentOf, drawPlaces } from '@guildhall/lot';
import { recountDraw, type PublishedDraw } from './recount-draw.js';

function publish(count: number, places: number): PublishedDraw {
  const seed = 'a seed that nobody knew before';
  const entries = Array.from({ length: count }, (_unused, index) => ({
    id: `entry-${index}`,
    size: index % 4 === 0 ? 3 : 1,
    tickets: 1 + (index % 5),
  }));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    commitment: commitmentOf(seed),
    seed,
    places,
    entries: drawPlaces({ entries, places, seed }).map(({ id, number, isPlaced }) => ({
      id,
      size: byId.get(id)?.size ?? 0,
      tickets: byId.get(id)?.tickets ?? 0,
      number,
      isPlaced,
    })),
  };
}

describe('a recount', () => {
  const draw = publish(24, 15);
  const [first, second, ...others] = draw.entries;
  if (first === undefined || second === undefined) throw new Error('there are entries');

  it('finds an honest draw equal, and the order of its entries', () => {
    expect(recountDraw(draw)).toEqual({
      isEqual: true,
      keepsCommitment: true,
      differing: [],
      order: draw.entries.map(({ id: entry }) => entry),
    });
    expect(recountDraw(publish(0, 3)).isEqual).toBe(true);
  });

  it.each<[string, Partial<PublishedDraw>]>([
    ['another place count', { places: 14 }],
    ['an entry left out', { entries: [first, ...others] }],
    ['two entries exchanged', { entries: [second, first, ...others] }],
    ['one ticket more', { entries: [{ ...first, tickets: first.tickets + 1 }, second, ...others] }],
    ['a place given to who did not draw one', { entries: draw.entries.map((entry) => ({ ...entry, isPlaced: true })) }],
    ['another number', { entries: [{ ...first, number: '0'.repeat(64) }, second, ...others] }],
    ['an entry twice', { entries: [first, first, second, ...others] }],
  ])('is not fooled by %s', (_name, changes) => {
    expect(recountDraw({ ...draw, ...changes })).toMatchObject({ isEqual: false, keepsCommitment: true });
  });

  it('is not fooled by a seed that was chosen afterwards, even where the result fits it', () => {
    expect(recountDraw({ ...draw, commitment: commitmentOf('the seed that was promised') })).toMatchObject({
      isEqual: false,
      keepsCommitment: false,
      differing: [],
    });
  });
});
