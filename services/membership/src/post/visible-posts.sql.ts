import type { Actor } from '@guildhall/kernel';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { visiblePosts } from './post.policy.js';

/**
 * Narrows a query to what the actor may see of the posts joined under the name `post`. Whoever reads something that
 * belongs to a post, as its replies do, narrows by it too.
 */
export function wherePostVisible<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: Actor,
): SelectQueryBuilder<Row> {
  const { everything, groups, led, campus, ledCampus, own } = visiblePosts(actor);
  if (everything) return query.where("post.status <> 'WITHDRAWN'");
  return query
    .where(
      new Brackets((or) =>
        or
          .where(
            "post.status = 'PUBLISHED' and (post.groupId = any(:postGroups) or (:postCampus and post.groupId is null))",
            { postGroups: groups, postCampus: campus },
          )
          .orWhere(
            "post.status <> 'WITHDRAWN' and (post.authorId = :viewer or post.groupId = any(:postLed) or (:postLedCampus and post.groupId is null))",
            { viewer: own ?? null, postLed: led, postLedCampus: ledCampus },
          ),
      ),
    )
    .andWhere('not is_blocked(post.authorId, :viewer)');
}
