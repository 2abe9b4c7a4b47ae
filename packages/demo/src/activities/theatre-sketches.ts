import { demoMembers } from '../people/demo-people.js';
import type { ActivitySketch } from './activity-sketch.js';
import { demoActivities } from './demo-activities.js';

const { ada, omar, uma, rosa } = demoMembers;

/** What Omar's society does, in every state that an organiser works with. */
export const theatreSketches: readonly ActivitySketch[] = [
  {
    title: 'Ten-minute plays: new writing night',
    summary: 'Six short plays by members, read on their feet. We are still choosing them: send yours in.',
    kind: 'CULTURAL_PERFORMANCE',
    status: 'DRAFT',
    place: 'Drill Hall Theatre',
    at: [40, 19],
    capacity: 120,
  },
  {
    title: 'All-night film marathon',
    summary: 'Five films chosen by vote, breakfast included. Warden and first aider on site.',
    kind: 'SOCIAL',
    status: 'SUBMITTED',
    place: 'Arts Building, Lecture Theatre 1',
    at: [33, 20],
    capacity: 180,
  },
  {
    title: 'Street theatre by the market',
    summary: 'Twenty minutes of masks and music for whoever walks past.',
    kind: 'CULTURAL_PERFORMANCE',
    status: 'CHANGES_REQUESTED',
    place: 'Riverside Community Centre',
    at: [26, 12],
    capacity: 40,
  },
  {
    name: demoActivities.tonight,
    title: 'Open rehearsal: scenes in two languages',
    summary: 'Watch us work, or join in. Scenes in English and Arabic with surtitles.',
    kind: 'CULTURAL_PERFORMANCE',
    status: 'PUBLISHED',
    place: 'Drill Hall Theatre',
    at: [1, 18],
    capacity: 60,
    demand: 44,
    fixed: [
      { memberId: ada.memberId, rank: 2 },
      { memberId: rosa.memberId, rank: 5 },
    ],
  },
  {
    name: demoActivities.stageTraining,
    title: 'Stage and lighting safety training',
    summary: 'Ladders, cables, lamps and what to do when one fails. Counts towards the event crew path.',
    kind: 'TRAINING',
    status: 'PUBLISHED',
    place: 'Drill Hall Theatre',
    at: [3, 17],
    capacity: 24,
    demand: 20,
    fixed: [{ memberId: ada.memberId, rank: 0 }],
  },
  {
    title: 'Improvised theatre night',
    summary: 'No script, no experience needed, no filming.',
    kind: 'SOCIAL',
    status: 'COMPLETED',
    place: 'Union Building, The Basement',
    at: [-6, 19],
    capacity: 50,
    demand: 42,
    fixed: [
      { memberId: ada.memberId, rank: 3 },
      { memberId: omar.memberId, rank: 6 },
    ],
  },
  {
    title: 'Student short-film screening',
    summary: 'Eleven films under eight minutes, and the people who made them.',
    kind: 'CULTURAL_PERFORMANCE',
    status: 'REPORTED',
    place: 'Arts Building, Lecture Theatre 1',
    at: [-41, 18],
    capacity: 150,
    demand: 118,
    fixed: [
      { memberId: ada.memberId, rank: 10 },
      { memberId: uma.memberId, rank: 14 },
    ],
  },
];
