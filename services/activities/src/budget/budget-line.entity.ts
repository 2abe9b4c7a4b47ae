import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { BudgetLine } from './budget.js';

/** The table `budget_line`. */
export const BudgetLineEntity = new EntitySchema<BudgetLine>({
  name: 'BudgetLine',
  tableName: 'budget_line',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    kind: { type: 'text' },
    title: { type: 'text' },
    planned: { type: 'integer' },
    actual: { type: 'integer', nullable: true, transformer: absent },
    receiptNote: { type: 'text' },
    version: { type: 'integer' },
  },
});
