import { describe, expect, it } from '@jest/globals';
import { quantileAfter, survivalOf, type ObservedWait } from './kaplan-meier.js';

/** Remission of 21 patients under 6-mercaptopurine (Freireich et al. 1963), the textbook example; + is censored. */
const remission = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const waitsOf = (text: string): readonly ObservedWait[] =>
  text.split(' ').map((word) => ({ days: Number.parseInt(word, 10), answered: !word.endsWith('+') }));

describe('the survival curve', () => {
  it('is that of the textbook', () => {
    const curve = survivalOf(waitsOf(remission)).map(({ days, waiting }) => [days, Number(waiting.toFixed(3))]);
    expect(curve).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
  });

  it('is the plain share when nothing is censored', () => {
    expect(survivalOf(waitsOf('1 2 3 4'))).toEqual([
      { days: 1, waiting: 0.75 },
      { days: 2, waiting: 0.5 },
      { days: 3, waiting: 0.25 },
      { days: 4, waiting: 0 },
    ]);
  });
});

describe('quantiles', () => {
  it('have the median of the textbook, and none where the data do not reach', () => {
    const curve = survivalOf(waitsOf(remission));
    expect(quantileAfter(curve, 0, 0.5)).toBe(23);
    expect(quantileAfter(curve, 0, 0.1)).toBe(6);
    expect(quantileAfter(curve, 0, 0.9)).toBeUndefined();
  });

  it('move on for who has waited already', () => {
    const curve = survivalOf(waitsOf('1 2 3 4 5 6 7 8 9 10'));
    expect(quantileAfter(curve, 0, 0.5)).toBe(5);
    expect(quantileAfter(curve, 5, 0.5)).toBe(8);
    expect(quantileAfter(curve, 9, 0.9)).toBe(10);
    expect(quantileAfter(curve, 10, 0.5)).toBeUndefined();
    expect(quantileAfter([], 0, 0.5)).toBeUndefined();
  });

  it('cover about four of five later answers between the tenth and the ninetieth', () => {
    // A linear congruential generator, so that the same waits come every time.
    let state = 7;
    const random = (): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
    const wait = (): number => Math.ceil(-20 * Math.log(1 - random() * 0.999));
    const past = Array.from({ length: 400 }, () => {
      const days = wait();
      const seen = 5 + Math.floor(random() * 80);
      return { days: Math.min(days, seen), answered: days <= seen };
    });
    const curve = survivalOf(past);
    const [low = Infinity, high = -Infinity] = [quantileAfter(curve, 0, 0.1), quantileAfter(curve, 0, 0.9)];
    const later = Array.from({ length: 2000 }, wait);
    const covered = later.filter((days) => days >= low && days <= high).length / later.length;
    expect(covered).toBeGreaterThan(0.75);
    expect(covered).toBeLessThan(0.9);
  });
});
