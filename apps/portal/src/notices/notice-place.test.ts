import { describe, expect, it } from '@jest/globals';
import { noticePlace } from './notice-place.js';

const election = { kind: 'ELECTION', id: 'e1' } as const;

describe('where a notification leads', () => {
  it('is the own candidacies for who was nominated or decided about', () => {
    for (const reason of ['NOMINATED', 'CANDIDACY_DECIDED'] as const)
      expect(noticePlace({ subject: election, group: null, reason })).toBe('/candidacies');
  });

  it('is the results once they are declared, and else the election itself', () => {
    expect(noticePlace({ subject: election, group: null, reason: 'ELECTION_DECLARED' })).toBe('/elections/e1/results');
    expect(noticePlace({ subject: election, group: null, reason: 'VOTING_OPEN' })).toBe('/elections/e1');
  });
});
