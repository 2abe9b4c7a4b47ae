import { systemActor } from '@guildhall/kernel';
import { isAsking, settle } from '../../help-request/help-request.js';
import type { HelpUnit } from '../../help-request/use-cases/open-request.js';
import type { MemberId } from '../../member/member.js';
import { endMatch } from './unmatch-help.js';

/**
 * Ends what two people arrange with each other, because one of them blocked the other: matches end as if unmatched, and
 * offers close as if somebody else had been chosen. What is done already takes its course.
 */
export async function endHelpBetween(
  unit: HelpUnit,
  { by, other, now }: { readonly by: MemberId; readonly other: MemberId; readonly now: Date },
): Promise<void> {
  const actor = systemActor('end-help-between');
  for (const { requestId, helperId } of await unit.helpOffers.listBetween(by, other)) {
    const facts = await unit.helpRequests.findFactsLocked(actor, requestId, now);
    const offer = await unit.helpOffers.findOf(requestId, helperId);
    if (facts === null || offer === null) continue;
    const match = facts.helpers.find((one) => one.helperId === helperId);
    if (match !== undefined) {
      await endMatch(unit, facts, { match, tell: other, now });
    } else if (offer.status === 'OFFERED' || offer.status === 'DECLINED') {
      await unit.helpOffers.save({ ...offer, status: 'LAPSED' });
      const waiting = facts.waiting - (offer.status === 'OFFERED' ? 1 : 0);
      const settled = isAsking(facts.request, now)
        ? settle(facts, 'RECOUNT', { after: { ...facts, waiting }, now })
        : undefined;
      if (settled?.ok === true) await unit.helpRequests.save(settled.value);
    }
  }
}
