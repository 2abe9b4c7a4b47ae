import { err, memberOf, notAllowed, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { endOfficesOf } from '../../group/use-cases/end-office.js';
import { graceMs } from '../member.js';
import { memberPolicy } from '../member.policy.js';
import { changeMemberStatus } from './change-member-status.js';

/**
 * Ends the viewer's membership, with 60 days to come back. Offices end at once, because a mandate needs an active
 * membership; groups are kept through the grace, so that coming back is coming back.
 */
export function leaveUnion({ transaction, clock }: Deps, actor: Actor) {
  return transaction(async (unit) => {
    const now = clock.now();
    const id = memberOf(actor);
    const member = id === undefined ? null : await unit.members.findVisible(actor, id);
    if (member === null || !memberPolicy.can(actor, 'lapse', member)) return err(notAllowed('lapse', 'Member'));
    const lapsed = await changeMemberStatus(unit, member, { action: 'lapse', now, until: new Date(now.getTime() + graceMs) });
    if (lapsed.ok) await endOfficesOf(unit, member.id, now);
    return lapsed;
  });
}
