import type { Id } from '@guildhall/kernel';
import { demoEdges } from '../demo-edges.js';
import type { DemoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoGroups } from '../groups/groups.js';
import { demoMembers } from '../people/demo-people.js';
import { after, atTime, dayMs, hourMs } from '../season.js';
import type { ActivityKind, ActivityStatus, DemoActivity, FixedRegistration, PlannedActivity } from './activity.js';

const { ada, omar, uma, rosa } = demoMembers;

/** The activities around the demo people that documents and tests quote. */
export const demoActivities = {
  tonight: fixedId<'Activity'>('activity/open-rehearsal'),
  stageTraining: fixedId<'Activity'>('activity/stage-training'),
} as const;

type Sketch = {
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

const theatre: readonly Sketch[] = [
  {
    title: 'Ten-minute plays: new writing night', summary: 'Six short plays by members, read on their feet. We are still choosing them: send yours in.',
    kind: 'CULTURAL_PERFORMANCE', status: 'DRAFT', place: 'Drill Hall Theatre', at: [40, 19], capacity: 120,
  },
  {
    title: 'All-night film marathon', summary: 'Five films chosen by vote, breakfast included. Warden and first aider on site.',
    kind: 'SOCIAL', status: 'SUBMITTED', place: 'Arts Building, Lecture Theatre 1', at: [33, 20], capacity: 180,
  },
  {
    title: 'Street theatre by the market', summary: 'Twenty minutes of masks and music for whoever walks past.',
    kind: 'CULTURAL_PERFORMANCE', status: 'CHANGES_REQUESTED', place: 'Riverside Community Centre', at: [26, 12], capacity: 40,
  },
  {
    name: demoActivities.tonight,
    title: 'Open rehearsal: scenes in two languages', summary: 'Watch us work, or join in. Scenes in English and Arabic with surtitles.',
    kind: 'CULTURAL_PERFORMANCE', status: 'PUBLISHED', place: 'Drill Hall Theatre', at: [1, 18], capacity: 60, demand: 44,
    fixed: [{ memberId: ada.memberId, rank: 2 }, { memberId: rosa.memberId, rank: 5 }],
  },
  {
    name: demoActivities.stageTraining,
    title: 'Stage and lighting safety training', summary: 'Ladders, cables, lamps and what to do when one fails. Counts towards the event crew path.',
    kind: 'TRAINING', status: 'PUBLISHED', place: 'Drill Hall Theatre', at: [3, 17], capacity: 24, demand: 20,
    fixed: [{ memberId: ada.memberId, rank: 0 }],
  },
  {
    title: 'Improvised theatre night', summary: 'No script, no experience needed, no filming.',
    kind: 'SOCIAL', status: 'COMPLETED', place: 'Union Building, The Basement', at: [-6, 19], capacity: 50, demand: 42,
    fixed: [{ memberId: ada.memberId, rank: 3 }, { memberId: omar.memberId, rank: 6 }],
  },
  {
    title: 'Student short-film screening', summary: 'Eleven films under eight minutes, and the people who made them.',
    kind: 'CULTURAL_PERFORMANCE', status: 'REPORTED', place: 'Arts Building, Lecture Theatre 1', at: [-41, 18], capacity: 150, demand: 118,
    fixed: [{ memberId: ada.memberId, rank: 10 }, { memberId: uma.memberId, rank: 14 }],
  },
];

const hillwalking: readonly Sketch[] = [
  {
    name: demoEdges.waitingListActivity,
    title: 'Ridge walk to the old reservoir', summary: 'Fourteen kilometres, one steep hour, long views. One minibus, so sixteen places.',
    kind: 'SPORT', status: 'PUBLISHED', place: 'Meet at the Sports Centre, main door', at: [5, 9], capacity: 16, demand: 22,
    fixed: [{ memberId: ada.memberId, rank: 18 }, { memberId: rosa.memberId, rank: 4 }],
  },
  {
    name: demoEdges.overfullActivity,
    title: 'Map and compass afternoon', summary: 'Learn to find your way without a telephone, then find the café.',
    kind: 'SPORT', status: 'PUBLISHED', place: 'Observatory Hill', at: [9, 13], capacity: 24, demand: 28, seatsGiven: 30,
    fixed: [{ memberId: uma.memberId, rank: 9 }],
  },
  {
    name: demoEdges.appealWonActivity,
    title: 'Sunrise walk', summary: 'Up early, up high, back for lectures. Head torches can be borrowed.',
    kind: 'SPORT', status: 'REPORTED', place: 'Meet at the Sports Centre, main door', at: [-24, 6], capacity: 20, demand: 17,
    fixed: [{ memberId: ada.memberId, rank: 1, outcome: 'ATTENDED_ON_APPEAL' }],
  },
  {
    name: demoEdges.cancelledActivity,
    title: 'Winter skills weekend', summary: 'Cancelled because of the weather warning; deposits are paid back.',
    kind: 'SPORT', status: 'CANCELLED', place: 'Meet at the Sports Centre, main door', at: [7, 8], capacity: 12, demand: 15,
    fixed: [{ memberId: ada.memberId, rank: 7 }],
  },
];

const international: readonly Sketch[] = [
  {
    title: 'Cooking together: soups of six countries', summary: 'Vegetarian, halal and gluten-free pots. Bring a spoon and a story.',
    kind: 'SOCIAL', status: 'PUBLISHED', place: 'Student Kitchen, North Village', at: [6, 18], capacity: 36, demand: 30,
    fixed: [{ memberId: ada.memberId, rank: 4 }, { memberId: omar.memberId, rank: 8 }],
  },
  {
    title: 'Renting without tears', summary: 'Deposits, contracts and repairs, explained by the housing advisers. In English and 中文.',
    kind: 'MEETING', status: 'REPORTED', place: 'International Lounge', at: [-52, 17], demand: 58,
    fixed: [{ memberId: ada.memberId, rank: 12 }, { memberId: uma.memberId, rank: 20 }],
  },
  {
    title: 'Language café', summary: 'Eight tables, eight languages, change when the bell rings.',
    kind: 'SOCIAL', status: 'REPORTED', place: 'Garden Café', at: [-17, 16], capacity: 48, demand: 40,
    fixed: [{ memberId: ada.memberId, rank: 6, outcome: 'CANCELLED' }],
  },
];

/** The activities of the demo people’s three groups, Omar’s first; some of them are edge rows. */
export function personaActivities(context: DemoContext): readonly PlannedActivity[] {
  const host = (groupId: Id<'Group'>, organiserId: Id<'Member'>, sketches: readonly Sketch[]) =>
    sketches.map((sketch) => plannedFrom(context.anchor, { sketch, groupId, organiserId }));
  return [
    ...host(demoGroups.theatre, omar.memberId, theatre),
    ...host(demoGroups.hillwalking, uma.memberId, hillwalking),
    ...host(demoGroups.international, omar.memberId, international),
  ];
}

function plannedFrom(
  anchor: Date,
  { sketch, groupId, organiserId }: { readonly sketch: Sketch; readonly groupId: Id<'Group'>; readonly organiserId: Id<'Member'> },
): PlannedActivity {
  const { name, title, summary, kind, status, place, at: [days, hour], capacity, demand = 0, seatsGiven, fixed = [] } = sketch;
  const startsAt = atTime(after(anchor, days * dayMs), hour);
  const activity: DemoActivity = {
    id: name ?? fixedId<'Activity'>(`activity/${title}`),
    groupId, organiserId, title, summary, kind, status, place, startsAt,
    endsAt: after(startsAt, 2 * hourMs),
    registrationOpensAt: after(startsAt, -21 * dayMs),
    registrationClosesAt: after(startsAt, -2 * hourMs),
    ...(capacity !== undefined && { capacity }),
    riskTier: (capacity ?? demand) > 75 ? 2 : 0,
  };
  return { activity, demand, isSoughtAfter: false, ...(seatsGiven !== undefined && { seatsGiven }), fixed };
}
