/** One wait: how long it lasted, and whether it ended with an answer or was still going on (censored) at that time. */
export type ObservedWait = { readonly days: number; readonly answered: boolean };

/** The share of waits that last longer than each day on which one ended; the days ascend. */
export type SurvivalCurve = readonly { readonly days: number; readonly waiting: number }[];

/**
 * The product-limit estimate of Kaplan and Meier (1958). Waits that still go on count as long as they have lasted, so that
 * a department is not made to look quick by the answers it has not given yet.
 */
export function survivalOf(waits: readonly ObservedWait[]): SurvivalCurve {
  const days = [...new Set(waits.filter(({ answered }) => answered).map((wait) => wait.days))].toSorted(
    (a, b) => a - b,
  );
  let waiting = 1;
  return days.map((day) => {
    const atRisk = waits.filter((wait) => wait.days >= day).length;
    const ended = waits.filter((wait) => wait.answered && wait.days === day).length;
    waiting *= 1 - ended / atRisk;
    return { days: day, waiting };
  });
}

/**
 * The day by which a share of the waits have ended, of those that last longer than `waited` days. Nothing when the data
 * do not reach so far: when too many waits still go on, or none has ever lasted that long.
 */
export function quantileAfter(curve: SurvivalCurve, waited: number, share: number): number | undefined {
  const before = curve.findLast(({ days }) => days <= waited)?.waiting ?? 1;
  if (before <= 0) return undefined;
  // The last products of a long curve are sums of rounding errors; a billionth is none of our precision.
  return curve.find(({ days, waiting }) => days > waited && waiting / before <= 1 - share + 1e-9)?.days;
}
