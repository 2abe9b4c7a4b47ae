import type { EntityManager } from 'typeorm';
import type { Place, SearchHit, SearchMatch } from './search.js';
import { searchRanks } from './search.js';
import type { SearchScope } from './search.policy.js';

/** What is searched by, from where on, and how many at most: `asked` wants every word, `either` any of them. */
export type SearchRequest = {
  readonly text: string;
  readonly asked: string;
  readonly either: string;
  readonly place: Place;
  readonly limit: number;
};

type PersonRow = {
  id: string;
  rank: number;
  key: string;
  name: string;
  interests: string | null;
  skills: string | null;
  bio: string | null;
};

const typed = '$1::text';
const asked = '$9::tsquery';
const either = '$10::tsquery';
const begins = `(p.name_key >= lower(${typed}) collate "C" and p.name_key < (lower(${typed}) || U&'\\+10FFFF') collate "C")`;

/** How alike a name must be to what was typed: about one slip in a name of six letters. */
const likenessMin = 0.45;

/** How many names are looked at in order before a rank is read through the index of its words instead. */
const probeMax = 1_000;

/** What a rank asks beyond the ranks before it. */
const [isExact, isBegun, isNamed, isWorded] = [
  `p.name_key = lower(${typed}) collate "C"`,
  `${begins} and p.name_key <> lower(${typed}) collate "C"`,
  `p.name_words @@ ${asked} and not ${begins}`,
  `p.words @@ ${asked} and not p.name_words @@ ${asked} and not ${begins}`,
];
const fits = `p.words @@ ${asked}`;
const similarRank = 4;
const isAfter = (rank: number, key = 'p.name_key', id = 'p.member_id'): string =>
  `($5::int < ${rank} or ($5 = ${rank} and ($6::text is null or (${key}, ${id}) > ($6 collate "C", $7::uuid))))`;
const atLarge = 'p.audience = $2 and p.member_id <> all((select ids from skipped)::uuid[])';
const found = (rank: number): string => `${rank} as rank, p.name_key as key, p.member_id as id, p.audience`;
const best = 'order by key, id limit $8::int';

/** Ranks that a stretch of the index of names holds. */
const ofNames = (rank: number, condition: string): string =>
  `(select ${found(rank)} from search_person p where ${atLarge} and ${condition} and ${isAfter(rank)} ${best})`;

/** The hits of a rank among the people of the viewer's groups, who are few. */
const ofNear = (rank: number, condition: string): string =>
  `(select ${found(rank)} from near p where ${condition} and ${isAfter(rank)} ${best})`;

/**
 * The hits of a rank that words make, unless the ranks before fill the page. Where many fit, some stand among the first
 * names, so that few need to be looked at; where few fit, the index of words knows them all, and they are put in order.
 * Left to the planner, a rank in which nobody is would be looked for through every name there is.
 */
const ofWords = (name: string, rank: number, condition: string, before: string): string => `
  ${name}_early as materialized (
    select ${found(rank)} from (
      select * from search_person p where ${atLarge} and ${isAfter(rank)} and ${before} order by name_key, member_id limit ${probeMax}
    ) p where ${condition} order by p.name_key, p.member_id limit $8::int
  ), ${name}_all as materialized (
    select ${found(rank)} from search_person p
    where ${atLarge} and ${condition} and ${isAfter(rank)} and ${before} and (select count(*) from ${name}_early) < $8::int
  ), ${name} as materialized (
    (select * from ${name}_early where (select count(*) from ${name}_early) >= $8::int)
    union all (select * from ${name}_all ${best}) union all ${ofNear(rank, condition)}
  )`;

/**
 * Every scope is applied before a row is ranked or counted against the limit. `near` are the people of the viewer's
 * groups, by what they show to these; `skipped` are they and whoever is blocked with the viewer. Names that only
 * resemble are looked for when nothing fits, on the first page or before it.
 */
