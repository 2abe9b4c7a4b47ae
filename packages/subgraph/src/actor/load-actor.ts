import { anonymous, systemActor, type ActiveMandate, type Actor, type DepartmentPost, type Id, type StaffRole } from '@guildhall/kernel';
import type { Caller } from '@guildhall/service-identity';
import type { EntityManager } from 'typeorm';

/** What advocacy alone knows about actors: who works for a department, and which machine client belongs to one. */
export interface DepartmentDirectory {
  postsOf(subject: string, now: Date): Promise<readonly DepartmentPost[]>;
  departmentOfClient(clientId: string): Promise<Id<'Department'> | undefined>;
}

type RightsRow = {
  member_id: Id<'Member'> | null;
  group_ids: readonly Id<'Group'>[] | null;
  mandates: readonly { kind: ActiveMandate['kind']; groupId: Id<'Group'> | null }[] | null;
  appointments: readonly StaffRole[] | null;
};

const selectRights = `
  select m.member_id,
    (select array_agg(g.group_id order by g.group_id) from actor_group_membership g where g.member_id = m.member_id) as group_ids,
    (select json_agg(json_build_object('kind', d.kind, 'groupId', d.group_id))
       from actor_mandate d where d.member_id = m.member_id and d.starts_at <= $2 and d.ends_at > $2) as mandates,
    (select array_agg(distinct a.role) from actor_appointment a
       where a.subject = $1 and a.starts_at <= $2 and a.ends_at > $2) as appointments
  from (select 1) one left join actor_member m on m.subject = $1 and m.is_active`;

/**
 * Builds the actor from the signed identity plus this service's own projection, in one statement: rights in force at
 * `now`, and no others. Suspended and former members keep their sign-in but act with no member rights.
 */
export async function loadActor(manager: EntityManager, caller: Caller, now: Date, departments?: DepartmentDirectory): Promise<Actor> {
  if (caller.kind === 'anonymous') return anonymous;
  if (caller.kind === 'service') return systemActor(`service:${caller.service}`);
  if (caller.kind === 'machine') {
    const departmentId = await departments?.departmentOfClient(caller.clientId);
    return { kind: 'machine', clientId: caller.clientId, scopes: caller.scopes, departmentId };
  }
  const [rows, departmentPosts]: [readonly RightsRow[], readonly DepartmentPost[]] = await Promise.all([
    manager.query(selectRights, [caller.subject, now]),
    departments?.postsOf(caller.subject, now) ?? [],
  ]);
  const rights = rows[0];
  return {
    kind: 'person',
    subject: caller.subject,
    clientId: caller.clientId,
    scopes: caller.scopes,
    memberId: rights?.member_id ?? undefined,
    groupIds: rights?.group_ids ?? [],
    mandates: (rights?.mandates ?? []).map(({ kind, groupId }) => ({ kind, groupId: groupId ?? undefined })),
    appointments: rights?.appointments ?? [],
    departmentPosts,
  };
}
