import type { ActivityStatus } from '../activity/activity.js';

/** What everybody finds: what is or was held in public. Neither plans nor what was called off stand in the way of what is on. */
export const findableStatuses: readonly ActivityStatus[] = ['PUBLISHED', 'COMPLETED', 'REPORTED'];

/** The same as SQL over the alias; every statement that finds anything starts from it. */
export function findable(alias: string): string {
  const list = findableStatuses.map((status) => `'${status}'`).join(', ');
  return `(${alias}.published_at is not null and ${alias}.status in (${list}))`;
}