const statement = `
  with blocked as materialized (
    select blocked_id as id from member_block where blocker_id = $3::uuid
    union select blocker_id from member_block where blocked_id = $3::uuid
  ), near as materialized (
    select p.* from search_person p
    where p.audience = 'MY_GROUPS' and p.member_id not in (select id from blocked)
      and p.member_id = any(array(select g.member_id from group_membership g where g.group_id = any($4::uuid[]) and g.status = 'ACTIVE'))
  ), skipped as materialized (
    select array(select id from blocked union select member_id from near) as ids
  ), begun as materialized (
    ${[ofNames(0, isExact), ofNames(1, isBegun), ofNear(0, isExact), ofNear(1, isBegun)].join(' union all ')}
  ), ${ofWords('named', 2, isNamed, '(select count(*) from begun) < $8::int')},
  ${ofWords('worded', 3, isWorded, '(select count(*) from begun) + (select count(*) from named) < $8::int')},
  fitting as materialized (
    select * from begun union all select * from named union all select * from worded
    order by rank, key, id limit $8::int
  ), lacking as materialized (
    select case when $5::int = 0 and $6::text is null then not exists (select 1 from fitting)
      when $5 = ${similarRank} then not exists (select 1 from search_person p where p.audience = $2 and ${fits}
          and p.member_id <> all((select ids from skipped)::uuid[]))
        and not exists (select 1 from near p where ${fits})
      else false end as is_lacking
  ), alike as (
    select ${similarRank} as rank, s.key collate "C" as key, s.member_id as id, $2::text as audience
    from search_similar_people(lower(${typed}), $2, (select ids from skipped), $6, $7::uuid, $8::int) s
    where (select is_lacking from lacking)
    union all
    select ${similarRank}, n.key, n.member_id, 'MY_GROUPS' from (
      select p.member_id, to_char(1 - word_similarity(lower(${typed}), p.name_key), 'FM0.000000') collate "C" as key from near p
      where word_similarity(lower(${typed}), p.name_key) >= ${likenessMin}
    ) n where (select is_lacking from lacking) and ${isAfter(similarRank, 'n.key', 'n.member_id')}
  ), hit as (
    select * from fitting union all (select * from alike ${best})
    order by rank, key, id limit $8::int
  )
  select hit.id, hit.rank, hit.key, p.name,
    case when ts_filter(p.words, '{b}') @@ ${either} then p.interests end as interests,
    case when ts_filter(p.words, '{c}') @@ ${either} then p.skills end as skills,
    case when ts_filter(p.words, '{d}') @@ ${either} then p.bio end as bio,
    hit.rank = ${similarRank} or p.name_words @@ ${either} as by_name
  from hit join search_person p on p.member_id = hit.id and p.audience = hit.audience
  order by hit.rank, hit.key, hit.id`;

/** The people who fit, best first: one statement, whoever asks and whatever is found. */
export async function searchPeople(
  manager: EntityManager,
  { audience, viewer, groups }: SearchScope,
  request: SearchRequest,
): Promise<readonly SearchHit[]> {
  const rows: readonly (PersonRow & { by_name: boolean })[] = await manager.query(statement, [
    request.text,
    audience,
    viewer ?? null,
    groups,
    request.place.rank,
    request.place.key ?? null,
    request.place.id ?? null,
    request.limit,
    request.asked,
    request.either,
  ]);
  return rows.map(({ id, rank, key, name, interests, skills, bio, by_name: byName }) => ({
    kind: 'PERSON',
    id,
    key,
    rank: searchRanks[rank] ?? 'SIMILAR_NAME',
    texts: [
      ...(byName ? [part('NAME', name)] : []),
      ...(interests === null ? [] : [part('INTERESTS', interests)]),
      ...(skills === null ? [] : [part('SKILLS', skills)]),
      ...(bio === null ? [] : [part('BIO', bio)]),
    ],
  }));
}

function part(match: SearchMatch, text: string): SearchHit['texts'][number] {
  return { match, text };
}
