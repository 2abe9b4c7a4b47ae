import type { Repositories } from '../deps.js';
import type { ActivityId, ActivityKind } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';
import type { Venue } from '../venue/venue.js';
import { stretchAround, type Surroundings, type TimeSpan } from './clash.js';

/** A plan, drafted or not, as the planner looks at it. */
export type LookedAt = TimeSpan & {
  readonly groupId: GroupId;
  readonly kind: ActivityKind;
  /** The activity itself, when it is stored already: it does not clash with itself. */
  readonly activityId: ActivityId | undefined;
  readonly venue: Venue | undefined;
};

type Read = Pick<Repositories, 'clashes' | 'bookings' | 'venues'>;

/** Reads everything around a plan: one statement for each kind of clash. */
export async function lookAround({ clashes, bookings, venues }: Read, plan: LookedAt): Promise<Surroundings> {
  const stretch = stretchAround(plan);
  const search = { groupId: plan.groupId, kind: plan.kind, except: plan.activityId, stretch };
  const { venue } = plan;
  const [shared, sameKind, booked, closed] = await Promise.all([
    clashes.listShared(search),
    clashes.listSameKind(search),
    venue === undefined ? [] : bookings.listLiveOfVenues([venue.id], stretch),
    venue === undefined ? [] : venues.listClosures([venue.id], stretch),
  ]);
  const others = booked.filter(({ activityId }) => activityId !== plan.activityId);
  return { shared, sameKind, venue: venue && { hours: venue.openingHours, taken: [...others, ...closed] } };
}
