import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeGroupStatus, type GroupId } from '../group.js';

/** Lets an affiliated group fall dormant when it has had no officer for 30 days; a group with an officer is left alone. */
export function checkDormancy({ transaction, clock }: Deps, { groupId }: { readonly groupId: GroupId }) {
  const actor = systemActor('check-dormancy');
  return transaction(async ({ groups }) => {
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    const dormant = changeGroupStatus(await groups.readFacts(group, now), 'fallDormant', now);
    return ok(dormant.ok ? await groups.save(dormant.value) : group);
  });
}
