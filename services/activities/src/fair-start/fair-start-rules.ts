/*
 * The numbers of a fair start, as versioned data. A fair start keeps the version it was planned under, so that what
 * people were told of their chances when they entered is what they are drawn by.
 */

/** One version of the numbers. */
export type FairStartRules = {
  readonly version: number;
  /** Tickets that every entry has. */
  readonly baseTickets: number;
  /** More for who never took part in an activity of the group. */
  readonly firstTimerTickets: number;
  /** More for each draw that was lost, up to `lossesMax` of the last `lossDays` days. */
  readonly lossTickets: number;
  readonly lossesMax: number;
  readonly lossDays: number;
  /** How many people a party has at most. */
  readonly partySizeMax: number;
};

/** Version 1: our choice. Nobody has less than a quarter of anybody else's chance, but for strikes. */
const version1: FairStartRules = {
  version: 1,
  baseTickets: 4,
  firstTimerTickets: 4,
  lossTickets: 2,
  lossesMax: 4,
  lossDays: 365,
  partySizeMax: 8,
};

const versions: ReadonlyMap<number, FairStartRules> = new Map([[version1.version, version1]]);

/** The version that new fair starts are planned under. */
export const currentFairStartRules: FairStartRules = version1;

/** The numbers of one version; throws for a version that never was, because a stored fair start always has one. */
export function fairStartRulesOf({ rulesVersion }: { readonly rulesVersion: number }): FairStartRules {
  const rules = versions.get(rulesVersion);
  if (rules === undefined) throw new Error(`there are no rules of fair starts of version ${rulesVersion}`);
  return rules;
}
