import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupLifecycle } from '../../group/group.js';
import { groupPolicy } from '../../group/group.policy.js';
import type { PositionId } from '../../group/mandate.js';
import { findPosition } from '../../office/use-cases/find-position.js';
import type { PathId } from '../training.js';

/** Which position asks for which path besides what the union asks of its kind; for none when there is no path. */
export type RequirePositionTraining = { readonly positionId: PositionId; readonly pathId: PathId | undefined };

/** Says what a position of a group asks for. It binds mandates given from now on. */
export function requirePositionTraining(
  { transaction, clock }: Deps,
  actor: Actor,
  { positionId, pathId }: RequirePositionTraining,
) {
  return transaction(async (unit) => {
    const found = await findPosition(unit, actor, positionId);
    if (found === null) return err(notFound('Position'));
    const { position, group } = found;
    if (!groupPolicy.can(actor, 'ADD_POSITION', group)) return err(notAllowed('REQUIRE_TRAINING_OF', 'Position'));
    const now = clock.now();
    if (!groupLifecycle.can('ADD_POSITION', await unit.groups.readFacts(group, now), now))
      return err(illegalTransition('REQUIRE_TRAINING', group.status));
    await unit.trainings.setOwn(positionId, pathId);
    return ok(position);
  });
}
