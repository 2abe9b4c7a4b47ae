import type { Id } from '@guildhall/kernel';
import type { DemoUnion } from '../plan-demo-union.js';

/** On which days demo people are free for service: not where they are at an activity, and once a day. */
export class ServiceCalendar {
  readonly #taken: Set<string>;

  constructor({ activities, registrations }: DemoUnion) {
    const dayOf = new Map(activities.map(({ id, startsAt }) => [id, startsAt]));
    this.#taken = new Set(
      registrations.flatMap(({ activityId, memberId, status }) => {
        const startsAt = dayOf.get(activityId);
        const isThere = ['CONFIRMED', 'CHECKED_IN', 'ATTENDED'].includes(status);
        return startsAt !== undefined && isThere ? [keyOf(memberId, startsAt)] : [];
      }),
    );
  }

  /** Takes the day for service; false when it is taken already. */
  take(memberId: Id<'Member'>, at: Date): boolean {
    const key = keyOf(memberId, at);
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }
}

function keyOf(memberId: Id<'Member'>, at: Date): string {
  return `${memberId} ${at.toISOString().slice(0, 10)}`;
}
