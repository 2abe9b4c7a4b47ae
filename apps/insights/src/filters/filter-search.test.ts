import { describe, expect, it } from '@jest/globals';
import { readCasesSearch, readMembersSearch, readParticipationSearch } from './filter-search.js';

describe('the filters in an address', () => {
  it('are read back as they were written', () => {
    const chosen = { year: 2025, quarter: 3, kind: 'SPORT' };
    expect(readParticipationSearch(chosen)).toEqual(chosen);
    expect(readCasesSearch({ year: 2024, matter: 'MONEY' })).toEqual({ year: 2024, matter: 'MONEY' });
  });

  it('are left out when they make no sense, so that a mistyped address still shows something', () => {
    expect(readParticipationSearch({ year: 'soon', quarter: 9, kind: 'PARTY', extra: 1 })).toEqual({});
    expect(readMembersSearch({ year: 2025.5, quarter: 0 })).toEqual({});
    expect(readCasesSearch({ matter: 'SECRET' })).toEqual({});
  });
});
