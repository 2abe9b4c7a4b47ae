import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ResourceId } from '../resource/resource.js';
import { ratersMin, type Rating, type RatingCount } from './rating.js';

/** The viewer's own rating as it is read. */
export type OwnRating = Pick<Rating, 'resourceId' | 'stars' | 'reason' | 'ratedAt'> & { readonly words: string | null };

/** What a rater says in words, without who it is. */
export type RatingRemark = Pick<Rating, 'id' | 'stars' | 'reason' | 'ratedAt'> & { readonly words: string };

/** Reads and writes ratings. Resolvers ask only about resources that the viewer may see. */
export type RatingRepository = ReturnType<typeof createRatingRepository>;

/** A repository over one connection or transaction. */
export function createRatingRepository(manager: EntityManager) {
  return {
    /** Writes a rating in place of the member's one before. The database refuses it for the author. */
    async put({ id, resourceId, authorId, memberId, stars, reason, words, ratedAt }: Rating): Promise<void> {
      await manager.query(
        `insert into resource_rating (id, resource_id, author_id, member_id, stars, reason, words, rated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict on constraint resource_rating_one_each
           do update set stars = excluded.stars, reason = excluded.reason, words = excluded.words, rated_at = excluded.rated_at`,
        [id, resourceId, authorId, memberId, stars, reason, words ?? null, ratedAt],
      );
    },

    /** Takes the actor's rating back; nothing happens without one. */
    async remove(actor: Actor, resourceId: ResourceId): Promise<void> {
      await manager.query('delete from resource_rating where resource_id = $1 and member_id = $2', [
        resourceId,
        memberOf(actor) ?? null,
      ]);
    },

    /** The actor's own ratings of these resources. */
    listOwn: (actor: Actor, resourceIds: readonly ResourceId[]): Promise<readonly OwnRating[]> =>
      manager.query(
        `select resource_id as "resourceId", stars, reason, words, rated_at as "ratedAt" from resource_rating
         where resource_id = any($1) and member_id = $2`,
        [resourceIds, memberOf(actor) ?? null],
      ),

    /** How many ratings of each kind these resources have. */
    listCounts: (resourceIds: readonly ResourceId[]): Promise<readonly RatingCount[]> =>
      manager.query(
        `select resource_id as "resourceId", stars, reason, count(*)::int as count from resource_rating
         where resource_id = any($1) group by resource_id, stars, reason`,
        [resourceIds],
      ),

    /** What raters say in words, the latest first; nothing while so few rated that it would tell who said it. */
    async pageRemarks(resourceId: ResourceId, { first, after }: PageRequest): Promise<Page<RatingRemark>> {
      const rows: readonly RatingRemark[] = await manager.query(
        `select id, stars, reason, words, rated_at as "ratedAt" from resource_rating
         where resource_id = $1 and words is not null
           and (select count(*) from resource_rating where resource_id = $1) >= $2
           and ($3::timestamptz is null or (rated_at, id) < ($3, $4::uuid))
         order by rated_at desc, id desc limit $5`,
        [resourceId, ratersMin, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows, first, ({ ratedAt, id }) => [ratedAt.toISOString(), id]);
    },
  };
}
