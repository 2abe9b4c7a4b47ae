import type { Figure } from './suppress.js';

/**
 * Rounds a shown figure to the nearest multiple of `step`, as public tables do (to 5), so that two tables of slightly
 * different people cannot be subtracted. A suppressed figure stays as it is. Throws a RangeError for a step below 1.
 */
export function roundFigure(figure: Figure, step: number): Figure {
  if (!Number.isInteger(step) || step < 1) throw new RangeError('a figure is rounded to a whole number of at least 1');
  return figure.suppressed ? figure : { value: Math.round(figure.value / step) * step, suppressed: false };
}
