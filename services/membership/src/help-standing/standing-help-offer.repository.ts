import type { Actor } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { kindsForMinors, suggestionsMax } from '../help-request/help-limits.js';
import { helpKinds } from '../help-request/help-ask.js';
import type { HelpRequestId } from '../help-request/help-request.js';
import type { MemberId } from '../member/member.js';
import { StandingHelpOfferEntity } from './standing-help-offer.entity.js';
import type {
  HelpSuggestion,
  HelpSuggestionReason,
  StandingHelpOffer,
  StandingHelpOfferId,
} from './standing-help-offer.js';

/** Reads and writes standing offers; every read names the member whose they are, because they are shown to nobody else. */
export type StandingHelpOfferRepository = ReturnType<typeof createStandingHelpOfferRepository>;

/** A repository over one connection or transaction. */
export function createStandingHelpOfferRepository(manager: EntityManager) {
  const own = (helperId: MemberId) =>
    manager
      .createQueryBuilder(StandingHelpOfferEntity, 'offer')
      .where('offer.helperId = :helperId and offer.endedAt is null', { helperId });
  return {
    /** A member's standing offers, the newest first; those whose date is over too, until they are ended. */
    listOwn: (helperId: MemberId): Promise<readonly StandingHelpOffer[]> =>
      own(helperId).orderBy('offer.madeAt', 'DESC').addOrderBy('offer.id', 'DESC').getMany(),

    /** One standing offer of a member's, locked; nothing when missing, ended or somebody else's. */
    findOwnLocked: (helperId: MemberId, id: StandingHelpOfferId): Promise<StandingHelpOffer | null> =>
      own(helperId).andWhere('offer.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /**
     * What others ask for that fits a member's standing offers: the kind, a language and, where topics are named, one of
     * them must fit. Each request comes once, by the offer that fits it best.
     */
    async suggest(actor: Actor, helperId: MemberId, now: Date): Promise<readonly HelpSuggestion[]> {
      const rows: readonly SuggestionRow[] = await manager.query(
        `select * from (
           select distinct on (r.id) r.id as request_id, s.id as offer_id, r.posted_at, hit.topic is not null as by_topic,
             exists (select 1 from group_membership g where g.member_id = r.requester_id and g.status = 'ACTIVE' and g.group_id = any($3)) as by_group
           from standing_help_offer s
           join help_request r on r.kind = s.kind and r.language = any(s.languages)
           join member asker on asker.id = r.requester_id and asker.status = 'ACTIVE'
           left join lateral (select topic from unnest(s.topics) topic
             where strpos(lower(r.title || ' ' || r.words), lower(topic)) > 0 limit 1) hit on true
           where s.helper_id = $1 and s.ended_at is null and s.until > $2 and (hit.topic is not null or s.topics = '{}')
             and r.status in ('OPEN', 'OFFERED', 'MATCHED') and r.helpers_found < r.helpers_wanted and r.deadline > $2
             and r.requester_id <> $1 and not is_blocked(r.requester_id, $1)
             and r.kind = any(case when exists (select 1 from minor_member y where y.id = $1 and y.until > $2) then $4::text[] else $5::text[] end)
             and not exists (select 1 from help_offer o where o.request_id = r.id and o.helper_id = $1 and o.status in ('OFFERED', 'DECLINED', 'ACCEPTED'))
           order by r.id, hit.topic is not null desc, s.made_at
         ) fitting order by by_topic desc, posted_at desc, request_id limit $6`,
        [helperId, now, actor.kind === 'person' ? actor.groupIds : [], kindsForMinors, helpKinds, suggestionsMax],
      );
      return rows.map((row) => ({
        requestId: row.request_id,
        offerId: row.offer_id,
        reasons: reasonsOf(row),
      }));
    },

    add: (offer: StandingHelpOffer): Promise<StandingHelpOffer> => insertRow(manager, StandingHelpOfferEntity, offer),
    save: (offer: StandingHelpOffer): Promise<StandingHelpOffer> => updateRow(manager, StandingHelpOfferEntity, offer),
  };
}

type SuggestionRow = {
  readonly request_id: HelpRequestId;
  readonly offer_id: StandingHelpOfferId;
  readonly by_topic: boolean;
  readonly by_group: boolean;
};

function reasonsOf({ by_topic, by_group }: SuggestionRow): readonly HelpSuggestionReason[] {
  return [
    'SAME_KIND',
    'SAME_LANGUAGE',
    ...(by_topic ? (['TOPIC'] as const) : []),
    ...(by_group ? (['SHARED_GROUP'] as const) : []),
  ];
}
