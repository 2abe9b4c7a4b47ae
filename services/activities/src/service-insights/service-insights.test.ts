import { describe, expect, it } from '@jest/globals';
import { hideSmall } from './service-insights.repository.js';

const row = (key: string, people: number) => ({ key, hours: people * 2, people });
const shown = (rows: readonly ReturnType<typeof row>[]) =>
  hideSmall(rows, 5)
    .filter(({ hours }) => !hours.suppressed)
    .map(({ key }) => key);

describe('figures of service', () => {
  it('are withheld below the threshold', () => {
    expect(shown([row('a', 4), row('b', 4), row('c', 5), row('d', 9)])).toEqual(['c', 'd']);
    expect(shown([row('a', 5), row('b', 6)])).toEqual(['a', 'b']);
    expect(shown([])).toEqual([]);
  });

  it('never leave one alone withheld, which a total would give away', () => {
    expect(shown([row('a', 9), row('b', 4), row('c', 6)])).toEqual(['a']);
    expect(shown([row('b', 4)])).toEqual([]);
  });

  it('withhold both figures of a row at once', () => {
    for (const { hours, volunteers } of hideSmall([row('a', 1), row('b', 2), row('c', 30)], 5))
      expect(hours.suppressed).toBe(volunteers.suppressed);
  });
});
