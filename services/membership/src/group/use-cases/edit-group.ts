import { conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { editGroup as edit, groupLifecycle, type GroupChanges, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';

/** Writes the name and the purpose of a group anew. */
export function editGroup(
  { transaction, clock }: Deps,
  actor: Actor,
  { groupId, ...changes }: GroupChanges & { readonly groupId: GroupId },
) {
  return transaction(async ({ groups }) => {
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'EDIT', group)) return err(notAllowed('EDIT', 'Group'));
    if (!groupLifecycle.can('EDIT', await groups.readFacts(group, now), now))
      return err(illegalTransition('EDIT', group.status));
    const edited = edit(group, changes);
    if (!edited.ok) return edited;
    if (await groups.isNameTaken(edited.value.name, groupId))
      return err(conflict('A group of this name exists already. Choose another name.'));
    return ok(await groups.save(edited.value));
  });
}
