import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatVotes, InvalidVotesError, parseVotes } from './index.js';

describe('a number of votes', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000_000_000, max: 50_000_000_000 }), (votes) => {
        expect(parseVotes(formatVotes(votes))).toBe(votes);
      }),
    );
    expect(parseVotes('0.29000')).toBe(29_000);
  });

  it.each(['', '1', '1.5', '01.00000', '1.000000', '1,00000', '+1.00000', '1.00000 ', '99999999999999.00000', 'NaN'])(
    'is not read from %j',
    (text) => {
      expect(() => parseVotes(text)).toThrow(InvalidVotesError);
    },
  );
});
