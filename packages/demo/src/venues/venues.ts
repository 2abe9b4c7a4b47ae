import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';

/** A venue of the demo union. `openingHours` are `08:00` to `23:30` on every day unless it is said otherwise. */
export type DemoVenue = {
  readonly id: Id<'Venue'>;
  readonly name: string;
  readonly place: string;
  readonly capacity: number;
  readonly accessFeatures: readonly string[];
  readonly bookedBy: 'GROUP_OFFICERS' | 'UNION_OFFICERS';
  readonly opensAt: string;
  readonly closesAt: string;
};

/** Equipment of the demo union. */
export type DemoEquipment = {
  readonly id: Id<'Equipment'>;
  readonly name: string;
  readonly place: string;
  readonly quantity: number;
  readonly bookedBy: 'GROUP_OFFICERS' | 'UNION_OFFICERS';
};

const venue = (name: string, place: string, capacity: number, more: Partial<DemoVenue>): DemoVenue => ({
  id: fixedId<'Venue'>(`venue/${name}`),
  name,
  place,
  capacity,
  accessFeatures: ['STEP_FREE', 'ACCESSIBLE_TOILET'],
  bookedBy: 'GROUP_OFFICERS',
  opensAt: '08:00',
  closesAt: '23:30',
  ...more,
});

const full = [
  'STEP_FREE',
  'HEARING_LOOP',
  'ACCESSIBLE_TOILET',
  'GENDER_NEUTRAL_TOILET',
  'SIGN_INTERPRETER',
  'RESERVED_SEATING',
];

/** The rooms that groups book most; their names are the places that demo activities name. */
export const demoVenues: readonly DemoVenue[] = [
  venue('Union Building, Great Hall', 'Ground floor, by the main door', 420, {
    accessFeatures: full,
    bookedBy: 'UNION_OFFICERS',
  }),
  venue('Drill Hall Theatre', 'Market Street 4', 160, {
    accessFeatures: [...full, 'LOW_SCENT'],
    bookedBy: 'UNION_OFFICERS',
  }),
  venue('Union Building, The Basement', 'Down the stairs by the bar', 90, {
    accessFeatures: ['GENDER_NEUTRAL_TOILET'],
  }),
  venue('Union Building, Room 2.14', 'Second floor, lift by the shop', 40, {
    accessFeatures: ['STEP_FREE', 'HEARING_LOOP', 'ACCESSIBLE_TOILET', 'QUIET_SPACE'],
  }),
  venue('Union Building, Committee Room', 'First floor', 18, { accessFeatures: ['STEP_FREE', 'QUIET_SPACE'] }),
  venue('Arts Building, Lecture Theatre 1', 'Arts Building, west wing', 220, {
    accessFeatures: ['STEP_FREE', 'HEARING_LOOP', 'ACCESSIBLE_TOILET', 'ACCESSIBLE_PARKING'],
    bookedBy: 'UNION_OFFICERS',
  }),
  venue('International Lounge', 'Union Building, first floor', 60, {
    accessFeatures: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'GENDER_NEUTRAL_TOILET'],
  }),
  venue('Chapel Hall', 'By the chapel', 120, { accessFeatures: ['STEP_FREE', 'HEARING_LOOP'], closesAt: '22:00' }),
  venue('Student Kitchen, North Village', 'North Village, house C', 24, { accessFeatures: ['STEP_FREE', 'LOW_SCENT'] }),
  venue('Sports Centre, Studio 2', 'Sports Centre, upper floor', 35, {
    accessFeatures: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'ACCESSIBLE_PARKING'],
    opensAt: '06:30',
  }),
];

const item = (name: string, place: string, quantity: number, bookedBy: DemoEquipment['bookedBy']): DemoEquipment => ({
  id: fixedId<'Equipment'>(`equipment/${name}`),
  name,
  place,
  quantity,
  bookedBy,
});

/** What groups borrow for an evening. */
export const demoEquipment: readonly DemoEquipment[] = [
  item('Portable hearing loop', 'Reception of the union', 2, 'GROUP_OFFICERS'),
  item('Projector', 'Reception of the union', 4, 'GROUP_OFFICERS'),
  item('Sound system', 'Basement store', 1, 'UNION_OFFICERS'),
  item('Folding table', 'Basement store', 30, 'GROUP_OFFICERS'),
  item('Gazebo', 'Sports Centre store', 6, 'GROUP_OFFICERS'),
];
