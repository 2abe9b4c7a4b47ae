import type { StaffRole } from '../generated/appointments/graphql.js';

/** Every staff role, those that work with students first. */
export const staffRoles: readonly StaffRole[] = [
  'CASE_WORKER',
  'ADVICE_MANAGER',
  'MEDIATOR',
  'RETURNING_OFFICER',
  'ANALYST',
  'ADMIN',
];
