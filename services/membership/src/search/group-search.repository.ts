import type { EntityManager } from 'typeorm';
import type { SearchRequest } from './person-search.repository.js';
import { searchRanks, type SearchHit } from './search.js';
import type { SearchScope } from './search.policy.js';

type GroupRow = { id: string; rank: number; key: string; name: string; purpose: string | null; by_name: boolean };

const typed = '$1::text';
const asked = '$8::tsquery';
const either = '$9::tsquery';
const visible = "g.status <> 'DISSOLVED' and (g.status <> 'PROPOSED' or $2::boolean or g.id = any($3::uuid[]))";
const begins = `(g.name_key >= lower(${typed}) collate "C" and g.name_key < (lower(${typed}) || U&'\\+10FFFF') collate "C")`;

/** Dissolved groups are left out, proposed ones shown where they may be seen. Names that only resemble are looked for when nothing fits. */
const statement = `
  with fitting as materialized (
    select g.id, g.name, g.purpose, g.search_words as words, g.name_key collate "C" as key, case
      when g.name_key = lower(${typed}) collate "C" then 0
      when ${begins} then 1
      when ts_filter(g.search_words, '{a}') @@ ${asked} then 2 else 3 end as rank
    from student_group g where ${visible} and (g.search_words @@ ${asked} or ${begins})
  ), alike as (
    select g.id, g.name, g.purpose, g.search_words as words,
      to_char(1 - word_similarity(lower(${typed}), g.name_key), 'FM0.000000') collate "C" as key, 4 as rank
    from student_group g
    where ${visible} and word_similarity(lower(${typed}), g.name_key) >= 0.45 and not exists (select 1 from fitting)
  )
  select id, rank, key, name, case when ts_filter(words, '{b}') @@ ${either} then purpose end as purpose,
    rank = 4 or ts_filter(words, '{a}') @@ ${either} as by_name
  from (select * from fitting union all select * from alike) placed
  where rank > $4::int or (rank = $4 and ($5::text is null or (key, id) > ($5 collate "C", $6::uuid)))
  order by rank, key, id limit $7::int`;

/** The groups that fit, best first. */
export async function searchGroups(
  manager: EntityManager,
  { proposed }: SearchScope,
  { text, asked: all, either: any, place, limit }: SearchRequest,
): Promise<readonly SearchHit[]> {
  const rows: readonly GroupRow[] = await manager.query(statement, [
    text,
    proposed === 'all',
    proposed === 'all' ? [] : proposed,
    place.rank,
    place.key ?? null,
    place.id ?? null,
    limit,
    all,
    any,
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
