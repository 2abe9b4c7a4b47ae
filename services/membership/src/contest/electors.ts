/** Who may vote in a contest `c` for a position `p`: as of the instant the statement runs. */
export const electors = `member m on m.status = 'ACTIVE' and case
  when p.group_id is not null then exists (select 1 from group_membership g
    where g.group_id = p.group_id and g.member_id = m.id and g.status = 'ACTIVE')
  when p.kind = 'COURSE_REP' then constituency_id(m.programme || ', year ' || m.year::text) = constituency_id(p.constituency)
  else true end`;
