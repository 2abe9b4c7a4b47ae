import { describe, expect, it } from '@jest/globals';
import { growthSides, heightOf, marksMax, marksOf, termWidth } from './growth-garden.js';

describe('the marks of a term', () => {
  it('are one for each piece, up to what is drawn, and none where there is nothing', () => {
    const marks = marksOf({ did: 4, learned: 0, led: marksMax + 9, helped: 1 }, 100);
    expect(growthSides.map((side) => marks.filter((mark) => mark.side === side).length)).toEqual([4, 0, marksMax, 1]);
  });

  it('stand each in its own place, inside the plot, the first ones on the ground', () => {
    const counts = { did: 30, learned: 30, led: 30, helped: 30 };
    const height = heightOf([counts]);
    const marks = marksOf(counts, height);
    expect(new Set(marks.map(({ x, y }) => `${x}/${y}`)).size).toBe(marks.length);
    for (const { x, y } of marks) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(termWidth);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
    expect(Math.max(...marks.map(({ y }) => y))).toBe(marks[0]?.y);
  });
});
