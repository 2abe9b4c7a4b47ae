import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import type { MandateOrigin } from '../../office/office.js';
import { findPosition } from '../../office/use-cases/find-position.js';
import { findSeat } from '../../office/use-cases/find-seat.js';
import { conferMandate } from '../../office/use-cases/give-mandate.js';
import { refuseUntrained } from '../../training/use-cases/refuse-untrained.js';
import { groupLifecycle } from '../group.js';
import { groupPolicy } from '../group.policy.js';
import { checkTerm, type PositionId } from '../mandate.js';

/** Who is to hold which position, from when to when. */
export type AppointToPosition = {
  readonly positionId: PositionId;
  readonly memberId: MemberId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly conferredBy: MandateOrigin;
};

/**
 * Gives a member of the group a mandate with dates; their rights begin and end with these dates by themselves. What the
 * position asks to be learned is learned before one that begins now; one that begins later leaves time for it.
 */
export function appointToPosition({ transaction, clock, ids }: Deps, actor: Actor, input: AppointToPosition) {
  return transaction(async (unit) => {
    const now = clock.now();
    const found = await findPosition(unit, actor, input.positionId);
    if (found === null) return err(notFound('Position'));
    const { position, group } = found;
    if (!groupPolicy.can(actor, 'APPOINT', group)) return err(notAllowed('APPOINT', 'Position'));
    if (!groupLifecycle.can('APPOINT', await unit.groups.readFacts(group, now), now))
      return err(illegalTransition('APPOINT', group.status));
    const term = checkTerm(input, now);
    if (!term.ok) return term;
    const { memberId, startsAt, endsAt, conferredBy } = input;
    const giving = { id: ids.ordered<'Mandate'>(), memberId, startsAt, endsAt, conferredBy };
    const seat = await findSeat(unit, position, { groupId: group.id, ...giving });
    if (!seat.ok) return seat;
    const refused = await refuseUntrained(unit, { position, memberId, startsAt, now });
    if (!refused.ok) return refused;
    return ok(await conferMandate(unit, { ...giving, group, position, givenBy: memberOf(actor), now }, seat.value));
  });
}
