import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { checkRating, summarise, type RatingCount } from './rating.js';

const count = (stars: number, howMany: number): RatingCount => ({
  resourceId: toId('018f0000-0000-7000-8000-000000000001'),
  stars,
  reason: 'CLEAR',
  count: howMany,
});

describe('what everybody may know of ratings', () => {
  it('is nothing below five raters', () => {
    expect(summarise([])).toBeUndefined();
    expect(summarise([count(5, 4)])).toBeUndefined();
  });

  it('is the average with one decimal place and every number of stars, from five on', () => {
    expect(summarise([count(5, 2), count(4, 1), count(2, 3)])).toEqual({
      average: 3.3,
      raters: 6,
      stars: [
        { stars: 5, count: 2 },
        { stars: 4, count: 1 },
        { stars: 3, count: 0 },
        { stars: 2, count: 3 },
        { stars: 1, count: 0 },
      ],
      reasons: [{ reason: 'CLEAR', count: 6 }],
    });
  });
});

describe('a rating', () => {
  it.each([0, 6, 2.5])('of %d stars is refused', (stars) => {
    expect(checkRating({ stars, reason: 'CLEAR', words: undefined })).toMatchObject({
      error: { fields: [{ path: 'stars', rule: 'OUT_OF_RANGE' }] },
    });
  });

  it('for another reason than the listed ones says which', () => {
    expect(checkRating({ stars: 3, reason: 'OTHER', words: ' ' })).toMatchObject({
      error: { fields: [{ path: 'words', rule: 'REQUIRED' }] },
    });
    expect(checkRating({ stars: 3, reason: 'OTHER', words: ' Too loud. ' })).toMatchObject({
      value: { words: 'Too loud.' },
    });
  });
});
