/** A figure of the graph (`Figure`): a number, or the fact that it is withheld and why. */
export type Figure = { readonly value?: number | null; readonly suppressed: boolean; readonly reason?: string | null };

/** One figure of a plot and what it counts. */
export type PlotPoint = { readonly key: string; readonly label: string; readonly figure: Figure };

/**
 * How long each bar is, from 0 to 100: the largest shown figure is 100. A suppressed one gets the same fixed length whatever it
 * stands for, because any other would tell something about it.
 */
export function measureBars(points: readonly PlotPoint[]): ReadonlyMap<string, number> {
  const largest = Math.max(1, ...points.map(({ figure }) => (figure.suppressed ? 0 : (figure.value ?? 0))));
  return new Map(
    points.map(({ key, figure }) => [key, figure.suppressed ? 18 : ((figure.value ?? 0) / largest) * 100]),
  );
}
