import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';

const holders = `
  select distinct m.member_id from actor_mandate m join actor_member a on a.member_id = m.member_id and a.is_active
  where m.starts_at <= $1 and m.ends_at > $1`;

/** Reads whom an office makes the reader of public news, over one connection or transaction. */
export function createAudienceRepository(manager: EntityManager) {
  const list = async (query: string, parameters: readonly unknown[]): Promise<readonly MemberId[]> => {
    const rows: readonly { member_id: MemberId }[] = await manager.query(query, [...parameters]);
    return rows.map((row) => row.member_id);
  };
  return {
    /** The course representatives of a constituency now. */
    listCourseReps: (constituencyId: Id<'Constituency'>, now: Date): Promise<readonly MemberId[]> =>
      list(`${holders} and m.kind = 'COURSE_REP' and m.constituency_id = $2`, [now, constituencyId]),

    /** The officers of the whole union now. */
    listUnionOfficers: (now: Date): Promise<readonly MemberId[]> =>
      list(`${holders} and m.kind = 'UNION_OFFICER' and m.group_id is null`, [now]),
  };
}
