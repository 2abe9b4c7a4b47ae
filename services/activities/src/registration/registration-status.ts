/*
 * Where a registration can stand, and the named lists by which seats are counted. Whoever counts uses these names, in
 * TypeScript and in SQL, so that no query forgets a state.
 */

/** Every state of machine D. */
export const registrationStatuses = [
  'ENTERED',
  'CONFIRMED',
  'WAITLISTED',
  'OFFERED',
  'OFFER_EXPIRED',
  'CANCELLED',
  'LATE_CANCELLED',
  'WITHDRAWN',
  'CHECKED_IN',
  'CHECKED_OUT',
  'ATTENDED',
  'NO_SHOW',
  'VOID',
  'REMOVED',
] as const;

/** Where a registration stands in machine D. */
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** A place that is somebody's: confirmed, or in. These overlap with nothing without being asked about. */
export const heldStatuses = ['CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT'] as const;

/** What takes a seat: a held place, a live offer, and after the end whoever had a seat. */
export const seatStatuses = ['OFFERED', ...heldStatuses, 'ATTENDED', 'NO_SHOW'] as const;

/** What is not settled yet: it ends when the activity is called off, or when somebody leaves. */
export const openStatuses = ['ENTERED', 'WAITLISTED', 'OFFERED', ...heldStatuses] as const;

/** What a member has one of per activity (machine D, invariant 2); `registration_one_live` has the same list. */
export const liveStatuses = ['ENTERED', 'WAITLISTED', ...seatStatuses] as const;

const isOneOf =
  (statuses: readonly RegistrationStatus[]) =>
  (status: RegistrationStatus): boolean =>
    statuses.includes(status);

/** Whether the place is confirmed or in. */
export const isHeld = isOneOf(heldStatuses);
/** Whether it is not settled yet. */
export const isOpen = isOneOf(openStatuses);
/** Whether it is the one live registration of its member for the activity. */
export const isLive = isOneOf(liveStatuses);

/** A list of states as SQL, to stand after `in`. */
export function sqlStatuses(statuses: readonly RegistrationStatus[]): string {
  return `(${statuses.map((status) => `'${status}'`).join(', ')})`;
}

/** {@link heldStatuses} as SQL. */
export const heldSql = sqlStatuses(heldStatuses);
/** {@link seatStatuses} as SQL. */
export const seatSql = sqlStatuses(seatStatuses);
/** {@link openStatuses} as SQL. */
export const openSql = sqlStatuses(openStatuses);
/** {@link liveStatuses} as SQL. */
export const liveSql = sqlStatuses(liveStatuses);

/** The order of a waiting list as SQL over an alias: priority class, draw number, time, id (machine D, invariant 3). */
export function waitingOrder(alias: string): string {
  return `${alias}.priority, coalesce(${alias}.draw_number, '~'), ${alias}.queued_at, ${alias}.id`;
}
