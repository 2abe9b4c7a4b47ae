import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Activity, ActivityId } from '../activity/activity.js';
import { BudgetLineEntity } from './budget-line.entity.js';
import { currentBudgetRules } from './budget-rules.js';
import type { BudgetApproval, BudgetLine, BudgetLineId } from './budget.js';

type ApprovalRow = {
  activity_id: ActivityId;
  approved_amount: number;
  approved_at: Date;
  rules_version: number;
};

/** Reads and writes budgets, for callers that may see the plans of the activity; they ask first. */
export type BudgetRepository = ReturnType<typeof createBudgetRepository>;

/** A repository over one connection or transaction. */
export function createBudgetRepository(manager: EntityManager) {
  const query = () => manager.createQueryBuilder(BudgetLineEntity, 'line');
  return {
    /** One line, or nothing. Who may see it follows from its activity. */
    findLine: (id: BudgetLineId): Promise<BudgetLine | null> => query().where('line.id = :id', { id }).getOne(),

    /** The lines of the activities in the order they were added. */
    listLines: (activityIds: readonly ActivityId[]): Promise<readonly BudgetLine[]> =>
      query().where('line.activityId = any(:activityIds)', { activityIds }).orderBy('line.id').getMany(),

    /** What was approved for the activities. */
    async listApprovals(activityIds: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, BudgetApproval>> {
      const rows: readonly ApprovalRow[] = await manager.query(
        'select activity_id, approved_amount, approved_at, rules_version from budget where activity_id = any($1::uuid[])',
        [activityIds],
      );
      return new Map(
        rows.map((row) => [
          row.activity_id,
          {
            activityId: row.activity_id,
            approvedAmount: row.approved_amount,
            approvedAt: row.approved_at,
            rulesVersion: row.rules_version,
          },
        ]),
      );
    },

    /** Sets what an activity asked for as what is approved, under the rules of now. A later approval replaces it. */
    async approve({ id, facts }: Activity, approvedAt: Date): Promise<void> {
      await manager.query(
        `insert into budget (activity_id, approved_amount, approved_at, rules_version) values ($1, $2, $3, $4)
         on conflict (activity_id) do update set approved_amount = $2, approved_at = $3, rules_version = $4`,
        [id, facts.budget, approvedAt, currentBudgetRules.version],
      );
    },

    async removeLine(id: BudgetLineId): Promise<void> {
      await manager.query('delete from budget_line where id = $1', [id]);
    },
    addLine: (line: BudgetLine): Promise<BudgetLine> => insertRow(manager, BudgetLineEntity, line),
    saveLine: (line: BudgetLine): Promise<BudgetLine> => updateRow(manager, BudgetLineEntity, line),
  };
}
