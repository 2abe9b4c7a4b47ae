import { actorKey, err, memberOf, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps, FactUnit } from '../../deps.js';
import { campusDay } from '../campus-day.js';
import type { RecallRating } from '../memory.js';
import { defaultSettings, rateCard, type RecallCard, type RecallCardId } from '../recall-card.js';
import { recallPolicy } from '../recall.policy.js';

/** Which card, and how well it was remembered. */
export type RateRecallCard = {
  readonly cardId: RecallCardId;
  readonly rating: RecallRating;
  readonly idempotencyKey: string | undefined;
};

/** Says how well an answered card was remembered, which sets the day it comes back. */
export function rateRecallCard(deps: Deps, actor: Actor, { idempotencyKey, ...input }: RateRecallCard) {
  return deps.idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'rateRecallCard', input },
    async ({ recall }, id) => (await recall.findSheet(actor, id as RecallCardId))?.card ?? null,
    (unit) => rate(deps, unit, { actor, ...input }),
  );
}

type Rating = Omit<RateRecallCard, 'idempotencyKey'> & { readonly actor: Actor };

async function rate({ clock, ids, campusZone }: Deps, { recall }: FactUnit, { actor, cardId, rating }: Rating) {
  const now = clock.now();
  const memberId = memberOf(actor);
  if (memberId === undefined) return err(notFound('RecallCard'));
  await recall.lockMember(memberId);
  const sheet = await recall.findSheet(actor, cardId);
  if (sheet === null) return err(notFound('RecallCard'));
  const { card } = sheet;
  if (!recallPolicy.can(actor, 'RATE', card)) return err(notAllowed('RATE', 'RecallCard'));
  const settings = (await recall.findSettings(actor, memberId)) ?? defaultSettings(memberId);
  const facts = { card, isPaused: settings.pausedAt !== undefined, dueBefore: campusDay(now, campusZone).to };
  const id: Id<'RecallReview'> = ids.ordered();
  const review = { id, rating, reviewedAt: now, retentionPercent: settings.retentionPercent };
  const rated = rateCard(facts, review);
  if (!rated.ok) return rated;
  const wasRight = card.isRight === true;
  await recall.log([{ ...review, cardId, memberId, source: 'REVIEW', wasRight }]);
  return ok<RecallCard>(await recall.save(rated.value));
}
