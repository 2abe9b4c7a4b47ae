import { hasAppointment, type Actor } from '@guildhall/kernel';
import {
  isLeadOf,
  statusOf,
  type Department,
  departmentActions,
  type DepartmentAction,
  type DepartmentId,
  type DepartmentStaff,
  type StaffGrant,
} from './department.js';

/** Whose posts an actor may see; the repository turns this into SQL. */
export type StaffScope = { readonly all: boolean; readonly departmentIds: readonly DepartmentId[] };

/** Colleagues see the staff of their department; the admin, who appoints leads, sees all. */
export function visibleStaff(actor: Actor): StaffScope {
  const departmentIds = actor.kind === 'person' ? actor.departmentPosts.map((post) => post.departmentId) : [];
  return { all: hasAppointment(actor, 'ADMIN'), departmentIds };
}

const mayFill = (actor: Actor, { departmentId, role }: Pick<DepartmentStaff, 'departmentId' | 'role'>): boolean =>
  hasAppointment(actor, 'ADMIN') || (isLeadOf(actor, departmentId) && role === 'STAFF');

const mayDecide = (actor: Actor, post: Pick<DepartmentStaff, 'departmentId' | 'subject' | 'role'>): boolean =>
  actor.kind === 'person' && actor.subject !== post.subject && mayFill(actor, post);

/** One line per right at a department as a whole; those that its state forbids are left out by {@link departmentPolicy}. */
const rights: Readonly<Record<DepartmentAction, (actor: Actor, department: Department) => boolean>> = {
  APPOINT_STAFF: (actor, { id }) => mayFill(actor, { departmentId: id, role: 'STAFF' }),
  APPOINT_LEAD: (actor, { id }) => mayFill(actor, { departmentId: id, role: 'LEAD' }),
  EDIT: (actor, { id }) => hasAppointment(actor, 'ADMIN') || isLeadOf(actor, id),
  RENAME: (actor) => hasAppointment(actor, 'ADMIN'),
  CLOSE: (actor, department) => hasAppointment(actor, 'ADMIN') && statusOf(department) === 'ACTIVE',
  REOPEN: (actor, department) => hasAppointment(actor, 'ADMIN') && statusOf(department) === 'CLOSED',
  MANAGE_CLIENTS: (actor, { id }) => isLeadOf(actor, id),
  MANAGE_WEBHOOKS: (actor, { id }) => isLeadOf(actor, id),
};

/** Who may appoint (domain 1.2): leads their own staff, the admin staff and leads; never oneself. */
export const departmentPolicy = {
  /** Departments are made, renamed, closed and opened again by the admin. */
  canAdminister: (actor: Actor): boolean => hasAppointment(actor, 'ADMIN'),
  /** What the actor may do at the department as it stands. */
  actionsAt: (actor: Actor, department: Department): readonly DepartmentAction[] =>
    departmentActions.filter((action) => rights[action](actor, department)),
  /** What a department is there for and how to reach it is its lead's to say, too. */
  canEdit: rights.EDIT,
  canAppoint: (actor: Actor, grant: StaffGrant): boolean => mayDecide(actor, grant),
  canEnd: (actor: Actor, post: DepartmentStaff): boolean => mayDecide(actor, post),
};
