import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { BudgetLineChangesInput, Resolvers } from '../generated/graphql.js';
import { allowedAmount, budgetState, totalsOf, type BudgetLine, type BudgetLinePlan } from './budget.js';

const succeed = (line: BudgetLine) => ({ line });

/** Resolvers of the budget. */
export const budgetResolvers: Resolvers = {
  Organising: {
    budget: async ({ id, facts }, _args, { loaders }) => {
      const { lines, approval } = await loaders.organising.budgets.load(id);
      const totals = totalsOf(lines);
      return {
        ...totals,
        lines: [...lines],
        askedAmount: facts.budget,
        approvedAmount: approval?.approvedAmount ?? null,
        allowedAmount: approval === undefined ? null : allowedAmount(approval),
        state: budgetState(totals, approval),
      };
    },
  },
  Mutation: {
    addBudgetLine: async (_root, { input }, { actor, activities }) =>
      toResult(
        'AddBudgetLineSuccess',
        await activities.addBudgetLine(actor, {
          ...input,
          activityId: toId(input.activityId),
          actual: input.actual ?? undefined,
          receiptNote: input.receiptNote ?? '',
        }),
        succeed,
      ),
    editBudgetLine: async (_root, { input }, { actor, activities }) =>
      toResult(
        'EditBudgetLineSuccess',
        await activities.editBudgetLine(actor, { lineId: toId(input.lineId), changes: toChanges(input.changes) }),
        succeed,
      ),
    removeBudgetLine: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RemoveBudgetLineSuccess',
        await activities.removeBudgetLine(actor, { lineId: toId(input.lineId) }),
        (activity) => ({ activity }),
      ),
  },
};

function toChanges({ kind, title, planned, actual, receiptNote }: BudgetLineChangesInput): Partial<BudgetLinePlan> {
  return {
    ...(kind != null && { kind }),
    ...(title != null && { title }),
    ...(planned != null && { planned }),
    ...(actual !== undefined && { actual: actual ?? undefined }),
    ...(receiptNote != null && { receiptNote }),
  };
}
