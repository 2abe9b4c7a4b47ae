import { demoEdges } from '../demo-edges.js';
import { demoMembers } from '../people/demo-people.js';
import type { ActivitySketch } from './activity-sketch.js';

const { ada, omar, uma, rosa } = demoMembers;

/** What Ada's walking club does; most of it is unusual in one way. */
export const hillwalkingSketches: readonly ActivitySketch[] = [
  {
    name: demoEdges.waitingListActivity,
    title: 'Ridge walk to the old reservoir',
    summary: 'Fourteen kilometres, one steep hour, long views. One minibus, so sixteen places.',
    kind: 'SPORT',
    status: 'PUBLISHED',
    place: 'Meet at the Sports Centre, main door',
    at: [5, 9],
    capacity: 16,
    demand: 22,
    fixed: [
      { memberId: ada.memberId, rank: 18 },
      { memberId: rosa.memberId, rank: 4 },
    ],
  },
  {
    name: demoEdges.overfullActivity,
    title: 'Map and compass afternoon',
    summary: 'Learn to find your way without a telephone, then find the café.',
    kind: 'SPORT',
    status: 'PUBLISHED',
    place: 'Observatory Hill',
    at: [9, 13],
    capacity: 24,
    demand: 28,
    seatsGiven: 30,
    fixed: [{ memberId: uma.memberId, rank: 9 }],
  },
  {
    name: demoEdges.appealWonActivity,
    title: 'Sunrise walk',
    summary: 'Up early, up high, back for lectures. Head torches can be borrowed.',
    kind: 'SPORT',
    status: 'REPORTED',
    place: 'Meet at the Sports Centre, main door',
    at: [-24, 6],
    capacity: 20,
    demand: 17,
    fixed: [{ memberId: ada.memberId, rank: 1, outcome: 'ATTENDED_ON_APPEAL' }],
  },
  {
    name: demoEdges.cancelledActivity,
    title: 'Winter skills weekend',
    summary: 'Cancelled because of the weather warning; deposits are paid back.',
    kind: 'SPORT',
    status: 'CANCELLED',
    place: 'Meet at the Sports Centre, main door',
    at: [7, 8],
    capacity: 12,
    demand: 15,
    fixed: [{ memberId: ada.memberId, rank: 7 }],
  },
];

/** What the network of international students does. */
export const internationalSketches: readonly ActivitySketch[] = [
  {
    title: 'Cooking together: soups of six countries',
    summary: 'Vegetarian, halal and gluten-free pots. Bring a spoon and a story.',
    kind: 'SOCIAL',
    status: 'PUBLISHED',
    place: 'Student Kitchen, North Village',
    at: [6, 18],
    capacity: 36,
    demand: 30,
    fixed: [
      { memberId: ada.memberId, rank: 4 },
      { memberId: omar.memberId, rank: 8 },
    ],
  },
  {
    title: 'Renting without tears',
    summary: 'Deposits, contracts and repairs, explained by the housing advisers. In English and 中文.',
    kind: 'MEETING',
    status: 'REPORTED',
    place: 'International Lounge',
    at: [-52, 17],
    demand: 58,
    fixed: [
      { memberId: ada.memberId, rank: 12 },
      { memberId: uma.memberId, rank: 20 },
    ],
  },
  {
    title: 'Language café',
    summary: 'Eight tables, eight languages, change when the bell rings.',
    kind: 'SOCIAL',
    status: 'REPORTED',
    place: 'Garden Café',
    at: [-17, 16],
    capacity: 48,
    demand: 40,
    fixed: [{ memberId: ada.memberId, rank: 6, outcome: 'CANCELLED' }],
  },
];
