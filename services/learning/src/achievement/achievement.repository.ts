import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { AchievementEntity } from './achievement.entity.js';
import type { Achievement, AchievementId, AchievementStatus } from './achievement.js';
import { visibleAchievements } from './achievement.policy.js';

/** Reads and writes achievements; every read takes the actor. */
export type AchievementRepository = ReturnType<typeof createAchievementRepository>;

/** A repository over one connection or transaction. */
export function createAchievementRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Achievement> => {
    const { drafts } = visibleAchievements(actor);
    return manager
      .createQueryBuilder(AchievementEntity, 'achievement')
      .where(drafts ? 'true' : "achievement.status <> 'DRAFT'");
  };

  return {
    /** The visible versions among `ids`, in no particular order. */
    listVisible: (actor: Actor, ids: readonly AchievementId[]): Promise<readonly Achievement[]> =>
      visible(actor).andWhere('achievement.id = any(:ids)', { ids }).getMany(),

    /** One version, or nothing when missing or hidden; nobody else changes its series until the transaction ends. */
    async findVisibleLocked(actor: Actor, id: AchievementId): Promise<Achievement | null> {
      const seen = await visible(actor).andWhere('achievement.id = :id', { id }).getOne();
      if (seen === null) return null;
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('achievement:' || $1, 0))`, [seen.seriesId]);
      return visible(actor).andWhere('achievement.id = :id', { id }).getOne();
    },

    /** One version, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: AchievementId): Promise<Achievement | null> =>
      visible(actor).andWhere('achievement.id = :id', { id }).getOne(),

    /** The visible versions of a series, oldest first. */
    listSeries: (actor: Actor, seriesId: Id<'AchievementSeries'>): Promise<readonly Achievement[]> =>
      visible(actor).andWhere('achievement.seriesId = :seriesId', { seriesId }).orderBy('achievement.number').getMany(),

    /** Every published version, by title; there are as many as officers wrote. */
    listPublished: (actor: Actor): Promise<readonly Achievement[]> =>
      visible(actor)
        .andWhere("achievement.status = 'PUBLISHED'")
        .orderBy('lower(achievement.titleEn)')
        .addOrderBy('achievement.id')
        .getMany(),

    /** Visible versions in one state, or all that are not retired, by title. */
    async page(actor: Actor, { first, after }: PageRequest, status?: AchievementStatus): Promise<Page<Achievement>> {
      const query = visible(actor).andWhere(
        status === undefined ? "achievement.status <> 'RETIRED'" : 'achievement.status = :status',
        { status },
      );
      if (after !== undefined)
        query.andWhere('(lower(achievement.titleEn), achievement.id) > (:title, :id)', {
          title: after[0],
          id: after[1],
        });
      const rows = await query
        .orderBy('lower(achievement.titleEn)')
        .addOrderBy('achievement.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (achievement) => [achievement.titleEn.toLowerCase(), achievement.id]);
    },

    /** Writes a new version. */
    add: (achievement: Achievement): Promise<Achievement> => insertRow(manager, AchievementEntity, achievement),

    /** Removes a draft. */
    async remove(id: AchievementId): Promise<void> {
      await manager.query(`delete from achievement where id = $1 and status = 'DRAFT'`, [id]);
    },

    /** Writes a changed version. */
    save: (achievement: Achievement): Promise<Achievement> => updateRow(manager, AchievementEntity, achievement),
  };
}
