import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { MemberId } from '../member/member.js';
import type { StandingSuspension } from './membership-appeal.js';

/** The latest suspension of each member, with the appeal against it; nothing for whoever may not know. */
export function createSuspensionLoader(
  actor: Actor,
  appeals: Repositories['membershipAppeals'],
): DataLoader<MemberId, StandingSuspension | undefined> {
  return new DataLoader(async (ids) => {
    const standing = await appeals.listStanding(actor, ids);
    const byMember = new Map(standing.map((one) => [one.suspension.memberId, one]));
    return ids.map((id) => byMember.get(id));
  });
}
