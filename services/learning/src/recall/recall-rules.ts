/*
 * The union's rules about reviewing what was learned.
 * Life: none. Owner: learning.
 */

/** How much a member may wish to remember, of a hundred. More than the highest makes for reviews without end. */
export const retentionRange = { min: 70, max: 97 } as const;

/** What is aimed at until a member says otherwise. */
export const retentionDefault = 90;

/** For how many days the work ahead is foreseen, today included. */
export const forecastDays = 14;
