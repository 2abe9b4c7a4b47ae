/*
 * The numbers that links to a record follow. Life: changed with the code. Owner: learning.
 */

/** The rules in force. */
export const recordLinkRules = {
  version: 1,
  /** A link ends by itself after a year at the latest. */
  daysMax: 365,
  /** The most links of one member that open at a time. */
  openMax: 20,
  /** The most things on one link. */
  itemsMax: 100,
  /** How many times of opening are kept for the member to see. */
  viewsKept: 50,
} as const;
