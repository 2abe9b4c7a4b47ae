import { planDemoDuty, type DemoUnion } from '@guildhall/demo';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** Loads who holds which training, as learning would have told. */
export async function loadTraining(manager: EntityManager, union: DemoUnion, { anchor }: { readonly anchor: Date }) {
  const { trainings } = planDemoDuty(union, { anchor });
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
