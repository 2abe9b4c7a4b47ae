import { err, limitReached, notFound, ok, toId, validationError, type Actor } from '@guildhall/kernel';
import { keyedRequest } from '../../conversation/keyed-request.js';
import type { Deps } from '../../deps.js';
import { matchOf } from '../../help-match/help-match.js';
import { openConversations } from '../../help-match/use-cases/match-conversations.js';
import { helpersMax } from '../../help-request/help-limits.js';
import { helpLifecycle, settle, type HelpFacts, type HelpRequestId } from '../../help-request/help-request.js';
import { openRequest, type HelpUnit } from '../../help-request/use-cases/open-request.js';
import { stepOffer, type HelpOffer, type HelpOfferId } from '../help-offer.js';

/** Which offers to which request. */
export type AcceptInput = {
  readonly requestId: HelpRequestId;
  readonly offerIds: readonly HelpOfferId[];
  readonly idempotencyKey: string;
};

/**
 * Accepts offers, all or none: contact and a conversation open both ways. Never more than helpers are wanted; with the
 * last one the other offers close, without a word to anybody.
 */
export function acceptHelpOffers({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: AcceptInput) {
  const { requestId } = input;
  return idempotentTransaction(
    keyedRequest(actor, 'acceptHelpOffers', input),
    async ({ helpRequests }, id) => (await helpRequests.listVisible(actor, [toId(id)], clock.now()))[0] ?? null,
    async (unit) => {
      const now = clock.now();
      const opened = await openRequest(unit, actor, { requestId, action: 'ACCEPT', now });
      if (!opened.ok) return opened;
      const facts = opened.value;
      const chosen = new Set(input.offerIds);
      if (chosen.size === 0 || chosen.size > helpersMax) return err(chooseSome());
      const offers = await findChosen(unit, actor, { facts, chosen });
      if (offers.length < chosen.size) return err(notFound('HelpOffer'));
      const possible = helpLifecycle.next('ACCEPT', facts, now);
      if (!possible.ok) return possible;
      const free = facts.request.helpersWanted - facts.helpers.length;
      if (offers.length > free) return err(limitReached(`This request wants ${free} more helpers.`, free));
      return accept(unit, { facts, offers, now, newId: () => ids.ordered() });
    },
  );
}

function chooseSome() {
  return validationError([{ path: 'offerIds', rule: 'OUT_OF_RANGE', message: `Choose 1 to ${helpersMax} offers.` }]);
}

/** The offers that wait, after everybody who is just blocking somebody has finished. */
async function findChosen(
  { helpOffers, connections }: HelpUnit,
  actor: Actor,
  { facts: { request }, chosen }: { readonly facts: HelpFacts; readonly chosen: ReadonlySet<HelpOfferId> },
): Promise<readonly HelpOffer[]> {
  const waiting = await helpOffers.listWaiting(actor, [request.id]);
  for (const { helperId } of waiting.filter(({ id }) => chosen.has(id)))
    await connections.lockPair(request.requesterId, helperId);
  return (await helpOffers.listWaiting(actor, [request.id])).filter(({ id }) => chosen.has(id));
}

type Acceptance = {
  readonly facts: HelpFacts;
  readonly offers: readonly HelpOffer[];
  readonly now: Date;
  readonly newId: () => Parameters<typeof matchOf>[1]['id'];
};

async function accept(unit: HelpUnit, { facts, offers, now, newId }: Acceptance) {
  let after = facts;
  for (const offer of offers) {
    const accepted = stepOffer(offer, 'ACCEPT', now);
    if (!accepted.ok) return accepted;
    await unit.helpOffers.save(accepted.value);
    const match = await unit.helpMatches.add(matchOf(after, { id: newId(), helperId: offer.helperId, now }));
    after = { ...after, helpers: [...after.helpers, match], waiting: after.waiting - 1 };
  }
  const moved = settle(facts, 'ACCEPT', { after, now });
  if (!moved.ok) return moved;
  const request = await unit.helpRequests.save(moved.value);
  if (request.helpersFound === request.helpersWanted) await unit.helpOffers.lapseRest(request.id);
  const matched = after.helpers.slice(facts.helpers.length);
  await openConversations(unit, matched, request.requesterId);
  for (const { id, helperId } of matched)
    await unit.notifications.tell({
      to: helperId,
      reason: 'HELP_MATCHED',
      sourceId: id,
      subject: { kind: 'HELP_REQUEST', id: request.id },
      from: request.requesterId,
    });
  return ok(request);
}
