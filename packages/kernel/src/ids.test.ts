import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createIdSource, parseId, toId, uuidv4, uuidv7 } from './ids.js';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const layout = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a version 7 id', () => {
  it('carries its millisecond, version and variant, whatever the random bytes', () => {
    fc.assert(
      fc.property(instants, bytes, (nowMs, random) => {
        const id = uuidv7(nowMs, () => random);
        expect(id).toMatch(layout);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(nowMs);
        expect([id[14], parseInt(id[19] ?? '', 16) >> 2]).toEqual(['7', 2]);
      }),
    );
  });

  it('sorts as text by the time it was made', () => {
    fc.assert(
      fc.property(instants, instants, bytes, bytes, (a, b, first, second) => {
        fc.pre(a < b);
        expect(uuidv7(a, () => first) < uuidv7(b, () => second)).toBe(true);
      }),
    );
  });

  it('takes the whole millisecond of a clock that counts fractions', () => {
    expect(uuidv7(1_000.9, () => new Uint8Array(16))).toBe(uuidv7(1_000, () => new Uint8Array(16)));
  });

  it('keeps 74 bits of the randomness it is given', () => {
    const id = uuidv7(0, () => new Uint8Array(16).fill(255));
    expect(id).toBe('00000000-0000-7fff-bfff-ffffffffffff');
  });
});

describe('a version 4 id', () => {
  it('has its version and variant, and all other bits from the randomness', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const id = uuidv4(() => random);
        expect(id).toMatch(layout);
        expect(id[14]).toBe('4');
      }),
    );
    expect(uuidv4(() => new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });

  it('tells nothing of the clock', () => {
    const random = () => new Uint8Array(16).fill(7);
    expect(createIdSource(() => 1, random).random()).toBe(createIdSource(() => 2 ** 40, random).random());
  });
});

describe('an id from outside', () => {
  it('is read when it is one of ours', () => {
    fc.assert(
      fc.property(instants, bytes, (nowMs, random) => {
        for (const id of [uuidv7(nowMs, () => random), uuidv4(() => random)]) {
          expect(parseId(id)).toBe(id);
          expect(toId(id.toUpperCase())).toBe(id);
        }
      }),
    );
  });

  it('that is anything else is an id that nothing has', () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(toId(text)).toBe(nil)));
    for (const text of [
      '',
      'null',
      `${nil}\n`,
      nil.slice(1),
      "' or 1=1 --",
      '{0198b2f0-0000-7000-8000-000000000001}',
      '0198b2f0000070008000000000000001',
    ]) {
      expect(parseId(text)).toBeUndefined();
      expect(toId(text)).toBe(nil);
    }
  });
});
