import {
  anonymous,
  type ActiveMandate,
  type Actor,
  type DepartmentPost,
  type Id,
  type PersonActor,
  type StaffRole,
} from '@guildhall/kernel';
import type { Caller } from '@guildhall/service-identity';
import type { EntityManager } from 'typeorm';

/** Which department a machine client speaks for, and what it may do there whatever its token says. */
export type DepartmentClient = { readonly departmentId: Id<'Department'>; readonly scopes: readonly string[] };

/** What advocacy alone knows about actors: who works for a department, and which machine client belongs to one. */
export interface DepartmentDirectory {
  postsOf(subject: string, now: Date): Promise<readonly DepartmentPost[]>;
  /** A client that is registered and not revoked. */
  findClient(clientId: string): Promise<DepartmentClient | undefined>;
}

/** What one service alone knows about actors. */
export type ActorKnowledge = {
  readonly departments?: DepartmentDirectory;
  /** Whether the service has the table `shadow_access`: who reads what a group plans before they take over. */
  readonly hasShadowAccess?: boolean;
};

type RightsRow = {
  member_id: Id<'Member'> | null;
  registered_id: Id<'Member'> | null;
  group_ids: readonly Id<'Group'>[];
  constituencies: readonly Id<'Constituency'>[];
  mandates: readonly {
    kind: ActiveMandate['kind'];
    groupId: Id<'Group'> | null;
    constituencyId: Id<'Constituency'> | null;
  }[];
  appointments: readonly StaffRole[];
  shadowed?: readonly Id<'Group'>[];
};

type Rights = Pick<
  PersonActor,
  'memberId' | 'registeredAs' | 'groupIds' | 'constituencies' | 'mandates' | 'appointments' | 'shadowedGroupIds'
>;

const selectShadowed = `
    array(select distinct s.group_id from shadow_access s
       where s.member_id = m.member_id and s.starts_at <= $2 and s.ends_at > $2 order by s.group_id) as shadowed,`;

const selectRights = (shadowed: string): string => `
  select m.member_id, (select r.member_id from actor_member r where r.subject = $1) as registered_id,${shadowed}
    array(select g.group_id from actor_group_membership g where g.member_id = m.member_id order by g.group_id) as group_ids,
    array(select s.constituency_id from actor_constituency s where s.member_id = m.member_id order by s.constituency_id) as constituencies,
    (select coalesce(json_agg(json_build_object('kind', d.kind, 'groupId', d.group_id, 'constituencyId', d.constituency_id)), '[]')
       from actor_mandate d where d.member_id = m.member_id and d.starts_at <= $2 and d.ends_at > $2) as mandates,
    array(select distinct a.role from actor_appointment a
       where a.subject = $1 and a.starts_at <= $2 and a.ends_at > $2 order by a.role) as appointments
  from (select 1) one left join actor_member m on m.subject = $1 and m.is_active`;

/**
 * Builds the actor from the signed identity plus this service's own projection, in one statement: rights in force at
 * `now`, and no others. Suspended and former members keep their sign-in but act with no member rights; who they are in the register stays known.
 */
export async function loadActor(
  manager: EntityManager,
  caller: Caller,
  now: Date,
  known: ActorKnowledge = {},
): Promise<Actor> {
  switch (caller.kind) {
    case 'person': {
      const { subject, clientId, scopes } = caller;
      const [rights, departmentPosts] = await Promise.all([
        loadRights(manager, { subject, hasShadowAccess: known.hasShadowAccess ?? false }, now),
        known.departments?.postsOf(subject, now) ?? [],
      ]);
      return { kind: 'person', subject, clientId, scopes, ...rights, departmentPosts };
    }
    case 'machine':
      return loadMachine(caller, known);
    // A service sends events, never operations: should one ever ask, it may see what everybody may.
    case 'service':
    case 'anonymous':
      return anonymous;
  }
}

async function loadMachine(
  { clientId, scopes }: Extract<Caller, { kind: 'machine' }>,
  { departments }: ActorKnowledge,
): Promise<Actor> {
  const client = await departments?.findClient(clientId);
  if (client === undefined) return { kind: 'machine', clientId, scopes, departmentId: undefined };
  // A token may be older than a change of what its client may do, and may come from a provider that knows nothing of it.
  const allowed = scopes.filter((scope) => client.scopes.includes(scope));
  return { kind: 'machine', clientId, scopes: allowed, departmentId: client.departmentId };
}

type RightsOf = { readonly subject: string; readonly hasShadowAccess: boolean };

async function loadRights(manager: EntityManager, { subject, hasShadowAccess }: RightsOf, now: Date): Promise<Rights> {
  const select = selectRights(hasShadowAccess ? selectShadowed : '');
  const [row]: readonly RightsRow[] = await manager.query(select, [subject, now]);
  if (row === undefined) throw new Error('the rights of a subject are always one row');
  return {
    memberId: row.member_id ?? undefined,
    ...(row.registered_id !== null && { registeredAs: row.registered_id }),
    groupIds: row.group_ids,
    constituencies: row.constituencies,
    mandates: row.mandates.map(({ kind, groupId, constituencyId }) => ({
      kind,
      groupId: groupId ?? undefined,
      ...(constituencyId !== null && { constituencyId }),
    })),
    appointments: row.appointments,
    ...(row.shadowed !== undefined && { shadowedGroupIds: row.shadowed }),
  };
}
