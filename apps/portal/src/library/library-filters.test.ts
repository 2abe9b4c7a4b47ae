import { describe, expect, it } from '@jest/globals';
import { readLibraryFilters } from './library-filters.js';

describe('what an address narrows the library by', () => {
  it('is what exists, without empty words', () => {
    expect(
      readLibraryFilters({ search: ' exam ', kind: 'NOTES', language: 'en', subject: ' ', course: 7, tag: 'exams' }),
    ).toEqual({ search: 'exam', kind: 'NOTES', language: 'en', tag: 'exams' });
    expect(readLibraryFilters({ kind: 'POEM' })).toEqual({});
  });

  it('is cut where nobody types on', () => {
    expect(readLibraryFilters({ search: 'x'.repeat(500) }).search).toHaveLength(100);
  });
});
