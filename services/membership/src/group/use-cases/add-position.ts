import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupLifecycle, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';
import { addPosition as add, type PositionDraft } from '../mandate.js';

/** Gives a group an office to fill. */
export function addPosition(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { groupId, ...draft }: PositionDraft & { readonly groupId: GroupId },
) {
  return transaction(async ({ groups, mandates }) => {
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'ADD_POSITION', group)) return err(notAllowed('ADD_POSITION', 'Group'));
    if (!groupLifecycle.can('ADD_POSITION', await groups.readFacts(group, now), now))
      return err(illegalTransition('ADD_POSITION', group.status));
    const position = add(draft, ids.ordered(), groupId);
    return position.ok ? ok(await mandates.addPosition(position.value)) : position;
  });
}
