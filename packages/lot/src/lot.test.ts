import { describe, expect, it } from '@jest/globals';
import { commitmentOf, drawOne } from './index.js';

const names = ['A', 'B', 'C'];

describe('a lot', () => {
  it('falls the same way for everybody who knows the seed, and another way on another occasion', () => {
    const draw = (seed: string, occasion: string) => drawOne(names, { seed, occasion });
    expect(draw('north wind', 'stage 2')).toBe(
      drawOne(names.toReversed(), { seed: 'north wind', occasion: 'stage 2' }),
    );
    const results = Array.from({ length: 40 }, (_, occasion) => draw('north wind', `${occasion}`));
    expect(new Set(results).size).toBe(3);
  });

  it('needs somebody to draw', () => {
    expect(() => drawOne([], { seed: 'x', occasion: 'y' })).toThrow(RangeError);
  });

  it('has a commitment that fixes the seed and says nothing of it', () => {
    expect(commitmentOf('a')).toMatch(/^[0-9a-f]{64}$/);
    expect(commitmentOf('a')).not.toBe(commitmentOf('b'));
  });
});
