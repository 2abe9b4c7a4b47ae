import { conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupLifecycle } from '../../group/group.js';
import { groupPolicy } from '../../group/group.policy.js';
import type { PositionId } from '../../group/mandate.js';
import { findPosition } from './find-position.js';

/** Takes a position away that nobody holds or is to hold. Who held it before stays on record. */
export function removePosition(
  { transaction, clock }: Deps,
  actor: Actor,
  { positionId }: { readonly positionId: PositionId },
) {
  return transaction(async (unit) => {
    const { groups, mandates } = unit;
    const now = clock.now();
    const found = await findPosition(unit, actor, positionId);
    if (found === null) return err(notFound('Position'));
    const { position, group } = found;
    if (!groupPolicy.can(actor, 'ADD_POSITION', group)) return err(notAllowed('REMOVE', 'Position'));
    if (!groupLifecycle.can('ADD_POSITION', await groups.readFacts(group, now), now))
      return err(illegalTransition('REMOVE', group.status));
    if ((await mandates.listOfPosition(positionId, now)).length > 0)
      return err(conflict('Somebody holds this position or is to hold it. End the mandate first.'));
    await mandates.savePosition({ ...position, removedAt: now });
    return ok(group);
  });
}
