import type { ActivityRules, RiskCircumstance, RiskTier, TierStep } from './activity-rules.js';

/** The facts from which the risk tier is computed; `budget` in minor units. */
export type RiskFacts = Readonly<Record<RiskCircumstance, boolean>> & {
  readonly expectedAttendees: number;
  readonly budget: number;
};

/** The facts as organisers state them: a circumstance that is not named is not there. */
export type StatedFacts = Pick<RiskFacts, 'expectedAttendees'> & {
  readonly [Fact in Exclude<keyof RiskFacts, 'expectedAttendees'>]?: RiskFacts[Fact] | null;
};

/** Completes what organisers stated. */
export function completeFacts(stated: StatedFacts): RiskFacts {
  return {
    expectedAttendees: stated.expectedAttendees,
    budget: stated.budget ?? 0,
    externalSpeaker: stated.externalSpeaker ?? false,
    offCampus: stated.offCampus ?? false,
    overnight: stated.overnight ?? false,
    alcohol: stated.alcohol ?? false,
    contractor: stated.contractor ?? false,
    minors: stated.minors ?? false,
  };
}

/**
 * The risk tier that follows from the facts: the highest that any of them asks for. It is computed, never chosen
 * (domain 1.3 C). A capacity above the expected number counts, since so many may come.
 */
export function riskTierOf(facts: RiskFacts, capacity: number | undefined, rules: ActivityRules): RiskTier {
  const circumstances = Object.entries(rules.tierByCircumstance) as readonly [RiskCircumstance, RiskTier][];
  const tiers: readonly RiskTier[] = [
    stepOf(rules.tierByAttendees, Math.max(facts.expectedAttendees, capacity ?? 0)),
    stepOf(rules.tierByBudget, facts.budget),
    ...circumstances.filter(([name]) => facts[name]).map(([, tier]) => tier),
  ];
  return tiers.reduce((highest, tier) => (tier > highest ? tier : highest), 0);
}

function stepOf(steps: readonly TierStep[], value: number): RiskTier {
  return steps.reduce<RiskTier>((tier, step) => (value > step.above && step.tier > tier ? step.tier : tier), 0);
}
