import { ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { afterAcceptance, membersOf, withSeat, type CircleFacts, type CircleId } from '../circle.js';
import { findOwnCircle } from './find-own-circle.js';

/**
 * Accepts a proposed circle. With the third it is there: those who accepted learn each other's names and can talk; who
 * accepts later joins them. Until then nobody learns who else was asked or what they answered.
 */
export function acceptCircle(
  { transaction, clock }: Deps,
  actor: Actor,
  { circleId }: { readonly circleId: CircleId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const own = await findOwnCircle(unit, actor, { circleId, action: 'ACCEPT', now });
    if (!own.ok) return own;
    const { memberId } = own.value;
    const seated = withSeat(own.value.facts, memberId, { status: 'ACCEPTED' });
    const accepted = { ...seated, circle: afterAcceptance(seated, now) };
    await unit.circles.save(accepted, now);
    const wasThere = seated.circle.status !== 'PROPOSED';
    if (accepted.circle.status !== 'PROPOSED')
      await welcome(unit, accepted, wasThere ? [memberId] : membersOf(accepted));
    return ok(accepted);
  });
}

/** A wish has come true; it is not wished for again until somebody does. */
async function welcome(
  { circleWishes, conversations, notifications }: Unit<Repositories>,
  { circle: { id } }: CircleFacts,
  newcomers: readonly MemberId[],
): Promise<void> {
  await circleWishes.remove(newcomers);
  await conversations.openFor({ kind: 'CIRCLE', sourceId: id, members: newcomers });
  await notifications.tell({ to: newcomers, reason: 'CIRCLE_FORMED', sourceId: id, subject: { kind: 'CIRCLE', id } });
}
