import { hasAppointment, type Actor } from '@guildhall/kernel';
import type { DepartmentId, DepartmentStaff, StaffGrant } from './department.js';

/** Whose posts an actor may see; the repository turns this into SQL. */
export type StaffScope = { readonly all: boolean; readonly departmentIds: readonly DepartmentId[] };

/** Colleagues see the staff of their department; the admin, who appoints leads, sees all. */
export function visibleStaff(actor: Actor): StaffScope {
  const departmentIds = actor.kind === 'person' ? actor.departmentPosts.map((post) => post.departmentId) : [];
  return { all: hasAppointment(actor, 'ADMIN'), departmentIds };
}

function leads(actor: Actor, departmentId: DepartmentId): boolean {
  return (
    actor.kind === 'person' &&
    actor.departmentPosts.some((post) => post.departmentId === departmentId && post.role === 'LEAD')
  );
}

const mayFill = (actor: Actor, { departmentId, role }: Pick<DepartmentStaff, 'departmentId' | 'role'>): boolean =>
  hasAppointment(actor, 'ADMIN') || (leads(actor, departmentId) && role === 'STAFF');

const mayDecide = (actor: Actor, post: Pick<DepartmentStaff, 'departmentId' | 'subject' | 'role'>): boolean =>
  actor.kind === 'person' && actor.subject !== post.subject && mayFill(actor, post);

/** Who may appoint (domain 1.2): leads their own staff, the admin staff and leads; never oneself. */
export const departmentPolicy = {
  /** Whether the actor may give such a post to anybody at all. */
  canFill: mayFill,
  canAppoint: (actor: Actor, grant: StaffGrant): boolean => mayDecide(actor, grant),
  canEnd: (actor: Actor, post: DepartmentStaff): boolean => mayDecide(actor, post),
};
