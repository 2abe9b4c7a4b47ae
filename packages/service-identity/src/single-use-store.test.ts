import { describe, expect, it } from '@jest/globals';
import { createSingleUseStore } from './single-use-store.js';

const token = (jti: string, iat: number, life = 10) => ({ jti, iat, exp: iat + life });

describe('single-use store', () => {
  it('takes a token once', () => {
    const store = createSingleUseStore(10, 0);
    expect(store.take(token('a', 100), 101)).toBe('TAKEN');
    expect(store.take(token('a', 100), 101)).toBe('REPLAYED');
  });

  it('refuses what was issued before it began to remember', () => {
    const store = createSingleUseStore(10, 100);
    expect(store.take(token('a', 99.999), 100)).toBe('TOO_OLD');
    expect(store.take(token('b', 100), 100)).toBe('TAKEN');
  });

  it('never takes a token twice when it is full: the forgotten are refused as too old', () => {
    const store = createSingleUseStore(2, 0);
    const all = [token('a', 100), token('b', 100.5), token('c', 101), token('d', 101.5)];
    for (const each of all) expect(store.take(each, 102)).toBe('TAKEN');
    for (const each of all) expect(store.take(each, 102)).not.toBe('TAKEN');
  });

  it('refuses a forgotten token that was issued in the same instant as a remembered one', () => {
    const store = createSingleUseStore(1, 0);
    expect(store.take(token('a', 100), 101)).toBe('TAKEN');
    expect(store.take(token('b', 100.2), 101)).toBe('TAKEN');
    expect(store.take(token('a', 100), 101)).toBe('TOO_OLD');
  });

  it('makes room by forgetting what has expired, without refusing anything that is still alive', () => {
    const store = createSingleUseStore(2, 0);
    expect(store.take(token('a', 100), 100)).toBe('TAKEN');
    expect(store.take(token('b', 100), 100)).toBe('TAKEN');
    expect(store.take(token('c', 105), 110)).toBe('TAKEN');
    expect(store.take(token('d', 104), 110)).toBe('TAKEN');
  });
});
