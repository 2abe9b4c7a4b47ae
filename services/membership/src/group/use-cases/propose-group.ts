import { conflict, err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { joinGroup as join, proposeGroup as propose, type GroupProposal } from '../group.js';
import { groupPolicy } from '../group.policy.js';
import type { GroupRepository } from '../group.repository.js';

/** Proposes to found a group; the proposer is its first member. */
export function proposeGroup({ transaction, clock, ids }: Deps, actor: Actor, proposal: GroupProposal) {
  return transaction(async ({ groups, outbox }) => {
    const now = clock.now();
    const memberId = memberOf(actor);
    if (memberId === undefined || !groupPolicy.canPropose(actor)) return err(notAllowed('PROPOSE', 'Group'));
    const parent = await findParent(groups, actor, proposal.parentId);
    if (!parent.ok) return parent;
    const proposed = propose(proposal, ids.ordered(), now);
    if (!proposed.ok) return proposed;
    const group = proposed.value;
    if (!(await groups.addUnlessNameTaken(group)))
      return err(conflict('A group of this name exists already. Choose another name.'));
    await groups.addMembership(join(group, memberId, ids.ordered(), now));
    await outbox.append('GroupMembershipStarted', `${group.id}:${memberId}`, { groupId: group.id, memberId });
    return ok(group);
  });
}

/** The group that a body is proposed in, or undefined for a group of its own. */
async function findParent(groups: GroupRepository, actor: Actor, parentId: GroupProposal['parentId']) {
  if (parentId === undefined) return ok(undefined);
  const parent = await groups.findVisibleLocked(actor, parentId);
  if (parent === null || parent.status === 'DISSOLVED') return err(notFound('Group'));
  if (!groupPolicy.canProposeIn(actor, parent)) return err(notAllowed('PROPOSE_IN', 'Group'));
  if (parent.parentId !== undefined) return err(conflict('A body of a group has no bodies of its own.'));
  return ok(parent);
}
