import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { afterLeaving, membersOf, withSeat, type CircleFacts } from '../circle.js';

/**
 * Gives up somebody's seat inside the caller's transaction, for whatever reason, and ends the circle where too few are
 * left. The others see that somebody left, or nothing while it is a proposal.
 */
export async function leaveSeat(
  { circles, conversations, notifications }: Unit<Repositories>,
  facts: CircleFacts,
  { memberId, now }: { readonly memberId: MemberId; readonly now: Date },
): Promise<void> {
  const without = withSeat(facts, memberId, { status: 'LEFT' });
  const { id } = facts.circle;
  const circle = afterLeaving(without, now);
  const rest = membersOf(without);
  const hasEnded = circle.status === 'ENDED';
  const seats = without.seats.map((seat) => ({
    ...seat,
    hasAgreed: false,
    status: hasEnded && seat.status === 'ACCEPTED' ? ('DONE' as const) : endedInvitation(seat.status, hasEnded),
  }));
  await circles.save({ ...without, circle, seats }, now);
  await conversations.leave('CIRCLE', id, memberId);
  if (!hasEnded) return;
  await conversations.close('CIRCLE', id);
  await notifications.tell({ to: rest, reason: 'CIRCLE_ENDED', sourceId: id, subject: { kind: 'CIRCLE', id } });
}

function endedInvitation<Status extends string>(status: Status, hasEnded: boolean): Status | 'LAPSED' {
  return hasEnded && status === 'INVITED' ? 'LAPSED' : status;
}
