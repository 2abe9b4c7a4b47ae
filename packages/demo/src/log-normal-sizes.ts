/**
 * Sizes that follow a log-normal curve exactly rather than by chance, largest first: a small demo union has the same mix of
 * tiny and huge groups as the full one. `spread` is the standard deviation of the logarithm.
 */
export function logNormalSizes(count: number, median: number, spread: number): readonly number[] {
  return Array.from(
    { length: count },
    (_, index) => median * Math.exp(spread * normalQuantile(1 - (index + 0.5) / count)),
  );
}

/** Abramowitz and Stegun, formula 26.2.23; its error is below 0.0005. */
function normalQuantile(share: number): number {
  const tail = Math.min(share, 1 - share);
  const t = Math.sqrt(-2 * Math.log(tail));
  const value =
    t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return share < 0.5 ? -value : value;
}
