import { namedMutualsMax } from './suggestion.js';

/** Groups whose members have a characteristic in common are no reason: to name one would be to name the characteristic. */
const sharedGroups = `
  select g.member_id as id, array_agg(g.group_id order by g.group_id) as group_ids
  from group_membership g join student_group s on s.id = g.group_id
  where g.group_id = any($2::uuid[]) and g.status = 'ACTIVE' and g.member_id <> $1
    and s.kind <> 'NETWORK' and s.status in ('PROVISIONAL', 'AFFILIATED', 'DORMANT')
  group by g.member_id`;

/** People whom people I know are connected with. Whoever takes no part in suggestions is counted and never named. */
const mutuals = `
  select theirs.other_id as id, count(*)::int as mutual_count,
    (array_agg(via.id order by via.id) filter (where not exists (
      select 1 from discoverability d where d.member_id = via.id and not d.has_suggestions)))[1:${namedMutualsMax}] as mutual_ids
  from connected_member mine
  join connected_member theirs on theirs.member_id = mine.other_id and theirs.other_id <> $1
  join member via on via.id = mine.other_id and via.status = 'ACTIVE'
  where mine.member_id = $1
  group by theirs.other_id`;

/** Everybody with something in common; each part reads an index. */
const candidates = `
  select id from shared_group union select id from mutual
  union select m.id from member m, me where m.status = 'ACTIVE' and m.interests && me.interests
  union select m.id from member m, me where m.status = 'ACTIVE' and m.programme = me.programme`;

/** What a fellow member who is not connected may read: what is for members, or for groups when one is shared. */
const mayRead = (field: string): string =>
  `(m.audiences->>'${field}' in ('MEMBERS', 'PUBLIC') or (m.audiences->>'${field}' = 'MY_GROUPS' and near.shares_group))`;

/**
 * Suggestions for the member $1 of the groups $2: who has more kinds of reasons first, among these who knows more of the
 * same people; the rest in an order of its own for each viewer. Names that the viewer may not read are left out, and so
 * is everybody who does not want to be found, is blocked, was dismissed, or is or lately was asked or connected.
 */
export const selectSuggestions = `
  with me as (select id, interests, programme from member where id = $1 and status = 'ACTIVE'
      and not exists (select 1 from discoverability d where d.member_id = $1 and not d.has_suggestions)),
    shared_group as (${sharedGroups}), mutual as (${mutuals}), candidate as (${candidates}),
    reason as (
      select m.id,
        case when ${mayRead('interests')} then array(select i from unnest(m.interests) i where i = any(me.interests)) else '{}' end as interests,
        coalesce(g.group_ids, '{}') as group_ids,
        case when m.programme = me.programme and ${mayRead('programme')} then m.programme end as programme,
        coalesce(k.mutual_count, 0) as mutual_count, coalesce(k.mutual_ids, '{}') as mutual_ids
      from me cross join candidate c join member m on m.id = c.id
      left join shared_group g on g.id = m.id left join mutual k on k.id = m.id
      cross join lateral (select g.id is not null or exists (select 1 from group_membership s where s.member_id = m.id
        and s.status = 'ACTIVE' and s.group_id = any($2::uuid[])) as shares_group) near
      where m.status = 'ACTIVE' and m.id <> $1 and ${mayRead('displayName')}
        and not exists (select 1 from suggestion_dismissal x where x.member_id = $1 and x.dismissed_id = m.id)
        and not exists (select 1 from member_connection x where x.requester_id = $1 and x.addressee_id = m.id)
        and not exists (select 1 from member_connection x where x.addressee_id = $1 and x.requester_id = m.id)
        and not exists (select 1 from discoverability x where x.member_id = m.id and not x.has_suggestions)
        and may_find($1, m.id)),
    ranked as (
      select *, (interests <> '{}')::int + (group_ids <> '{}')::int + (programme is not null)::int + (mutual_count > 0)::int as kinds,
        md5($1::text || id::text) as own_order
      from reason)
  select id as member_id, interests, group_ids, programme, mutual_count, mutual_ids, kinds, own_order
  from ranked
  where kinds > 0 and ($3::int is null or (-kinds, -mutual_count, own_order) > (-$3::int, -$4::int, $5))
  order by -kinds, -mutual_count, own_order limit $6`;
