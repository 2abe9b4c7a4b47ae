import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { HelpRequestId } from '../help-request/help-request.js';
import type { MemberId } from '../member/member.js';
import { HelpOfferEntity } from './help-offer.entity.js';
import type { HelpOffer, HelpOfferId } from './help-offer.js';

/** Reads and writes offers; every read takes whose view it is. */
export type HelpOfferRepository = ReturnType<typeof createHelpOfferRepository>;

/** A repository over one connection or transaction. */
export function createHelpOfferRepository(manager: EntityManager) {
  const all = () => manager.createQueryBuilder(HelpOfferEntity, 'offer');
  return {
    /** The offers that wait for the actor on their own requests, the oldest first; none of somebody they are blocked with. */
    listWaiting: (actor: Actor, requestIds: readonly HelpRequestId[]): Promise<readonly HelpOffer[]> =>
      all()
        .where('offer.requestId = any(:requestIds)', { requestIds })
        .andWhere(
          "offer.requesterId = :me and offer.status = 'OFFERED' and not is_blocked(offer.helperId, offer.requesterId)",
          { me: memberOf(actor) ?? null },
        )
        .orderBy('offer.offeredAt')
        .addOrderBy('offer.id')
        .getMany(),

    /** One offer that the actor made, or that waits for them; nothing when missing or hidden. */
    findVisible: (actor: Actor, id: HelpOfferId): Promise<HelpOffer | null> =>
      all()
        .where('offer.id = :id', { id })
        .andWhere(
          "(offer.helperId = :me or (offer.requesterId = :me and offer.status = 'OFFERED' and not is_blocked(offer.helperId, offer.requesterId)))",
          { me: memberOf(actor) ?? null },
        )
        .getOne(),

    /** The offer that somebody made to a request, whatever became of it; for decisions. */
    findOf: (requestId: HelpRequestId, helperId: MemberId): Promise<HelpOffer | null> =>
      all().where('offer.requestId = :requestId and offer.helperId = :helperId', { requestId, helperId }).getOne(),

    /** What a member offered, the newest first: to what it is still about, or all else. */
    async pageOwn(
      actor: Actor,
      { isOutstanding, now }: { readonly isOutstanding: boolean; readonly now: Date },
      { first, after }: PageRequest,
    ): Promise<Page<HelpOffer>> {
      // As the helper may know it: a declined offer waits as long as the request can be seen asking.
      const isLive = `(
        (offer.status in ('OFFERED', 'DECLINED') and r.helpers_found < r.helpers_wanted and r.deadline > :now
          and r.status in ('OPEN', 'OFFERED', 'MATCHED') and not is_blocked(offer.helper_id, offer.requester_id))
        or (offer.status = 'ACCEPTED' and r.status in ('MATCHED', 'ARRANGED', 'DONE_CLAIMED', 'DISPUTED', 'HELD')))`;
      const query = all()
        .innerJoin('HelpRequest', 'r', 'r.id = offer.request_id')
        .where('offer.helperId = :me', { me: memberOf(actor) ?? null, now })
        .andWhere(isOutstanding ? isLive : `not ${isLive}`);
      if (after !== undefined)
        query.andWhere('(offer.offeredAt, offer.id) < (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('offer.offeredAt', 'DESC')
        .addOrderBy('offer.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ offeredAt, id }) => [offeredAt.toISOString(), id]);
    },

    /** How many offers of a member stand, declined ones among them, so that the limit tells nothing of these. */
    countStanding: (helperId: MemberId): Promise<number> =>
      all().where("offer.helperId = :helperId and offer.status in ('OFFERED', 'DECLINED')", { helperId }).getCount(),

    /** Closes every offer to a request that was not accepted. */
    lapseRest: async (requestId: HelpRequestId): Promise<void> =>
      void (await manager.query(
        `update help_offer set status = 'LAPSED', version = version + 1 where request_id = $1 and status in ('OFFERED', 'DECLINED')`,
        [requestId],
      )),

    /** The offers between two people that stand, whoever made them. */
    listBetween: (a: MemberId, b: MemberId): Promise<readonly HelpOffer[]> =>
      all()
        .where(
          "((offer.helperId = :a and offer.requesterId = :b) or (offer.helperId = :b and offer.requesterId = :a)) and offer.status in ('OFFERED', 'DECLINED', 'ACCEPTED')",
          { a, b },
        )
        .orderBy('offer.requestId')
        .getMany(),

    add: (offer: HelpOffer): Promise<HelpOffer> => insertRow(manager, HelpOfferEntity, offer),
    save: (offer: HelpOffer): Promise<HelpOffer> => updateRow(manager, HelpOfferEntity, offer),
  };
}
