import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { HelpMatch } from '../help-match/help-match.js';
import type { HelpOffer } from '../help-offer/help-offer.js';
import type { MemberId } from '../member/member.js';
import type { BoardFilter } from './board-filter.js';
import { HelpRequestEntity } from './help-request.entity.js';
import type { HelpFacts, HelpRequest, HelpRequestId } from './help-request.js';
import { visibleHelp } from './help-request.policy.js';

/** Still asking, in SQL: the same as `isAsking`. */
const asking = `request.status in ('OPEN', 'OFFERED', 'MATCHED') and request.helpersFound < request.helpersWanted and request.deadline > :now`;

/** Reads and writes requests; every read takes the actor. */
export type HelpRequestRepository = ReturnType<typeof createHelpRequestRepository>;

/** A repository over one connection or transaction. */
export function createHelpRequestRepository(manager: EntityManager) {
  const visible = (actor: Actor, now: Date): SelectQueryBuilder<HelpRequest> => {
    const { everything, member, disputes } = visibleHelp(actor);
    const query = manager.createQueryBuilder(HelpRequestEntity, 'request');
    if (everything) return query.where('true');
    if (member === undefined) return query.where('false');
    return query.setParameters({ member, now, disputes }).where(
      new Brackets((or) =>
        or.where('request.requesterId = :member').orWhere(
          `not is_blocked(request.requesterId, :member) and request.status <> 'DRAFT' and (
            (${asking} and exists (select 1 from member m where m.id = request.requesterId and m.status = 'ACTIVE'))
            or exists (select 1 from help_match h where h.request_id = request.id and h.helper_id = :member and h.status = 'LIVE')
            or (:disputes and request.status = 'DISPUTED' and not exists (
              select 1 from help_match h where h.request_id = request.id and is_blocked(h.helper_id, :member))))`,
        ),
      ),
    );
  };

  const readFacts = async (
    requests: readonly HelpRequest[],
    { actor, isWhole }: { readonly actor: Actor; readonly isWhole: boolean },
  ): Promise<readonly HelpFacts[]> => {
    if (requests.length === 0) return [];
    const me = memberOf(actor) ?? null;
    const scope = { ids: requests.map(({ id }) => id), me, isWhole };
    const helpers = await manager
      .createQueryBuilder<HelpMatch>('HelpMatch', 'match')
      .where("match.requestId = any(:ids) and match.status = 'LIVE'", scope)
      .orderBy('match.seat')
      .getMany();
    // How many wait is the requester's to know; a decision needs it too, whoever takes it.
    const offers = await manager
      .createQueryBuilder<HelpOffer>('HelpOffer', 'offer')
      .where('offer.requestId = any(:ids)', scope)
      .andWhere("(offer.helperId = :me or (offer.status = 'OFFERED' and (offer.requesterId = :me or :isWhole)))")
      .getMany();
    const helpersOf = Map.groupBy(helpers, ({ requestId }) => requestId);
    const offersOf = Map.groupBy(offers, ({ requestId }) => requestId);
    return requests.map((request) => {
      const made = offersOf.get(request.id) ?? [];
      return {
        request,
        helpers: helpersOf.get(request.id) ?? [],
        waiting: made.filter(({ status }) => status === 'OFFERED').length,
        own: made.find(({ helperId }) => helperId === me),
      };
    });
  };

  return {
    /** The requests among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly HelpRequestId[], now: Date): Promise<readonly HelpRequest[]> =>
      visible(actor, now).andWhere('request.id = any(:ids)', { ids }).getMany(),

    /** What guards and rights need of requests that were read, as far as the actor may know it; in the same order. */
    listFacts: (actor: Actor, requests: readonly HelpRequest[]): Promise<readonly HelpFacts[]> =>
      readFacts(requests, { actor, isWhole: false }),

    /** One request with all its facts, or nothing when missing or hidden; nobody else changes it until the transaction ends. */
    async findFactsLocked(actor: Actor, id: HelpRequestId, now: Date): Promise<HelpFacts | null> {
      const request = await visible(actor, now)
        .andWhere('request.id = :id', { id })
        .setLock('pessimistic_write', undefined, ['request'])
        .getOne();
      const [facts] = request === null ? [] : await readFacts([request], { actor, isWhole: true });
      return facts ?? null;
    },

    /** What others ask for now, the newest first. */
    async pageBoard(
      actor: Actor,
      { kinds, language, from, to, nearMyGroups }: BoardFilter,
      page: PageRequest & { readonly now: Date },
    ): Promise<Page<HelpRequest>> {
      const query = visible(actor, page.now)
        .andWhere(asking, { now: page.now })
        .andWhere('request.requesterId <> :me', { me: memberOf(actor) ?? null });
      if (kinds) query.andWhere('request.kind = any(:kinds)', { kinds });
      if (language) query.andWhere('request.language = :language', { language });
      if (from) query.andWhere('(request.windowTo is null or request.windowTo > :from)', { from });
      if (to) query.andWhere('(request.windowFrom is null or request.windowFrom < :to)', { to });
      if (nearMyGroups)
        query.andWhere(
          `exists (select 1 from group_membership g where g.member_id = request.requesterId and g.status = 'ACTIVE' and g.group_id = any(:groupIds))`,
          { groupIds: actor.kind === 'person' ? actor.groupIds : [] },
        );
      if (page.after !== undefined)
        query.andWhere('(request.postedAt, request.id) < (:at, :id)', { at: page.after[0], id: page.after[1] });
      const rows = await query
        .orderBy('request.postedAt', 'DESC')
        .addOrderBy('request.id', 'DESC')
        .limit(page.first + 1)
        .getMany();
      return toPage(rows, page.first, ({ postedAt, draftedAt, id }) => [(postedAt ?? draftedAt).toISOString(), id]);
    },

    /** What a member asks or asked for, the newest first. */
    async pageOwn(
      memberId: MemberId,
      isOutstanding: boolean,
      { first, after }: PageRequest,
    ): Promise<Page<HelpRequest>> {
      const query = manager
        .createQueryBuilder(HelpRequestEntity, 'request')
        .where('request.requesterId = :memberId', { memberId });
      // What expired stays outstanding, because it can be asked again.
      const done = `request.status in ('COMPLETED', 'CANCELLED', 'REMOVED') or request.repostedAsId is not null`;
      query.andWhere(isOutstanding ? `not (${done})` : `(${done})`);
      if (after !== undefined)
        query.andWhere('(request.draftedAt, request.id) < (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('request.draftedAt', 'DESC')
        .addOrderBy('request.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ draftedAt, id }) => [draftedAt.toISOString(), id]);
    },

    /** How many asks of a member are running, and what they promise for these together. */
    async readPromises(memberId: MemberId): Promise<{ readonly running: number; readonly promised: number }> {
      const [row]: { running: number; promised: number }[] = await manager.query(
        `select count(*)::int as running, coalesce(sum(credits * helpers_wanted), 0)::int as promised from help_request
         where requester_id = $1 and coalesce(held_from, status) in ('OPEN', 'OFFERED', 'MATCHED', 'ARRANGED', 'DONE_CLAIMED', 'DISPUTED')`,
        [memberId],
      );
      return row ?? { running: 0, promised: 0 };
    },

    add: (request: HelpRequest): Promise<HelpRequest> => insertRow(manager, HelpRequestEntity, request),
    save: (request: HelpRequest): Promise<HelpRequest> => updateRow(manager, HelpRequestEntity, request),
  };
}
