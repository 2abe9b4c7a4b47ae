import { describe, expect, it } from '@jest/globals';
import { createKeyCache } from './key-cache.crypto.js';

const wrapped = (text: string) => ({ keyId: 'k', dataKey: Buffer.from(text) });

function counting() {
  const state = { nowMs: 0, unwrapped: 0 };
  const cache = createKeyCache({ keptMs: 100, entriesMax: 3, nowMs: () => state.nowMs });
  const get = (text: string) =>
    cache.get(wrapped(text), 'owner', () => {
      state.unwrapped += 1;
      return Promise.resolve(Buffer.from(`key of ${text}`));
    });
  return { state, get, cache };
}

describe('the cache of data keys', () => {
  it('asks once however many wait, and again when the time is over', async () => {
    const { state, get } = counting();
    await Promise.all([get('a'), get('a'), get('a')]);
    expect(state.unwrapped).toBe(1);
    state.nowMs = 99;
    await get('a');
    expect(state.unwrapped).toBe(1);
    state.nowMs = 100;
    await get('a');
    expect(state.unwrapped).toBe(2);
  });

  it('keeps no more than so many', async () => {
    const { state, get } = counting();
    for (const text of ['a', 'b', 'c', 'd', 'e']) await get(text);
    await get('a');
    expect(state.unwrapped).toBe(6);
    await get('e');
    expect(state.unwrapped).toBe(6);
  });

  it('does not remember a failure, nor a key for another owner', async () => {
    const { state, get, cache } = counting();
    const fail = () => Promise.reject(new Error('away'));
    await expect(cache.get(wrapped('a'), 'owner', fail)).rejects.toThrow('away');
    await get('a');
    expect(state.unwrapped).toBe(1);
    await expect(cache.get(wrapped('a'), 'another', fail)).rejects.toThrow('away');
  });
});
