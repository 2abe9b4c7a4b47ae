import type { Id } from '@guildhall/kernel';
import type { DemoActivity } from '../activities/activity.js';
import { fixedId } from '../fixed-id.js';
import { demoGroups } from '../groups/groups.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { dayMs, hourMs } from '../season.js';

/** An offer of a seat: one that waits for an answer, and one that ran out. */
export type DemoOffer = {
  readonly id: Id<'Registration'>;
  readonly memberId: Id<'Member'>;
  readonly status: 'OFFERED' | 'OFFER_EXPIRED';
  readonly queuedAt: Date;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
};

/** An activity where seats are kept for the group’s own members until a date, and offered to who waited. */
export type DemoSeats = {
  readonly activity: DemoActivity;
  readonly pool: { readonly id: Id<'Pool'>; readonly seats: number; readonly mergesAt: Date };
  readonly offers: readonly DemoOffer[];
};

/** The one activity with offers: Uma’s waits for her answer, Ada’s ran out. Nothing where no activity has room for it. */
export function planDemoSeats(union: DemoUnion, anchor: Date): DemoSeats | undefined {
  const activity = union.activities
    .filter((candidate) => isFitting(candidate, union, anchor))
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))[0];
  if (activity === undefined) return undefined;
  const at = (hours: number): Date => new Date(anchor.getTime() + hours * hourMs);
  const { ada, uma } = demoMembers;
  return {
    activity,
    pool: { id: fixedId('seats/pool'), seats: 2, mergesAt: new Date(anchor.getTime() + 3 * dayMs) },
    offers: [
      {
        id: fixedId('seats/offered'),
        memberId: uma.memberId,
        status: 'OFFERED',
        queuedAt: at(-31),
        offeredAt: at(-1),
        expiresAt: at(11),
      },
      {
        id: fixedId('seats/expired'),
        memberId: ada.memberId,
        status: 'OFFER_EXPIRED',
        queuedAt: at(-32),
        offeredAt: at(-13),
        expiresAt: at(-1),
      },
    ],
  };
}

/** Far enough ahead for an offer of twelve hours, open, with room for two seats that are kept and one that is offered. */
function isFitting(activity: DemoActivity, { registrations }: DemoUnion, anchor: Date): boolean {
  const { capacity, groupId, status, startsAt, registrationOpensAt, registrationClosesAt } = activity;
  if (capacity === undefined || status !== 'PUBLISHED' || Object.values<string>(demoGroups).includes(groupId))
    return false;
  const isOpen = registrationOpensAt.getTime() <= anchor.getTime() - 2 * dayMs && registrationClosesAt > anchor;
  if (!isOpen || startsAt.getTime() < anchor.getTime() + 4 * dayMs) return false;
  const here = registrations.filter(({ activityId }) => activityId === activity.id);
  const people: readonly string[] = [demoMembers.ada.memberId, demoMembers.uma.memberId];
  if (here.some(({ memberId, status: stands }) => people.includes(memberId) || stands === 'WAITLISTED')) return false;
  return here.filter(({ status: stands }) => stands === 'CONFIRMED').length + 4 <= capacity;
}
