import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { giveUpCompany } from '../../company/use-cases/give-up-company.js';
import { leaveSeat } from './leave-seat.js';

/**
 * Takes whoever blocks somebody out of the circles and companies both are in, inside the transaction of the block: to
 * the other it looks as if they had left without a reason, as anybody can, and in a proposal like nothing at all.
 */
export async function partByBlock(
  unit: Unit<Repositories>,
  { blockerId, blockedId, now }: { readonly blockerId: MemberId; readonly blockedId: MemberId; readonly now: Date },
): Promise<void> {
  for (const facts of await unit.circles.listSharedLocked(blockerId, blockedId))
    await leaveSeat(unit, facts, { memberId: blockerId, now });
  for (const ask of await unit.companies.listSharedLocked(blockerId, blockedId)) await giveUpCompany(unit, ask);
}
