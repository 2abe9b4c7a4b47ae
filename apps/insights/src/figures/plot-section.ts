import type { PlotPoint } from '@guildhall/ui';

/** One plot: what it says, what it groups by, and its figures. */
export type Plot = {
  readonly key: string;
  readonly caption: string;
  readonly groupHeading: string;
  readonly points: readonly PlotPoint[];
};

/** Plots that belong together, below a heading if there are several such groups. */
export type PlotSection = { readonly key: string; readonly title?: string; readonly plots: readonly Plot[] };
