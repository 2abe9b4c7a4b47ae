import { memberOf, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { MentorPairEntity } from './mentor.entity.js';
import type { MentorOfferId } from './mentor-offer.js';
import type { MentorPair, MentorPairId } from './mentor-pair.js';

/** How many mentees a mentor takes, and has. */
export type MentorPlaces = { readonly menteesMax: number; readonly taken: number };

/** Reads and writes pairs; nobody but the two reads anything of one, and each only what they may know. */
export type MentorPairRepository = ReturnType<typeof createMentorPairRepository>;

/** A repository over one connection or transaction. */
export function createMentorPairRepository(manager: EntityManager) {
  const pairs = (): SelectQueryBuilder<MentorPair> => manager.createQueryBuilder(MentorPairEntity, 'pair');
  /** The mentor is rid of what they declined; the mentee sees it wait until the time to answer is over. */
  const visible = (actor: Actor, now: Date): SelectQueryBuilder<MentorPair> =>
    pairs().where(
      `(:everything or (pair.mentorId = cast(:viewer as uuid)
            and (pair.status in ('ACTIVE', 'ENDED', 'ACCEPTED') or (pair.status = 'PROPOSED' and pair.answerUntil > :now)))
          or (pair.menteeId = cast(:viewer as uuid)
            and (pair.status in ('ACTIVE', 'ENDED') or (pair.status in ('PROPOSED', 'DECLINED', 'ACCEPTED') and pair.answerUntil > :now))))`,
      { everything: actor.kind === 'system', viewer: memberOf(actor) ?? null, now },
    );

  return {
    /** One pair, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: MentorPairId, now: Date): Promise<MentorPair | null> =>
      visible(actor, now).andWhere('pair.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes it until the transaction ends. */
    async findLocked(actor: Actor, id: MentorPairId, now: Date): Promise<MentorPair | null> {
      await manager.query('select 1 from mentor_pair where id = $1 for no key update', [id]);
      return visible(actor, now).andWhere('pair.id = :id', { id }).getOne();
    },

    /** The places of a mentor and how many are taken; nobody else takes one until the transaction ends. */
    async lockPlaces(offerId: MentorOfferId): Promise<MentorPlaces | undefined> {
      const offers: readonly { mentees_max: number }[] = await manager.query(
        'select mentees_max from mentor_offer where id = $1 for no key update',
        [offerId],
      );
      const rows: readonly { taken: number }[] = await manager.query(
        "select count(*)::int as taken from mentor_pair where offer_id = $1 and status in ('ACCEPTED', 'ACTIVE')",
        [offerId],
      );
      const menteesMax = offers[0]?.mentees_max;
      return menteesMax === undefined ? undefined : { menteesMax, taken: rows[0]?.taken ?? 0 };
    },

    /** The viewer's asks and pairs, latest first. */
    async pageOwn(actor: Actor, now: Date, { first, after }: PageRequest): Promise<Page<MentorPair>> {
      const query = visible(actor, now);
      if (after !== undefined)
        query.andWhere('(pair.askedAt, pair.id) < (:at, cast(:id as uuid))', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('pair.askedAt', 'DESC')
        .addOrderBy('pair.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ askedAt, id }) => [askedAt.toISOString(), id]);
    },

    /** Nobody else asks as this mentee until the transaction ends. */
    lockMentee: async (menteeId: Id<'Member'>): Promise<void> =>
      void (await manager.query("select pg_advisory_xact_lock(hashtextextended('mentee:' || cast($1 as text), 0))", [
        menteeId,
      ])),

    /** What a mentee has with mentors and sees as going on; call it under their lock. */
    listOpenOf: (menteeId: Id<'Member'>, now: Date): Promise<readonly MentorPair[]> =>
      pairs()
        .where(
          `pair.menteeId = :menteeId and (pair.status = 'ACTIVE'
             or (pair.status in ('PROPOSED', 'DECLINED', 'ACCEPTED') and pair.answerUntil > :now))`,
          { menteeId, now },
        )
        .getMany(),

    /** Everything live between the two, whoever is the mentor; nobody else changes it until the transaction ends. */
    listBetweenLocked: (oneId: Id<'Member'>, otherId: Id<'Member'>): Promise<readonly MentorPair[]> =>
      pairs()
        .where(
          `((pair.mentorId = :oneId and pair.menteeId = :otherId) or (pair.mentorId = :otherId and pair.menteeId = :oneId))
           and pair.status in ('PROPOSED', 'DECLINED', 'ACCEPTED', 'ACTIVE')`,
          { oneId, otherId },
        )
        .orderBy('pair.id')
        .setLock('pessimistic_write')
        .getMany(),

    add: (pair: MentorPair): Promise<MentorPair> => insertRow(manager, MentorPairEntity, pair),
    save: (pair: MentorPair): Promise<MentorPair> => updateRow(manager, MentorPairEntity, pair),
  };
}
