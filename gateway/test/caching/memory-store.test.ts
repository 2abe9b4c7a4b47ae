import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/caching/memory-store.js';

const entry = (text: string, expiresAt = 1_000, fillMs = 0) => ({ text, expiresAt, fillMs });

function createStore({ bytes = 100_000, random = () => 0 }: { bytes?: number; random?: () => number } = {}) {
  const clock = { now: 0 };
  const store = new MemoryStore(bytes, { now: () => clock.now, random });
  const outcome = async (key: string, tags: readonly string[] = []): Promise<string | undefined> =>
    (await store.read([{ key, tags }]))[0]?.outcome;
  return { clock, store, outcome };
}

describe('answers kept in memory', () => {
  it('take no more bytes than they may, and go in the order of their last use', async () => {
    const { store, outcome } = createStore({ bytes: 10_000 });
    for (let index = 0; index < 100; index += 1) {
      store.write([{ key: `k${index}`, versions: '', entry: entry('x'.repeat(200)) }]);
      expect(store.bytes).toBeLessThanOrEqual(10_000);
      expect(await outcome('k0')).toBe('hit');
    }
    expect(await outcome('k99')).toBe('hit');
    expect(await outcome('k1')).toBe('miss');
  });

  it('do not take one that would push out many others', async () => {
    const { store, outcome } = createStore({ bytes: 10_000 });
    store.write([{ key: 'large', versions: '', entry: entry('x'.repeat(2_000)) }]);
    expect(await outcome('large')).toBe('miss');
    expect(store.bytes).toBe(0);
  });

  it('are stale after their time', async () => {
    const { clock, store, outcome } = createStore();
    store.write([{ key: 'k', versions: '', entry: entry('x') }]);
    clock.now = 999;
    expect(await outcome('k')).toBe('hit');
    clock.now = 1_000;
    expect(await outcome('k')).toBe('stale');
  });

  it('are renewed early by few, the earlier the longer they took to get', async () => {
    const early = createStore({ random: () => 0.99 });
    early.clock.now = 600;
    early.store.write([{ key: 'quick', versions: '', entry: entry('x', 1_000, 1) }]);
    early.store.write([{ key: 'slow', versions: '', entry: entry('x', 1_000, 100) }]);
    expect(await early.outcome('quick')).toBe('hit');
    expect(await early.outcome('slow')).toBe('stale');
  });

  it('are stale once something they depend on was dropped, even when they come afterwards', async () => {
    const { store, outcome } = createStore();
    const [before] = await store.read([{ key: 'k', tags: ['a', 'b'] }]);
    await store.drop(['b']);
    store.write([{ key: 'k', versions: before?.versions ?? '', entry: entry('old') }]);
    expect(await outcome('k', ['a', 'b'])).toBe('stale');
  });

  it('of other graphs go when told', async () => {
    const { store, outcome } = createStore();
    store.write(['old:k', 'new:k'].map((key) => ({ key, versions: '', entry: entry('x') })));
    store.keepOnly('new:');
    expect([await outcome('old:k'), await outcome('new:k')]).toEqual(['miss', 'hit']);
  });
});
