/*
 * What can be found at all, and where a seat can be had, as SQL that every statement of finding shares. Owner: activities.
 */
import type { ActivityStatus } from '../activity/activity.js';
import { seatSql } from '../registration/registration-status.js';

/** What everybody finds: what is or was held in public. Neither plans nor what was called off stand in the way of what is on. */
export const findableStatuses: readonly ActivityStatus[] = ['PUBLISHED', 'COMPLETED', 'REPORTED'];

/** The same as SQL over the alias; every statement that finds anything starts from it. */
export function findable(alias: string): string {
  const list = findableStatuses.map((status) => `'${status}'`).join(', ');
  return `(${alias}.published_at is not null and ${alias}.status in (${list}))`;
}

/** A seat of `activity a` that is free to take: it can still be registered for, a seat is left, and nobody waits who would have it first. */
export const hasFreeSeat = (
  now: string,
): string => `(a.status = 'PUBLISHED' and a.registration_closes_at > ${now}::timestamptz
  and (a.capacity is null
    or a.capacity > (select count(*) from registration r where r.activity_id = a.id and r.status in ${seatSql})
      and not exists (select 1 from registration r where r.activity_id = a.id and r.status = 'WAITLISTED')))`;
