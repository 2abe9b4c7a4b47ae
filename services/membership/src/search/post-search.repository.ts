import type { EntityManager } from 'typeorm';
import type { SearchRequest } from './person-search.repository.js';
import { searchRanks, type SearchHit } from './search.js';
import type { SearchScope } from './search.policy.js';

const wordsRank = searchRanks.indexOf('WORDS');

/** Sorts as text from the newest to the oldest. */
const newestFirst = `lpad((9999999999999 - floor(extract(epoch from p.posted_at) * 1000)::bigint)::text, 13, '0') collate "C"`;

/**
 * Posts of groups are looked through group by group, and have no index of their words: how long an answer takes depends on
 * what was written in the viewer's own groups alone. Posts to the whole union, which every member reads, have one. Whoever
 * is blocked with the viewer wrote nothing.
 */
const statement = `
  select id, key, body from (
    select p.id, p.body, ${newestFirst} as key from (
      select * from post where group_id = any($2::uuid[]) and status = 'PUBLISHED' and search_words @@ $1::tsquery
      union all
      select * from post where $8::boolean and group_id is null and status = 'PUBLISHED' and search_words @@ $1::tsquery
    ) p where not is_blocked(p.author_id, $3::uuid)
  ) found
  where $4::int < ${wordsRank} or ($4 = ${wordsRank} and ($5::text is null or (key, id) > ($5 collate "C", $6::uuid)))
  order by key, id limit $7::int`;

/** The posts that fit, the newest first. */
export async function searchPosts(
  manager: EntityManager,
  { viewer, postsOf, campus }: SearchScope,
  { asked, place, limit }: SearchRequest,
): Promise<readonly SearchHit[]> {
  const rows: readonly { id: string; key: string; body: string }[] = await manager.query(statement, [
    asked,
    postsOf,
    viewer ?? null,
    place.rank,
    place.key ?? null,
    place.id ?? null,
    limit,
    campus,
  ]);
  return rows.map(({ id, key, body }) => ({
    kind: 'POST',
    rank: 'WORDS',
    id,
    key,
    texts: [{ match: 'BODY', text: body }],
  }));
}
