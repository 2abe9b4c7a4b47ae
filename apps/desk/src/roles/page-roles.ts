import type { StaffRole } from '../generated/roles/graphql.js';

/** Which staff roles a page of the desk is for; the navigation and the pages both go by it. */
export const pageRoles = {
  queue: ['ADVICE_MANAGER', 'CASE_WORKER'],
  refer: ['CASE_WORKER'],
  manage: ['ADVICE_MANAGER'],
  ties: ['CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR'],
  // Everybody of the staff finds their own appointments here.
  appointments: ['CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR', 'RETURNING_OFFICER', 'ANALYST', 'ADMIN'],
  mediation: ['ADVICE_MANAGER', 'MEDIATOR'],
  departments: ['ADMIN'],
  register: ['ADMIN'],
  deadLetters: ['ADMIN'],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>;
