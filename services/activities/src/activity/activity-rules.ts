/*
 * The numbers of machine C and of the first half of machine D, as versioned data. An activity keeps the version it was
 * drafted under, so that a change never moves a deadline that somebody relies on (domain 1.2, "not retroactive").
 */

/** How much care an activity needs, from 0 (published at once) to 3. */
export type RiskTier = 0 | 1 | 2 | 3;

/** A circumstance that raises the risk tier by being there at all. */
export type RiskCircumstance = 'externalSpeaker' | 'offCampus' | 'overnight' | 'alcohol' | 'contractor' | 'minors';

/** Everything above the limit is at least of this tier. */
export type TierStep = { readonly above: number; readonly tier: RiskTier };

/** One version of the numbers. */
export type ActivityRules = {
  readonly version: number;
  /** Steps over the number of people who can or will come. */
  readonly tierByAttendees: readonly TierStep[];
  /** Steps over the budget in minor units. */
  readonly tierByBudget: readonly TierStep[];
  readonly tierByCircumstance: Readonly<Record<RiskCircumstance, RiskTier>>;
  /** Days between submitting and the start that the union asks for, by tier. */
  readonly noticeDays: Readonly<Record<RiskTier, number>>;
  /** A place given back earlier than this many hours before the start is never late. */
  readonly freeCancelHours: number;
  /** After a postponement everybody may give their place back freely for this many hours. */
  readonly freeCancelAfterPostponingHours: number;
  /** How long before the start the door opens, in minutes. */
  readonly doorOpensMinutes: number;
  /** Days after the end within which the report is due. */
  readonly reportDueDays: number;
};

/**
 * Version 1. "Large" above 75 people and a budget above 500 pounds are the London rule book's, two months' notice for
 * the largest and three weeks for others are Imperial's (domain 1.3 C); the rest are our choices.
 */
const version1: ActivityRules = {
  version: 1,
  tierByAttendees: [
    { above: 30, tier: 1 },
    { above: 75, tier: 2 },
    { above: 150, tier: 3 },
  ],
  tierByBudget: [
    { above: 10_000, tier: 1 },
    { above: 50_000, tier: 2 },
    { above: 500_000, tier: 3 },
  ],
  tierByCircumstance: { externalSpeaker: 2, offCampus: 1, overnight: 3, alcohol: 2, contractor: 2, minors: 3 },
  noticeDays: { 0: 0, 1: 14, 2: 21, 3: 60 },
  freeCancelHours: 24,
  freeCancelAfterPostponingHours: 72,
  doorOpensMinutes: 120,
  reportDueDays: 14,
};

const versions: ReadonlyMap<number, ActivityRules> = new Map([[version1.version, version1]]);

/** The version that new activities are drafted under. */
export const currentRules: ActivityRules = version1;

/** The numbers of one version; throws for a version that never was, because a stored activity always has one. */
export function rulesOf({ rulesVersion }: { readonly rulesVersion: number }): ActivityRules {
  const rules = versions.get(rulesVersion);
  if (rules === undefined) throw new Error(`there are no activity rules of version ${rulesVersion}`);
  return rules;
}
