import type { Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ResourceId } from './resource.js';
import { visibleSql } from './scope.repository.js';

/** One resource that stands near another. */
export type RelatedResource = { readonly of: ResourceId; readonly id: ResourceId };

/**
 * How near two resources are: by the words of their titles, subjects, tags and summaries, and more when they share a tag, a
 * course or the language. Words of the body say too little about what a text is for. Single characters, which only help a
 * search, are left out.
 */
const nearness = `ts_rank(ts_filter(other.document, '{a,b}'), asked.words)
  * (1 + cardinality(array(select unnest(other.tags) intersect select unnest(one.tags)))
    + case when other.course_ids && one.course_ids then 0.5 else 0 end)
  * case when split_part(lower(other.language), '-', 1) = split_part(lower(one.language), '-', 1) then 1 else 0.5 end`;

/** The published resources nearest to each of `ids` that the actor may see, in one statement. */
export async function listRelated(
  manager: EntityManager,
  actor: Actor,
  { ids, first }: { readonly ids: readonly ResourceId[]; readonly first: number },
): Promise<readonly RelatedResource[]> {
  const { sql, parameters } = visibleSql(actor, 'one');
  const [where, values] = manager
    .createQueryBuilder()
    .select('one.id')
    .from('resource', 'one')
    .where(`one.id = any(:ids) and ${sql}`, { ...parameters, ids })
    .getQueryAndParameters();
  return manager.query(
    `select one.id as of, near.id from resource one
      cross join lateral (
        select string_agg(quote_literal(lexeme), ' | ')::tsquery as words
        from unnest(ts_filter(one.document, '{a,b}')) where char_length(lexeme) > 1
      ) asked
      cross join lateral (
        select other.id, ${nearness} as nearness from resource other
        where other.status = 'PUBLISHED' and other.id <> one.id and other.document @@ asked.words
        order by 2 desc, other.id limit ${Math.trunc(first)}
      ) near
      where one.id in (${where}) order by one.id, near.nearness desc, near.id`,
    values,
  );
}
