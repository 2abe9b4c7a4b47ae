import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CircleId, Meeting } from '../circle.js';
import { findOwnCircle } from './find-own-circle.js';

/** Cancels a meeting that lies ahead; anybody in the circle can. */
export function cancelCircleMeeting(
  { transaction, clock }: Deps,
  actor: Actor,
  { circleId, meetingId }: { readonly circleId: CircleId; readonly meetingId: Meeting['id'] },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const own = await findOwnCircle(unit, actor, { circleId, action: 'CANCEL_MEETING', now });
    if (!own.ok) return own;
    const isCancelled = await unit.circles.cancelMeeting(circleId, meetingId, now);
    return isCancelled ? ok(own.value.facts) : err(notFound('CircleMeeting'));
  });
}
