import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CircleId } from '../circle.js';
import { findOwnCircle } from './find-own-circle.js';
import { leaveSeat } from './leave-seat.js';

/** Leaves a circle, or takes an acceptance back. No reason is asked for and none is told. */
export function leaveCircle({ transaction, clock }: Deps, actor: Actor, { circleId }: { readonly circleId: CircleId }) {
  return transaction(async (unit) => {
    const now = clock.now();
    const own = await findOwnCircle(unit, actor, { circleId, action: 'LEAVE', now });
    if (!own.ok) return own;
    await leaveSeat(unit, own.value.facts, { memberId: own.value.memberId, now });
    return ok(circleId);
  });
}
