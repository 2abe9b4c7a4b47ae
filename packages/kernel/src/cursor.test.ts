import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, toPage } from './cursor.js';

const keys = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 });

describe('a cursor', () => {
  it('gives back the key it was made of, whatever the text', () => {
    fc.assert(fc.property(keys, (key) => expect(decodeCursor(encodeCursor(key), key.length)).toEqual(key)));
  });

  it('survives half a character, which no text should hold', () => {
    expect(decodeCursor(encodeCursor(['\ud83d']), 1)).toEqual(['\ud83d']);
  });

  it('can stand in an address without being escaped', () => {
    fc.assert(fc.property(keys, (key) => expect(encodeCursor(key)).toMatch(/^[\w-]*$/)));
  });

  it('with another number of parts is not read', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 6 }), (key, parts) => {
        fc.pre(parts !== key.length);
        expect(decodeCursor(encodeCursor(key), parts)).toBeUndefined();
      }),
    );
  });

  it('is read only in the one spelling it was written in', () => {
    const cursor = encodeCursor(['name', '1']);
    for (const other of [`${cursor}=`, ` ${cursor}`, `${cursor}\n`, cursor.slice(0, -1), `${cursor}A`, ''])
      expect(decodeCursor(other, 2)).toBeUndefined();
    const spaced = btoa(encodeURIComponent('["name", "1"]')).replaceAll('=', '');
    expect(decodeCursor(spaced, 2)).toBeUndefined();
  });

  it('that is garbage, or holds anything but texts, is not read and does no harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 3 }), (text, parts) =>
        expect(decodeCursor(text, parts)).toBeUndefined(),
      ),
    );
    for (const content of ['{}', 'null', '[1]', '[["a"]]', '{"length":1,"0":"a"}', '[', '"a"'])
      expect(decodeCursor(btoa(content), 1)).toBeUndefined();
  });
});

describe('a page', () => {
  const page = (count: number, first: number) =>
    toPage(
      Array.from({ length: count }, (_, index) => index),
      first,
      (row) => [String(row)],
    );

  it('holds at most what was asked for, and says whether more follows', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 29 }), (count, first) => {
        const { edges, pageInfo } = page(count, first);
        expect(edges.map(({ node }) => node)).toEqual(
          Array.from({ length: Math.min(count, first) }, (_, index) => index),
        );
        expect(pageInfo).toEqual({ hasNextPage: count > first, endCursor: edges.at(-1)?.cursor });
      }),
    );
  });

  it('that is empty ends nowhere', () => {
    expect(page(0, 20)).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: undefined } });
  });
});
