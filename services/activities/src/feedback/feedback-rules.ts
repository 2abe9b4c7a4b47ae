/*
 * The numbers of feedback, as versioned data. A window keeps the version it was opened under and the instant at which it
 * closes, so that a change never shortens it.
 */
import { kFor } from '@guildhall/disclosure';

/** One version of the numbers. */
export type FeedbackRules = {
  readonly version: number;
  /** How many days after attendance was closed people can answer. */
  readonly openDays: number;
  /** From how many answers on organisers see any of them. */
  readonly answersMin: number;
  readonly textMax: number;
};

const version1: FeedbackRules = { version: 1, openDays: 14, answersMin: kFor('OPERATIONAL'), textMax: 2000 };

const versions: ReadonlyMap<number, FeedbackRules> = new Map([[version1.version, version1]]);

/** The version that new windows are opened under. */
export const currentFeedbackRules: FeedbackRules = version1;

/** The numbers of one version; throws for a version that never was, because a stored window always has one. */
export function feedbackRulesOf({ rulesVersion }: { readonly rulesVersion: number }): FeedbackRules {
  const rules = versions.get(rulesVersion);
  if (rules === undefined) throw new Error(`there are no rules of feedback of version ${rulesVersion}`);
  return rules;
}
