import { err, illegalTransition, isInGroup, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { changeGroupStatus, groupLifecycle, joinGroup as join, type Group, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';

/** Makes the viewer a member of a group. Joining twice is joining once. */
export function joinGroup({ transaction, clock, ids }: Deps, actor: Actor, { groupId }: { readonly groupId: GroupId }) {
  return transaction(async (unit) => {
    const now = clock.now();
    // Locked, so that nobody joins a group in the instant it is dissolved.
    const group = await unit.groups.findVisibleLocked(actor, groupId);
    const memberId = memberOf(actor);
    if (group === null) return err(notFound('Group'));
    if (isInGroup(actor, groupId)) return ok(group);
    if (memberId === undefined || !groupPolicy.can(actor, 'JOIN', group)) return err(notAllowed('JOIN', 'Group'));
    const facts = await unit.groups.readFacts(group, now);
    if (!groupLifecycle.can('JOIN', facts, now)) return err(illegalTransition('JOIN', group.status));
    if (!(await unit.groups.addMembership(join(group, memberId, ids.ordered(), now)))) return ok(group);
    await unit.outbox.append('GroupMembershipStarted', `${groupId}:${memberId}`, { groupId, memberId });
    return ok(await recogniseWhenFounded(unit, group, now));
  });
}

/** The member who completes the founders makes a proposal a provisional group (machine B). */
async function recogniseWhenFounded({ groups }: Unit<Repositories>, group: Group, now: Date): Promise<Group> {
  if (group.status !== 'PROPOSED') return group;
  const recognised = changeGroupStatus(await groups.readFacts(group, now), 'RECOGNISE', now);
  return recognised.ok ? groups.save(recognised.value) : group;
}
