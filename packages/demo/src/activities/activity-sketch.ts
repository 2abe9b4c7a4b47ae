import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';
import { after, atTime, dayMs, hourMs } from '../season.js';
import type { ActivityKind, ActivityStatus, DemoActivity, FixedRegistration, PlannedActivity } from './activity.js';

/** An activity written by hand, its time counted from the anchor. */
export type ActivitySketch = {
  readonly name?: Id<'Activity'>;
  readonly title: string;
  readonly summary: string;
  readonly kind: ActivityKind;
  readonly status: ActivityStatus;
  readonly place: string;
  /** Days from the anchor's day, and the hour at which it starts. */
  readonly at: readonly [number, number];
  readonly capacity?: number;
  readonly demand?: number;
  readonly seatsGiven?: number;
  readonly fixed?: readonly FixedRegistration[];
};

/** Works a sketch out into an activity. Without a name of its own its id follows from its title. */
export function plannedFrom(
  anchor: Date,
  {
    sketch,
    groupId,
    organiserId,
  }: { readonly sketch: ActivitySketch; readonly groupId: Id<'Group'>; readonly organiserId: Id<'Member'> },
): PlannedActivity {
  const {
    name,
    title,
    summary,
    kind,
    status,
    place,
    at: [days, hour],
    capacity,
    demand = 0,
    seatsGiven,
    fixed = [],
  } = sketch;
  const startsAt = atTime(after(anchor, days * dayMs), hour);
  const activity: DemoActivity = {
    id: name ?? fixedId<'Activity'>(`activity/${title}`),
    groupId,
    organiserId,
    title,
    summary,
    kind,
    status,
    place,
    startsAt,
    endsAt: after(startsAt, 2 * hourMs),
    registrationOpensAt: after(startsAt, -21 * dayMs),
    registrationClosesAt: after(startsAt, -2 * hourMs),
    ...(capacity !== undefined && { capacity }),
    riskTier: (capacity ?? demand) > 75 ? 2 : 0,
  };
  return { activity, demand, isSoughtAfter: false, ...(seatsGiven !== undefined && { seatsGiven }), fixed };
}
