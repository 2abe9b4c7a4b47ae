import { describe, expect, it } from '@jest/globals';
import { testActivity } from '../../test/organised.js';
import { budgetRulesOf } from './budget-rules.js';
import {
  allowedAmount,
  budgetState,
  checkLimit,
  checkLine,
  totalsOf,
  type BudgetApproval,
  type BudgetLinePlan,
} from './budget.js';

const approval: BudgetApproval = {
  activityId: testActivity.id,
  approvedAmount: 1005,
  approvedAt: new Date(0),
  rulesVersion: 1,
};
const expense = (planned: number, actual?: number): BudgetLinePlan => ({
  kind: 'EXPENSE',
  title: 'Hall',
  planned,
  actual,
  receiptNote: '',
});
const income: BudgetLinePlan = { kind: 'INCOME', title: 'Tickets', planned: 700, actual: 650, receiptNote: '' };

describe('a budget', () => {
  it('sums its lines, and expects of an expense what it cost or what is planned', () => {
    expect(totalsOf([expense(100, 80), expense(50), income])).toEqual({
      plannedIncome: 700,
      actualIncome: 650,
      plannedExpense: 150,
      actualExpense: 80,
      expectedExpense: 130,
    });
  });

  it('allows a tenth above what was approved, rounded down, and says when it is above', () => {
    expect(allowedAmount(approval)).toBe(1105);
    expect(budgetState(totalsOf([expense(1005)]), approval)).toBe('WITHIN');
    expect(budgetState(totalsOf([expense(1006)]), approval)).toBe('ABOVE_APPROVED');
    expect(() => budgetRulesOf({ rulesVersion: 99 })).toThrow('no budget rules of version 99');
  });

  it('refuses the first minor unit above that, unless the expenses fall', () => {
    const before: readonly BudgetLinePlan[] = [];
    expect(checkLimit([expense(1105), income], { approval, before }).ok).toBe(true);
    expect(checkLimit([expense(1106)], { approval, before })).toMatchObject({
      ok: false,
      error: { __typename: 'OverBudgetError', approvedAmount: 1005, allowedAmount: 1105, expectedExpense: 1106 },
    });
    expect(checkLimit([expense(1200)], { approval, before: [expense(1300)] }).ok).toBe(true);
    expect(checkLimit([expense(9999)], { approval: undefined, before }).ok).toBe(true);
  });

  it('takes whole amounts from nothing on', () => {
    expect(checkLine(expense(0)).ok).toBe(true);
    for (const line of [expense(-1), expense(1.5), expense(1, -1)]) expect(checkLine(line).ok).toBe(false);
  });
});
