import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupLifecycle } from '../../group/group.js';
import { groupPolicy } from '../../group/group.policy.js';
import type { PositionId } from '../../group/mandate.js';
import { editPosition as edit, type PositionChanges } from '../office.js';
import { findPosition } from './find-position.js';

/** Writes a position of a group anew. What it is for changes only while nobody holds it, because rights hang on that. */
export function editPosition(
  { transaction, clock }: Deps,
  actor: Actor,
  { positionId, ...changes }: PositionChanges & { readonly positionId: PositionId },
) {
  return transaction(async (unit) => {
    const { groups, mandates } = unit;
    const now = clock.now();
    const found = await findPosition(unit, actor, positionId);
    if (found === null) return err(notFound('Position'));
    const { position, group } = found;
    if (!groupPolicy.can(actor, 'ADD_POSITION', group)) return err(notAllowed('EDIT', 'Position'));
    if (!groupLifecycle.can('ADD_POSITION', await groups.readFacts(group, now), now))
      return err(illegalTransition('EDIT', group.status));
    const edited = edit(position, changes, await mandates.listOfPosition(positionId, now));
    return edited.ok ? ok(await mandates.savePosition(edited.value)) : edited;
  });
}
