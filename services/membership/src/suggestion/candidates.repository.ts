import { namedMutualsMax } from './suggestion.js';

/** Nobody is suggested to themselves, nor whom they dismissed, are blocked with, or are or lately were asked by or connected with. */
const leftOut = `
  select $1::uuid as id
  union select dismissed_id from suggestion_dismissal where member_id = $1
  union select blocked_id from member_block where blocker_id = $1
  union select blocker_id from member_block where blocked_id = $1
  union select addressee_id from member_connection where requester_id = $1
  union select requester_id from member_connection where addressee_id = $1`;

/** Groups whose members have a characteristic in common are no reason: to name one would be to name the characteristic. */
const sharedGroups = `
  select g.member_id as id, array_agg(g.group_id order by g.group_id) as group_ids
  from group_membership g join student_group s on s.id = g.group_id
  where g.group_id = any($2::uuid[]) and g.status = 'ACTIVE'
    and s.kind <> 'NETWORK' and s.status in ('PROVISIONAL', 'AFFILIATED', 'DORMANT')
  group by g.member_id`;

/** The people somebody is connected with, each by an index. */
const connectedWith = (member: string): string => `
  select addressee_id as id from member_connection where requester_id = ${member} and status = 'CONNECTED'
  union all select requester_id from member_connection where addressee_id = ${member} and status = 'CONNECTED'`;

/** People whom people I know are connected with. Whoever takes no part in suggestions is counted and never named. */
const mutuals = `
  select theirs.id, count(*)::int as mutual_count,
    (array_agg(via.id order by via.id) filter (where via.has_suggestions))[1:${namedMutualsMax}] as mutual_ids
  from (
    select v.id, coalesce(d.has_suggestions, true) as has_suggestions
    from (${connectedWith('$1')}) mine join member v on v.id = mine.id and v.status = 'ACTIVE'
    left join discoverability d on d.member_id = v.id
  ) via cross join lateral (${connectedWith('via.id')}) theirs
  group by theirs.id`;

/**
 * Everybody with something in common; each part reads an index. What is known of a candidate is gathered here and not
 * joined later: the planner cannot tell how many there are, and would read it anew for each.
 */
const candidates = `
  select id, max(group_ids)::uuid[] as group_ids, max(mutual_count) as mutual_count, max(mutual_ids)::uuid[] as mutual_ids
  from (
    select id, group_ids::text, null::int as mutual_count, null as mutual_ids from shared_group
    union all select id, null, mutual_count, mutual_ids::text from mutual
    union all select m.id, null, null, null from member m, me where m.status = 'ACTIVE' and m.interests && me.interests
    union all select m.id, null, null, null from member m, me where m.status = 'ACTIVE' and m.programme = me.programme
  ) common where not exists (select 1 from left_out l where l.id = common.id)
  group by id`;

/** What a fellow member who is not connected may read: what is for members, or for groups when one is shared. */
const mayRead = (field: string): string =>
  `(m.audiences->>'${field}' in ('MEMBERS', 'PUBLIC') or (m.audiences->>'${field}' = 'MY_GROUPS' and near.shares_group))`;

/**
 * Suggestions for the member $1 of the groups $2: who has more kinds of reasons first, among these who knows more of the
 * same people; the rest in an order of its own for each viewer. People who do not want to be found or suggested and names
 * that the viewer may not read are left out. On 20,000 members it reads some 5,000 candidates.
 */
export const selectSuggestions = `
  with me as materialized (select id, interests, programme from member where id = $1 and status = 'ACTIVE'
      and not exists (select 1 from discoverability d where d.member_id = $1 and not d.has_suggestions)),
    left_out as materialized (${leftOut}), shared_group as materialized (${sharedGroups}),
    mutual as materialized (${mutuals}), candidate as materialized (${candidates}),
    fellow as materialized (
      select distinct member_id as id from group_membership where group_id = any($2::uuid[]) and status = 'ACTIVE'),
    reason as (
      select m.id,
        case when ${mayRead('interests')} then array(select i from unnest(m.interests) i where i = any(me.interests)) else '{}' end as interests,
        coalesce(c.group_ids, '{}') as group_ids,
        case when m.programme = me.programme and ${mayRead('programme')} then m.programme end as programme,
        coalesce(c.mutual_count, 0) as mutual_count, coalesce(c.mutual_ids, '{}') as mutual_ids
      from me cross join candidate c join member m on m.id = c.id
      left join fellow f on f.id = c.id left join discoverability d on d.member_id = c.id
      cross join lateral (select f.id is not null as shares_group) near
      where m.status = 'ACTIVE' and ${mayRead('displayName')} and coalesce(d.has_suggestions, true)
        and (coalesce(d.found_by, 'EVERYBODY') = 'EVERYBODY' or (d.found_by = 'MY_GROUPS' and near.shares_group))),
    ranked as (
      select *, (interests <> '{}')::int + (group_ids <> '{}')::int + (programme is not null)::int + (mutual_count > 0)::int as kinds,
        md5($1::text || id::text) as own_order
      from reason)
  select id as member_id, interests, group_ids, programme, mutual_count, mutual_ids, kinds, own_order
  from ranked
  where kinds > 0 and ($3::int is null or (-kinds, -mutual_count, own_order) > (-$3::int, -$4::int, $5))
  order by -kinds, -mutual_count, own_order limit $6`;
