import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { changeGroupStatus, type Group } from '../../group/group.js';
import type { MemberId } from '../../member/member.js';

/**
 * Tells the other services, inside the caller's transaction, that somebody is in the group now, and makes a proposal a
 * provisional group with the member who completes the founders (machine B).
 */
export async function admitMember(
  { groups, outbox }: Unit<Repositories>,
  group: Group,
  { memberId, now }: { readonly memberId: MemberId; readonly now: Date },
): Promise<Group> {
  await outbox.append('GroupMembershipStarted', `${group.id}:${memberId}`, { groupId: group.id, memberId });
  if (group.status !== 'PROPOSED') return group;
  const recognised = changeGroupStatus(await groups.readFacts(group, now), 'RECOGNISE', now);
  return recognised.ok ? groups.save(recognised.value) : group;
}
