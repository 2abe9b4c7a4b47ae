import { departmentsOf, type Actor, type Id } from '@guildhall/kernel';
import { isLeadOf } from '../department/department.js';

/** Whose programs an actor may see; the repository turns this into SQL. */
export type ApiClientScope = { readonly departmentIds: readonly Id<'Department'>[] };

/** The lead of a department sees its programs, and nobody else. */
export function visibleApiClients(actor: Actor): ApiClientScope {
  return { departmentIds: departmentsOf(actor).filter((id) => isLeadOf(actor, id)) };
}

/** Who may do what to programs. Whoever sees one manages it. */
export const apiClientPolicy = {
  canManage: (actor: Actor, departmentId: Id<'Department'>): boolean => isLeadOf(actor, departmentId),
};
