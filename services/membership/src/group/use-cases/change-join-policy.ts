import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupLifecycle, type GroupId, type JoinPolicy } from '../group.js';
import { groupPolicy } from '../group.policy.js';

/** Says how people come into a group from now on. What waits already keeps waiting for its answer. */
export function changeJoinPolicy(
  { transaction, clock }: Deps,
  actor: Actor,
  { groupId, joinPolicy }: { readonly groupId: GroupId; readonly joinPolicy: JoinPolicy },
) {
  return transaction(async ({ groups }) => {
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'CHANGE_JOIN_POLICY', group)) return err(notAllowed('CHANGE_JOIN_POLICY', 'Group'));
    if (!groupLifecycle.can('CHANGE_JOIN_POLICY', await groups.readFacts(group, now), now))
      return err(illegalTransition('CHANGE_JOIN_POLICY', group.status));
    return ok(group.joinPolicy === joinPolicy ? group : await groups.save({ ...group, joinPolicy }));
  });
}
