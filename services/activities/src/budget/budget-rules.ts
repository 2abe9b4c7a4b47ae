/*
 * The numbers of the budget. A budget keeps the version it was approved under, so that nobody's allowance shrinks by a
 * change of the rules.
 */

/** One version of the numbers. */
export type BudgetRules = {
  readonly version: number;
  /** How far expenses may go above the approved amount, in per cent of it. */
  readonly tolerancePercent: number;
  /** How many lines one budget can have. */
  readonly linesMax: number;
  /** The largest amount of one line, in minor units. */
  readonly amountMax: number;
};

/** Version 1: our choice; a tenth covers a price that rose since, and nothing that needs another decision. */
const version1: BudgetRules = { version: 1, tolerancePercent: 10, linesMax: 200, amountMax: 100_000_000 };

const versions: ReadonlyMap<number, BudgetRules> = new Map([[version1.version, version1]]);

/** The version that new approvals are made under. */
export const currentBudgetRules: BudgetRules = version1;

/** The numbers of one version; throws for a version that never was, because a stored budget always has one. */
export function budgetRulesOf({ rulesVersion }: { readonly rulesVersion: number }): BudgetRules {
  const rules = versions.get(rulesVersion);
  if (rules === undefined) throw new Error(`there are no budget rules of version ${rulesVersion}`);
  return rules;
}
