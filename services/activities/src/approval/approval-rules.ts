/*
 * What the union asks for before it approves an activity, as versioned data: an activity is judged by the version it was
 * first submitted under, so that no rule changes under somebody's hands.
 */
import type { RiskCircumstance, RiskTier } from '../activity/activity-rules.js';

/** What can be asked for. The database knows the same list. */
export const evidenceKinds = [
  'RISK_ASSESSMENT',
  'FIRST_AID_PLAN',
  'EMERGENCY_PLAN',
  'BUDGET_PLAN',
  'SPEAKER_FORM',
  'TRAVEL_PLAN',
  'WELFARE_PLAN',
  'ALCOHOL_LICENCE',
  'CONTRACTOR_INSURANCE',
  'SAFEGUARDING_PLAN',
] as const;

/** One of {@link evidenceKinds}. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One version of what is asked for. */
export type ApprovalRules = {
  readonly version: number;
  /** Asked for from this tier on. */
  readonly evidenceFromTier: readonly { readonly tier: RiskTier; readonly kind: EvidenceKind }[];
  /** Asked for by a circumstance, whatever the tier. */
  readonly evidenceByCircumstance: Readonly<Record<RiskCircumstance, EvidenceKind>>;
  /** Asked for above a budget, in minor units. */
  readonly budgetPlanAbove: number;
  /** From this tier on all evidence is accepted before anybody approves. */
  readonly completeFromTier: RiskTier;
  /** How many different union officers approve, by tier. */
  readonly approvers: Readonly<Record<RiskTier, number>>;
  /** So many days before a report is due its people are reminded. */
  readonly reportReminderDays: number;
};

/**
 * Version 1. Speaker form, contractor's insurance and a risk assessment for what is large are asked for by the rule books
 * of London and Imperial (domain 1.3 C), the budget plan from London's 500 pounds on; two approvers for tier 3 are ours.
 */
const version1: ApprovalRules = {
  version: 1,
  evidenceFromTier: [
    { tier: 1, kind: 'RISK_ASSESSMENT' },
    { tier: 2, kind: 'FIRST_AID_PLAN' },
    { tier: 3, kind: 'EMERGENCY_PLAN' },
  ],
  evidenceByCircumstance: {
    externalSpeaker: 'SPEAKER_FORM',
    offCampus: 'TRAVEL_PLAN',
    overnight: 'WELFARE_PLAN',
    alcohol: 'ALCOHOL_LICENCE',
    contractor: 'CONTRACTOR_INSURANCE',
    minors: 'SAFEGUARDING_PLAN',
  },
  budgetPlanAbove: 50_000,
  completeFromTier: 2,
  approvers: { 0: 1, 1: 1, 2: 1, 3: 2 },
  reportReminderDays: 3,
};

const versions: ReadonlyMap<number, ApprovalRules> = new Map([[version1.version, version1]]);

/** The version that activities are submitted under now. */
export const currentApprovalRules: ApprovalRules = version1;

/** The rules of one version; throws for a version that never was. */
export function approvalRulesOf(version: number): ApprovalRules {
  const rules = versions.get(version);
  if (rules === undefined) throw new Error(`there are no approval rules of version ${version}`);
  return rules;
}
