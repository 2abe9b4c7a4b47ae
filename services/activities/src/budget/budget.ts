/*
 * What an activity costs and brings in: lines, and the amount that was approved for its expenses. All amounts are whole
 * minor units. Totals are summed from the lines whenever they are asked for. Owner: activities.
 */
import { err, FieldChecks, ok, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ActivityId } from '../activity/activity.js';
import { budgetRulesOf, currentBudgetRules } from './budget-rules.js';

/** The id of a line of a budget. */
export type BudgetLineId = Id<'BudgetLine'>;

/** Whether a line brings money in or costs it. */
export type BudgetLineKind = 'INCOME' | 'EXPENSE';

/** What organisers state of a line; `actual` once it is known. */
export type BudgetLinePlan = {
  readonly kind: BudgetLineKind;
  readonly title: string;
  readonly planned: number;
  readonly actual: number | undefined;
  /** Where the receipt is. */
  readonly receiptNote: string;
};

/** A line as stored. */
export type BudgetLine = BudgetLinePlan & {
  readonly id: BudgetLineId;
  readonly activityId: ActivityId;
  readonly version: number;
};

/** The amount that was approved, and under which rules. */
export type BudgetApproval = {
  readonly activityId: ActivityId;
  readonly approvedAmount: number;
  readonly approvedAt: Date;
  readonly rulesVersion: number;
};

/** What the lines come to. An expense is expected at what it cost, or at what is planned while that is not known. */
export type BudgetTotals = {
  readonly plannedIncome: number;
  readonly actualIncome: number;
  readonly plannedExpense: number;
  readonly actualExpense: number;
  readonly expectedExpense: number;
};

/** Whether expenses fit what was approved. */
export type BudgetState = 'NOT_APPROVED' | 'WITHIN' | 'ABOVE_APPROVED';

/** The expenses would come to more than the approved amount and its tolerance. Amounts in minor units. */
export type OverBudgetError = {
  readonly __typename: 'OverBudgetError';
  readonly message: string;
  readonly approvedAmount: number;
  readonly allowedAmount: number;
  readonly expectedExpense: number;
};

/** Sums the lines. */
export function totalsOf(lines: readonly BudgetLinePlan[]): BudgetTotals {
  const sum = (kind: BudgetLineKind, read: (line: BudgetLinePlan) => number): number =>
    lines.filter((line) => line.kind === kind).reduce((total, line) => total + read(line), 0);
  return {
    plannedIncome: sum('INCOME', ({ planned }) => planned),
    actualIncome: sum('INCOME', ({ actual }) => actual ?? 0),
    plannedExpense: sum('EXPENSE', ({ planned }) => planned),
    actualExpense: sum('EXPENSE', ({ actual }) => actual ?? 0),
    expectedExpense: sum('EXPENSE', ({ planned, actual }) => actual ?? planned),
  };
}

/** The most that expenses may come to: what was approved with its tolerance, rounded down to whole minor units. */
export function allowedAmount(approval: BudgetApproval): number {
  const { approvedAmount } = approval;
  return approvedAmount + Math.floor((approvedAmount * budgetRulesOf(approval).tolerancePercent) / 100);
}

/** How expenses stand to what was approved. */
export function budgetState({ expectedExpense }: BudgetTotals, approval: BudgetApproval | undefined): BudgetState {
  if (approval === undefined) return 'NOT_APPROVED';
  return expectedExpense > approval.approvedAmount ? 'ABOVE_APPROVED' : 'WITHIN';
}

/**
 * Refuses lines whose expenses come to more than was approved with its tolerance, unless they come to no more than
 * before: an overrun that was there must not stop anybody from lowering it. A receipt for more is refused like a plan.
 */
export function checkLimit(
  lines: readonly BudgetLinePlan[],
  { approval, before }: { readonly approval: BudgetApproval | undefined; readonly before: readonly BudgetLinePlan[] },
): Result<true, OverBudgetError> {
  if (approval === undefined) return ok(true);
  const { expectedExpense } = totalsOf(lines);
  const allowed = allowedAmount(approval);
  if (expectedExpense <= allowed || expectedExpense <= totalsOf(before).expectedExpense) return ok(true);
  return err({
    __typename: 'OverBudgetError',
    message:
      'The expenses would come to more than what was approved allows. Ask for a new approval, or lower another line.',
    approvedAmount: approval.approvedAmount,
    allowedAmount: allowed,
    expectedExpense,
  });
}

/** Checks a line and tidies its words; `at` stands before the paths of its fields. */
export function checkLine<Line extends BudgetLinePlan>(line: Line, at = ''): Result<Line, ValidationError> {
  const [title, receiptNote] = [line.title.trim(), line.receiptNote.trim()];
  const range = { min: 0, max: currentBudgetRules.amountMax };
  return new FieldChecks()
    .text(`${at}title`, title, { min: 2, max: 120 })
    .text(`${at}receiptNote`, receiptNote, { min: 0, max: 500 })
    .whole(`${at}planned`, line.planned, range)
    .whole(`${at}actual`, line.actual ?? 0, range)
    .finish({ ...line, title, receiptNote });
}
