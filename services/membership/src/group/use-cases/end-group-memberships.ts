import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import type { GroupId } from '../group.js';

/** Ends every membership of a group, or of a member, at `until` inside the caller's transaction, and tells the other services. */
export async function endGroupMembershipsOf({ groups, outbox }: Unit<Repositories>, whose: { readonly groupId: GroupId } | { readonly memberId: MemberId }, until: Date): Promise<void> {
  const ended = await groups.endMemberships(whose, until);
  await outbox.appendMany('GroupMembershipEnded', ended.map(({ groupId, memberId }) => ({ aggregateId: `${groupId}:${memberId}`, data: { groupId, memberId } })));
}
