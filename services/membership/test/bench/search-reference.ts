import type { DataSource } from 'typeorm';
import type { MemberId } from '../../src/member/member.js';

/**
 * Who fits a text, found by reading every member: what the indexes must agree with. It takes audiences, membership,
 * discoverability and blocks from where they are kept, and neither the rows nor the indexes of search.
 */
const reference = `
  with viewer as (select $2::uuid as id), seen as (
    select m.id, lower(m.display_name) collate "C" as name_key, search_vector(m.display_name, 'A') as name_words,
      search_vector(concat_ws(' . ', m.display_name,
        case when m.audiences->>'interests' = any(a.wider) then array_to_string(m.interests, ', ') end,
        case when m.audiences->>'skills' = any(a.wider) then array_to_string(m.skills, ', ') end,
        case when m.audiences->>'bio' = any(a.wider) then m.bio end), 'A') as words
    from member m cross join viewer v
    cross join lateral (select exists (select 1 from group_membership x join group_membership y using (group_id)
      where x.member_id = m.id and y.member_id = v.id and x.status = 'ACTIVE' and y.status = 'ACTIVE') as is_near) n
    cross join lateral (select case when n.is_near then array['PUBLIC', 'MEMBERS', 'MY_GROUPS'] else array['PUBLIC', 'MEMBERS'] end as wider) a
    where m.status = 'ACTIVE' and m.audiences->>'displayName' = any(a.wider) and may_find(v.id, m.id)
  ), ranked as (
    select id, name_key, case
      when name_key = lower($1) collate "C" then 0
      when starts_with(name_key, lower($1)) then 1
      when name_words @@ search_query($1, ' & ') then 2
      when words @@ search_query($1, ' & ') then 3
      when word_similarity(lower($1), name_key) >= 0.45 then 4 end as rank from seen
  )
  select id from ranked where rank < 4 or (rank = 4 and not exists (select 1 from ranked where rank < 4))
  order by rank, case when rank = 4 then to_char(1 - word_similarity(lower($1), name_key), 'FM0.000000') else name_key end collate "C", id
  limit $3`;

/** The ids of the first people who fit, as reading everything finds them. */
export async function referencePeople(
  dataSource: DataSource,
  text: string,
  { viewer, limit }: { readonly viewer: MemberId; readonly limit: number },
): Promise<readonly string[]> {
  const rows: readonly { id: string }[] = await dataSource.query(reference, [text, viewer, limit]);
  return rows.map(({ id }) => id);
}
