import type { EntityManager } from 'typeorm';
import type { SearchRequest } from './person-search.repository.js';
import { searchRanks, type SearchHit } from './search.js';
import type { SearchScope } from './search.policy.js';

type GroupRow = { id: string; rank: number; key: string; name: string; purpose: string | null; by_name: boolean };

const typed = '$1::text';
const asked = `search_query(${typed}, ' & ')`;
const either = `search_query(${typed}, ' | ')`;

/** Groups are hundreds, so each is ranked; dissolved ones are left out, proposed ones shown where they may be seen. */
const statement = `
  with ranked as (
    select g.id, g.name, g.purpose, g.search_words as words, g.name_key, case
      when g.name_key = lower(${typed}) collate "C" then 0
      when starts_with(g.name_key, lower(${typed})) then 1
      when ts_filter(g.search_words, '{a}') @@ ${asked} then 2
      when g.search_words @@ ${asked} then 3
      when word_similarity(lower(${typed}), g.name_key) >= 0.45 then 4 end as rank
    from student_group g
    where g.status <> 'DISSOLVED' and (g.status <> 'PROPOSED' or $2::boolean or g.id = any($3::uuid[]))
  ), placed as (
    select r.*, case when r.rank = 4
      then to_char(1 - word_similarity(lower(${typed}), r.name_key), 'FM0.000000') else r.name_key end collate "C" as key
    from ranked r where r.rank is not null
  )
  select id, rank, key, name, case when ts_filter(words, '{b}') @@ ${either} then purpose end as purpose,
    rank = 4 or ts_filter(words, '{a}') @@ ${either} as by_name
  from placed
  where rank > $4::int or (rank = $4 and ($5::text is null or (key, id) > ($5 collate "C", $6::uuid)))
  order by rank, key, id limit $7::int`;

/** The groups that fit, best first. */
export async function searchGroups(
  manager: EntityManager,
  { proposed }: SearchScope,
  { text, place, limit }: SearchRequest,
): Promise<readonly SearchHit[]> {
  const rows: readonly GroupRow[] = await manager.query(statement, [
    text,
    proposed === 'all',
    proposed === 'all' ? [] : proposed,
    place.rank,
    place.key ?? null,
    place.id ?? null,
    limit,
  ]);
  return rows.map(({ id, rank, key, name, purpose, by_name: byName }) => ({
    kind: 'GROUP',
    id,
    key,
    rank: searchRanks[rank] ?? 'SIMILAR_NAME',
    texts: [
      ...(byName ? [{ match: 'NAME' as const, text: name }] : []),
      ...(purpose === null ? [] : [{ match: 'PURPOSE' as const, text: purpose }]),
    ],
  }));
}
