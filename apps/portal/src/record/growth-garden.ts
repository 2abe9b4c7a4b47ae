/** The sides of a term, in the order in which they are drawn and read. */
export const growthSides = ['did', 'learned', 'led', 'helped'] as const;

/** One side of a term. */
export type GrowthSide = (typeof growthSides)[number];

/** How many pieces each side of a term has. */
export type TermCounts = Readonly<Record<GrowthSide, number>>;

/** One mark of a plot: which side it is of and where it stands. */
export type Mark = { readonly key: string; readonly side: GrowthSide; readonly x: number; readonly y: number };

/** How many marks of a side are drawn before the plot says how many more there are. */
export const marksMax = 24;

const step = 12;
const perRow = 3;
/** How wide a term is. */
export const termWidth = 4 * perRow * step + 30;

/** How high above the ground the tallest of these terms grows; never so low that there is nothing to see. */
export function heightOf(terms: readonly TermCounts[]): number {
  const most = Math.max(0, ...terms.flatMap((counts) => growthSides.map((side) => Math.min(counts[side], marksMax))));
  return Math.max(3, Math.ceil(most / perRow)) * step + 8;
}

/**
 * Where the marks of one term stand: a small bed for each side, filled from the ground up, one mark for each piece. Nothing
 * is weighed or added up across sides.
 */
export function marksOf(counts: TermCounts, height: number): readonly Mark[] {
  return growthSides.flatMap((side, place) =>
    Array.from({ length: Math.min(counts[side], marksMax) }, (_, index) => ({
      key: `${side}-${index}`,
      side,
      x: 15 + place * perRow * step + (index % perRow) * step + step / 2,
      y: height - (Math.floor(index / perRow) + 0.5) * step,
    })),
  );
}
