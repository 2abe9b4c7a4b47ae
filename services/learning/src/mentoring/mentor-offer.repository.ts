import { memberOf, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { MentorOfferEntity } from './mentor.entity.js';
import type { MentorOffer, MentorOfferId } from './mentor-offer.js';
import type { Seeker } from './mentor-reasons.js';

/** Narrows the list of mentors; absent means no narrowing. */
export type MentorOfferFilter = { readonly search: string | undefined; readonly language: string | undefined };

/** Reads and writes offers to be a mentor; every read takes the actor. */
export type MentorOfferRepository = ReturnType<typeof createMentorOfferRepository>;

/** Offers of which a place is free, over the alias `offer`. */
const hasPlace = `offer.menteesMax > (select count(*) from mentor_pair taken where taken.offer_id = offer.id and taken.status in ('ACCEPTED', 'ACTIVE'))`;

const suggestedMax = 500;

/** A repository over one connection or transaction. */
export function createMentorOfferRepository(manager: EntityManager) {
  /** One's own, and those that are open, of active members whom no block keeps from the viewer. */
  const visible = (actor: Actor): SelectQueryBuilder<MentorOffer> =>
    manager.createQueryBuilder(MentorOfferEntity, 'offer').where(
      `(offer.memberId = cast(:viewer as uuid) or (offer.status = 'OPEN' and cast(:viewer as uuid) is not null
         and exists (select 1 from actor_member m where m.member_id = offer.memberId and m.is_active)
         and not is_blocked(offer.memberId, cast(:viewer as uuid))))`,
      { viewer: memberOf(actor) ?? null },
    );
  const findable = (actor: Actor): SelectQueryBuilder<MentorOffer> =>
    visible(actor).andWhere(`offer.status = 'OPEN' and offer.memberId <> cast(:viewer as uuid) and ${hasPlace}`);

  return {
    /** One offer, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: MentorOfferId): Promise<MentorOffer | null> =>
      visible(actor).andWhere('offer.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else takes a place of this mentor until the transaction ends. */
    async findLocked(actor: Actor, id: MentorOfferId): Promise<MentorOffer | null> {
      await manager.query('select 1 from mentor_offer where id = $1 for no key update', [id]);
      return visible(actor).andWhere('offer.id = :id', { id }).getOne();
    },

    /** The offers among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly MentorOfferId[]): Promise<readonly MentorOffer[]> =>
      visible(actor).andWhere('offer.id = any(:ids)', { ids }).getMany(),

    /** A member's own offer; nobody makes another until the transaction ends. */
    async findOwnLocked(memberId: Id<'Member'>): Promise<MentorOffer | null> {
      await manager.query("select pg_advisory_xact_lock(hashtextextended('mentor:' || cast($1 as text), 0))", [
        memberId,
      ]);
      return manager
        .createQueryBuilder(MentorOfferEntity, 'offer')
        .where('offer.memberId = :memberId', { memberId })
        .setLock('pessimistic_write')
        .getOne();
    },

    /** The viewer's own offer unless they took it back. */
    findOwn: (actor: Actor): Promise<MentorOffer | null> =>
      visible(actor).andWhere("offer.memberId = cast(:viewer as uuid) and offer.status <> 'WITHDRAWN'").getOne(),

    /** Mentors with a free place, longest waiting first. */
    async page(
      actor: Actor,
      { first, after }: PageRequest,
      { search, language }: MentorOfferFilter,
    ): Promise<Page<MentorOffer>> {
      const query = findable(actor);
      for (const [index, word] of (search ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8).entries())
        query.andWhere(
          `strpos(lower(array_to_string(offer.topics || offer.courses, ' ') || ' ' || offer.about), :word${index}) > 0`,
          { [`word${index}`]: word },
        );
      if (language !== undefined)
        query.andWhere(
          "exists (select 1 from unnest(offer.languages) as spoken where spoken = :language or starts_with(spoken, :language || '-'))",
          { language },
        );
      if (after !== undefined)
        query.andWhere('(offer.offeredAt, offer.id) > (:at, cast(:id as uuid))', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('offer.offeredAt')
        .addOrderBy('offer.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ offeredAt, id }) => [offeredAt.toISOString(), id]);
    },

    /** Mentors whom the viewer has nothing with yet, among whom to suggest. */
    listSuggestible: (actor: Actor): Promise<readonly MentorOffer[]> =>
      findable(actor)
        .andWhere(
          `not exists (select 1 from mentor_pair p where p.offer_id = offer.id and p.mentee_id = cast(:viewer as uuid)
             and p.status in ('PROPOSED', 'DECLINED', 'ACCEPTED', 'ACTIVE'))`,
        )
        .orderBy('offer.offeredAt')
        .addOrderBy('offer.id')
        .limit(suggestedMax)
        .getMany(),

    /** How many places of each mentor are taken. */
    async countTaken(ids: readonly MentorOfferId[]): Promise<ReadonlyMap<MentorOfferId, number>> {
      const rows: readonly { offer_id: MentorOfferId; taken: number }[] = await manager.query(
        `select offer_id, count(*)::int as taken from mentor_pair
         where offer_id = any($1::uuid[]) and status in ('ACCEPTED', 'ACTIVE') group by offer_id`,
        [ids],
      );
      return new Map(rows.map(({ offer_id, taken }) => [offer_id, taken]));
    },

    /** Those among the mentors who study what the viewer studies. */
    async listSameProgramme(actor: Actor, memberIds: readonly Id<'Member'>[]): Promise<ReadonlySet<Id<'Member'>>> {
      const rows: readonly { member_id: Id<'Member'> }[] = await manager.query(
        `select distinct theirs.member_id from actor_constituency theirs join actor_constituency own using (constituency_id)
         where own.member_id = $2::uuid and theirs.member_id = any($1::uuid[])`,
        [memberIds, memberOf(actor) ?? null],
      );
      return new Set(rows.map(({ member_id }) => member_id));
    },

    /** The courses and languages of the study groups in which the viewer has a seat. */
    async readSeeker(actor: Actor): Promise<Pick<Seeker, 'courses' | 'languages'>> {
      const rows: readonly { course: string; language: string }[] = await manager.query(
        `select g.course, g.language from study_group g join study_place p on p.group_id = g.id
         where p.member_id = $1::uuid and p.status = 'SEATED' and g.status <> 'ARCHIVED'`,
        [memberOf(actor) ?? null],
      );
      return { courses: rows.map(({ course }) => course), languages: rows.map(({ language }) => language) };
    },

    add: (offer: MentorOffer): Promise<MentorOffer> => insertRow(manager, MentorOfferEntity, offer),
    save: (offer: MentorOffer): Promise<MentorOffer> => updateRow(manager, MentorOfferEntity, offer),
  };
}
