/** The middle of some figures, and how far they reach. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** Sums figures up; of none it is NaN throughout. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, min: at(0), max: at(sorted.length - 1) };
}

/** `2.31 [2.10..2.60]`, with three digits that mean something. */
export function printSpread({ median, min, max }: Spread): string {
  return Number.isNaN(median) ? '–' : `${printNumber(median)} [${printNumber(min)}..${printNumber(max)}]`;
}

/** A number with about three digits that mean something. */
export function printNumber(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value.toFixed(value >= 10 ? 1 : 2);
}
