import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeCursor } from '@guildhall/kernel';
import { readPageRequest } from './page-request.js';

const id = '0198b2f0-0000-7000-8000-000000000001';

describe('the paging arguments of a connection', () => {
  it('default to the first twenty', () => {
    const firstTwenty = { first: 20, after: undefined };
    for (const page of [{}, { first: null, after: null }]) expect(readPageRequest(page, 2)).toEqual(firstTwenty);
  });

  it('allow one to a hundred items', () => {
    for (const first of [1, 100]) expect(readPageRequest({ first }, 1).first).toBe(first);
    for (const first of [0, -1, 101])
      expect(() => readPageRequest({ first }, 1)).toThrow('first must lie between 1 and 100.');
  });

  it('give the parts of a cursor back as they were written', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(texts, fc.uuid(), (name, last) => {
        expect(readPageRequest({ after: encodeCursor([name, last]) }, 2).after).toEqual([name, last]);
      }),
    );
  });

  it('hold each part to its kind', () => {
    const places = (place: string) => readPageRequest({ after: encodeCursor([place]) }, ['whole']).after;
    expect(places('120')).toEqual(['120']);
    for (const wrong of ['1.5', '-1', '', '1e3', '9'.repeat(19)]) expect(() => places(wrong)).toThrow('after must be');
    const parts = ['number', 'instant', 'id'] as const;
    const read = (...key: readonly string[]) => readPageRequest({ after: encodeCursor(key) }, parts).after;
    const instant = '2026-10-05T09:00:00.000Z';
    expect(read('0.25', instant, id)).toEqual(['0.25', instant, id]);
    for (const wrong of [
      ['', instant, id],
      ['NaN', instant, id],
      ['1', '2026', id],
      ['1', 'now()', id],
      ['1', instant, ''],
      ['1', instant, id.toUpperCase()],
    ]) {
      expect(() => read(...wrong)).toThrow('after must be an endCursor of this connection.');
    }
  });

  it('refuse any other text as a cursor, and fail in no other way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (after) =>
        expect(() => readPageRequest({ after }, 2)).toThrow('after must be an endCursor'),
      ),
    );
  });
});
