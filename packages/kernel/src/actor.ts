import type { Id } from './ids.js';

/** Offices that staff hold by appointment; membership owns the dates. */
export type StaffRole = 'CASE_WORKER' | 'ADVICE_MANAGER' | 'MEDIATOR' | 'RETURNING_OFFICER' | 'ANALYST' | 'ADMIN';

/** What an elected or appointed position is for; rights hang on it. */
export type PositionKind =
  | 'PRESIDENT'
  | 'TREASURER'
  | 'SECRETARY'
  | 'OFFICER'
  | 'WELFARE_LEAD'
  | 'UNION_OFFICER'
  | 'COURSE_REP';

/**
 * A mandate that is in force now; without a group it is for the whole union, or for the constituency of a course
 * representative: the students of one programme and year.
 */
export type ActiveMandate = {
  readonly kind: PositionKind;
  readonly groupId: Id<'Group'> | undefined;
  readonly constituencyId?: Id<'Constituency'>;
};

/** A staff post at a partner department that is in force now; known to advocacy only. */
export type DepartmentPost = { readonly departmentId: Id<'Department'>; readonly role: 'STAFF' | 'LEAD' };

/** A signed-in person with the rights that are in force at this instant. */
export type PersonActor = {
  readonly kind: 'person';
  readonly subject: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Absent for staff and for people who are not active members. */
  readonly memberId: Id<'Member'> | undefined;
  /** The member this person is in the register, whatever their status; gives no right but to what is their own already. */
  readonly registeredAs?: Id<'Member'>;
  /** Groups in which the person is an active member now. */
  readonly groupIds: readonly Id<'Group'>[];
  /** The programmes and years in which the person studies now. */
  readonly constituencies: readonly Id<'Constituency'>[];
  readonly mandates: readonly ActiveMandate[];
  readonly appointments: readonly StaffRole[];
  /** Groups whose plans the person may read now, because they take over an office there; known to activities only. */
  readonly shadowedGroupIds?: readonly Id<'Group'>[];
  readonly departmentPosts: readonly DepartmentPost[];
};

/** A program with client credentials: exactly its scopes, and its department when it has one. */
export type MachineActor = {
  readonly kind: 'machine';
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly departmentId: Id<'Department'> | undefined;
};

/** Nobody signed in: sees what is public. */
export type AnonymousActor = { readonly kind: 'anonymous' };

/** The platform itself, acting on a timer, on an event, or for the command line; `task` says which. */
export type SystemActor = { readonly kind: 'system'; readonly task: string };

/** Who is asking, with the rights in force now. Policies decide on this value alone. */
export type Actor = PersonActor | MachineActor | AnonymousActor | SystemActor;

/** Nobody signed in. */
export const anonymous: AnonymousActor = { kind: 'anonymous' };

/** The platform itself doing a named task. */
export function systemActor(task: string): SystemActor {
  return { kind: 'system', task };
}

/** The stable name of an actor, for idempotency keys and audit: a subject, `client:ID`, `anonymous` or `system:TASK`. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'person') return actor.subject;
  if (actor.kind === 'machine') return `client:${actor.clientId}`;
  return actor.kind === 'system' ? `system:${actor.task}` : 'anonymous';
}

/** The member behind the actor, if any. */
export function memberOf(actor: Actor): Id<'Member'> | undefined {
  return actor.kind === 'person' ? actor.memberId : undefined;
}

/**
 * The member the actor is in the register, also while suspended or after leaving, unless they were erased. It gives no
 * right of a member: only what was a person's own before stays theirs by it.
 */
export function registeredMemberOf(actor: Actor): Id<'Member'> | undefined {
  return actor.kind === 'person' ? (actor.registeredAs ?? actor.memberId) : undefined;
}

/** Whether the actor is that member. */
export function isMember(actor: Actor, memberId: Id<'Member'>): boolean {
  return memberOf(actor) === memberId;
}

/** Whether the actor is an active member of the group. */
export function isInGroup(actor: Actor, groupId: Id<'Group'>): boolean {
  return actor.kind === 'person' && actor.groupIds.includes(groupId);
}

/** Whether the actor holds a mandate in the group now. */
export function isOfficerOf(actor: Actor, groupId: Id<'Group'>): boolean {
  return actor.kind === 'person' && actor.mandates.some((mandate) => mandate.groupId === groupId);
}

/** The groups whose plans the actor may read now because they take over an office there. */
export function shadowedGroupsOf(actor: Actor): readonly Id<'Group'>[] {
  return actor.kind === 'person' ? (actor.shadowedGroupIds ?? []) : [];
}

/** Whether the actor is an elected officer of the whole union now. */
export function isUnionOfficer(actor: Actor): boolean {
  return actor.kind === 'person' && actor.mandates.some((mandate) => mandate.kind === 'UNION_OFFICER');
}

/** The constituencies the actor studies in now. */
export function constituenciesOf(actor: Actor): readonly Id<'Constituency'>[] {
  return actor.kind === 'person' ? actor.constituencies : [];
}

/** The constituencies the actor represents now. */
export function representedBy(actor: Actor): readonly Id<'Constituency'>[] {
  if (actor.kind !== 'person') return [];
  return actor.mandates.flatMap(({ kind, constituencyId }) =>
    kind === 'COURSE_REP' && constituencyId !== undefined ? [constituencyId] : [],
  );
}

/** Whether the actor studies in the constituency now. */
export function studiesIn(actor: Actor, constituencyId: Id<'Constituency'>): boolean {
  return constituenciesOf(actor).includes(constituencyId);
}

/** Whether the actor is a course representative of the constituency now. */
export function isRepOf(actor: Actor, constituencyId: Id<'Constituency'>): boolean {
  return representedBy(actor).includes(constituencyId);
}

/** Whether the actor holds the staff appointment now. */
export function hasAppointment(actor: Actor, role: StaffRole): boolean {
  return actor.kind === 'person' && actor.appointments.includes(role);
}

/** The department the actor works for or is the machine client of, if any. */
export function departmentsOf(actor: Actor): readonly Id<'Department'>[] {
  if (actor.kind === 'machine') return actor.departmentId === undefined ? [] : [actor.departmentId];
  return actor.kind === 'person' ? actor.departmentPosts.map((post) => post.departmentId) : [];
}
