import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { circlePolicy } from '../circle.policy.js';
import { circleLifecycle, membersOf, type CircleFacts, type CircleId } from '../circle.js';

/**
 * The end of the time to answer. Who never answered is not asked again until they wish anew. A circle that never came to
 * be ends, and those who accepted come first in the next round.
 */
export function expireCircle({ transaction, clock }: Deps, { circleId }: { readonly circleId: CircleId }) {
  return transaction(async ({ circles, circleWishes, notifications }) => {
    const now = clock.now();
    const facts = await circles.findLocked(circleId);
    // Ended by another hand, or not due for a clock that runs behind: then there is nothing to decide now.
    if (facts === null || !circleLifecycle.can('EXPIRE', facts, now)) return ok(undefined);
    if (!circlePolicy.can(systemActor('expire-circle'), 'EXPIRE', facts)) return err(notAllowed('EXPIRE', 'Circle'));
    const silent = facts.seats.filter(({ status }) => status === 'INVITED').map(({ memberId }) => memberId);
    const accepted = membersOf(facts);
    const expired = withoutSilent(facts, now);
    await circles.save(expired, now);
    await circleWishes.remove(silent);
    if (expired.circle.status !== 'ENDED') return ok(undefined);
    await circleWishes.countWaited(accepted);
    await notifications.tell({
      to: accepted,
      reason: 'CIRCLE_ENDED',
      sourceId: circleId,
      subject: { kind: 'CIRCLE', id: circleId },
    });
    return ok(undefined);
  });
}

function withoutSilent(facts: CircleFacts, now: Date): CircleFacts {
  const isOver = facts.circle.status === 'PROPOSED';
  const seats = facts.seats.map((seat) => {
    if (seat.status === 'INVITED') return { ...seat, status: 'LAPSED' as const };
    return isOver && seat.status === 'ACCEPTED' ? { ...seat, status: 'DONE' as const } : seat;
  });
  const circle = isOver ? { ...facts.circle, status: 'ENDED' as const, endedAt: now } : facts.circle;
  return { ...facts, circle, seats };
}
