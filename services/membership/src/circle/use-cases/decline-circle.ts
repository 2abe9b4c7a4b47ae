import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { withSeat, type CircleId } from '../circle.js';
import { findOwnCircle } from './find-own-circle.js';

/** Declines a proposed circle. Nobody learns of it, and the wish stands for the next round. */
export function declineCircle(
  { transaction, clock }: Deps,
  actor: Actor,
  { circleId }: { readonly circleId: CircleId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const own = await findOwnCircle(unit, actor, { circleId, action: 'DECLINE', now });
    if (!own.ok) return own;
    const { facts, memberId } = own.value;
    await unit.circles.save(withSeat(facts, memberId, { status: 'DECLINED' }), now);
    return ok(circleId);
  });
}
