import { err, illegalTransition, memberOf, notAllowed, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupLifecycle } from '../../group/group.js';
import { groupPolicy } from '../../group/group.policy.js';
import { checkTerm, endOf, type MandateId } from '../../group/mandate.js';
import type { MandateOrigin } from '../office.js';
import { findPosition } from './find-position.js';
import { giveMandate } from './give-mandate.js';

/** Which mandate goes on until when, and by what right. */
export type ExtendMandate = {
  readonly mandateId: MandateId;
  readonly endsAt: Date;
  readonly conferredBy: MandateOrigin;
};

/**
 * Gives the holder of a mandate that is not over another one, which begins in the instant the first ends. The first is
 * not touched: how long somebody was chosen for at first stays on record.
 */
export function extendMandate({ transaction, clock, ids }: Deps, actor: Actor, input: ExtendMandate) {
  return transaction(async (unit) => {
    const { groups, mandates } = unit;
    const now = clock.now();
    const named = await mandates.findMandate(actor, input.mandateId);
    const found = named === null ? null : await findPosition(unit, actor, named.positionId);
    // Read again under the lock: it may have been ended meanwhile.
    const mandate = await mandates.findMandate(actor, input.mandateId);
    if (mandate === null || found === null) return err(notFound('Mandate'));
    const { position, group } = found;
    if (!groupPolicy.can(actor, 'APPOINT', group)) return err(notAllowed('EXTEND', 'Mandate'));
    if (endOf(mandate) <= now) return err(illegalTransition('EXTEND', 'ENDED'));
    if (!groupLifecycle.can('APPOINT', await groups.readFacts(group, now), now))
      return err(illegalTransition('EXTEND', group.status));
    const term = checkTerm({ startsAt: endOf(mandate), endsAt: input.endsAt }, now);
    if (!term.ok) return term;
    const giving = { id: ids.ordered<'Mandate'>(), memberId: mandate.memberId, conferredBy: input.conferredBy };
    return giveMandate(unit, { ...giving, ...term.value, group, position, givenBy: memberOf(actor), now });
  });
}
