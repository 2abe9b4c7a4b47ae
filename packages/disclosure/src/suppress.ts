/**
 * A cell as counted, before anybody may see it. `value` is the figure (rows, hours, money); `people` is how many distinct
 * people it stands for, since twelve registrations of two people still describe only two.
 */
export type Cell = {
  readonly value: number;
  readonly people: number;
  /** True when anybody could know without the table that nothing can be here, such as a week without any activity. */
  readonly structural?: boolean;
};

/** A figure as it may be shown. A suppressed one has no value at all, never a zero: "hidden" and "none" are different answers. */
export type Figure =
  | { readonly value: number; readonly suppressed: false }
  | { readonly value: null; readonly suppressed: true; readonly reason: 'BELOW_THRESHOLD' };

/** A cell after suppression: where it belongs in the table, and its figure; the number of people is never passed on. */
export type SuppressedCell<C extends Cell> = Omit<C, keyof Cell> & Figure;

/**
 * Primary suppression: hides each cell that stands for fewer than `k` distinct people. It does not protect against
 * subtraction from a total, so a table that shows totals must not show cells of which only one is hidden.
 * Throws a RangeError for a `k` below 2 or a number of people that is not a whole number from 0.
 */
export function suppress<C extends Cell>(cells: readonly C[], k: number): readonly SuppressedCell<C>[] {
  if (!Number.isInteger(k) || k < 2) throw new RangeError('k must be a whole number of at least 2');
  return cells.map(({ value, people, structural, ...place }) => {
    if (!Number.isInteger(people) || people < 0) throw new RangeError('people must be a whole number from 0');
    return { ...place, ...figureFor({ value, people, structural }, k) };
  });
}

/**
 * A counted zero is hidden like any other small count. It says of every person in the group that they did not do the thing,
 * and next to it a hidden cell would be known to hold at least one person. Only a structural zero tells nothing, and is shown.
 */
function figureFor(cell: Cell, k: number): Figure {
  const isHarmlessZero = cell.structural === true && cell.people === 0 && cell.value === 0;
  if (cell.people >= k || isHarmlessZero) return { value: cell.value, suppressed: false };
  return { value: null, suppressed: true, reason: 'BELOW_THRESHOLD' };
}
