import { err, FieldChecks, memberOf, notAllowed, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { dormancyCheck } from '../../group/group.js';
import { mandateEnded } from '../../group/mandate.js';
import { watchHandover } from '../../handover/use-cases/watch-handover.js';
import { graceMs } from '../member.js';
import { memberPolicy } from '../member.policy.js';
import { changeMemberStatus } from './change-member-status.js';

/**
 * Ends the viewer's membership, with 60 days to come back. Offices end at once, because a mandate needs an active
 * membership; groups are kept through the grace, so that coming back is coming back.
 */
export function leaveUnion({ transaction, clock }: Deps, actor: Actor, { confirm }: { readonly confirm: boolean }) {
  return transaction(async (unit) => {
    const now = clock.now();
    const id = memberOf(actor);
    const member = id === undefined ? null : await unit.members.findVisible(actor, id);
    if (member === null || !memberPolicy.can(actor, 'LAPSE', member)) return err(notAllowed('LAPSE', 'Member'));
    const confirmed = new FieldChecks()
      .that(confirm, 'confirm', 'REQUIRED', 'Confirm that you want to leave.')
      .finish(member);
    if (!confirmed.ok) return confirmed;
    const lapsed = await changeMemberStatus(unit, member, {
      action: 'LAPSE',
      now,
      until: new Date(now.getTime() + graceMs),
    });
    if (!lapsed.ok) return lapsed;
    const offices = await unit.mandates.endAll({ memberId: member.id }, now);
    await unit.outbox.appendMany('MandateEnded', offices.map(mandateEnded));
    for (const groupId of new Set(offices.flatMap((office) => office.groupId ?? []))) {
      await unit.jobs.enqueue('check-dormancy', { groupId }, dormancyCheck(groupId, now));
      const group = await unit.groups.findVisible(actor, groupId);
      if (group !== null) await watchHandover(unit, group, now);
    }
    return lapsed;
  });
}
