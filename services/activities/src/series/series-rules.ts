/* The numbers of series, as versioned data; a series keeps the version it was started under. */

/** One version of the numbers. */
export type SeriesRules = {
  readonly version: number;
  /** Drafts are made for this many days ahead. */
  readonly daysAhead: number;
  /** How often more drafts are made, in days. */
  readonly daysBetween: number;
  /** How many dates a series has at most, those left out included. */
  readonly datesMax: number;
  /** How many series of a group run at the same time. */
  readonly runningMax: number;
};

/** Version 1, our choice: a term and a half of weekly dates at most, and eight weeks of them to look at. */
export const currentSeriesRules: SeriesRules = {
  version: 1,
  daysAhead: 56,
  daysBetween: 7,
  datesMax: 60,
  runningMax: 20,
};
