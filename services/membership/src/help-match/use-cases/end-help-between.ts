import { systemActor } from '@guildhall/kernel';
import { helpOfferLifecycle } from '../../help-offer/help-offer.js';
import { isAsking, settle, type HelpFacts } from '../../help-request/help-request.js';
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
    if (facts === null) continue;
    const match = facts.helpers.find((one) => one.helperId === helperId);
    if (match === undefined) await closeOffer(unit, facts, { helperId, now });
    else await endMatch(unit, facts, { match, tell: other, now });
  }
}

async function closeOffer(
  { helpOffers, helpRequests }: HelpUnit,
  facts: HelpFacts,
  { helperId, now }: { readonly helperId: MemberId; readonly now: Date },
): Promise<void> {
  const offer = await helpOffers.findOf(facts.request.id, helperId);
  if (offer === null || !helpOfferLifecycle.can('LAPSE', offer, now)) return;
  await helpOffers.save({ ...offer, status: 'LAPSED' });
  if (offer.status !== 'OFFERED' || !isAsking(facts.request, now)) return;
  const settled = settle(facts, 'RECOUNT', { after: { ...facts, waiting: facts.waiting - 1 }, now });
  if (settled.ok) await helpRequests.save(settled.value);
}
