import { planDemoDuty, type DemoUnion } from '@guildhall/demo';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** Loads what the union asks of its offices and who holds which training, as learning would have told. */
export async function loadDuty(manager: EntityManager, union: DemoUnion, { anchor }: { readonly anchor: Date }) {
  const { rules, trainings } = planDemoDuty(union, { anchor });
  await insertRows(
    manager,
    'training_rule',
    rules.map(({ kind, version, pathId, madeBy, madeAt }) => ({
      kind,
      version,
      path_id: pathId,
      made_by: madeBy,
      made_at: madeAt,
    })),
  );
  await insertRows(
    manager,
    'training',
    trainings.map(({ id, memberId, pathId, heldAt }) => ({
      id,
      member_id: memberId,
      path_id: pathId,
      held_at: heldAt,
      changed_at: heldAt,
    })),
  );
}
