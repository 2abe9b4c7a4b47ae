import type { Id } from '@guildhall/kernel';
import type { Host } from '../src/host/host.js';
import type { HoursClaim } from '../src/hours-claim/hours-claim.js';
import type { Opportunity } from '../src/opportunity/opportunity.js';
import type { Shift } from '../src/shift/shift.js';
import type { Signup } from '../src/signup/signup.js';
import { groupId, memberIds } from './personas.js';

/** The instant the shift of these things begins. */
export const shiftStart = new Date('2026-10-05T09:00:00.000Z');
const end = new Date('2026-10-05T11:00:00.000Z');
const id = <Kind extends string>(last: number) => `018f0000-0000-7000-8000-0000000000c${last}` as Id<Kind>;

/** A host that is the group of the personas. */
export const host: Host = {
  id: id<'ServiceHost'>(1),
  name: 'Riverside Food Bank',
  about: 'Sorts food and brings it to people.',
  link: undefined,
  groupId,
  contactId: undefined,
  status: 'ACTIVE',
  version: 1,
};

/** An open opportunity of it, which rosa drafted. */
export const opportunity: Opportunity = {
  id: id<'Opportunity'>(2),
  hostId: host.id,
  title: 'Sorting on Saturdays',
  summary: 'Sort what was given, and pack boxes.',
  kind: 'FOOD',
  place: 'Riverside 4',
  skills: [],
  languages: ['en'],
  access: [],
  isAdultsOnly: false,
  asksHost: false,
  status: 'OPEN',
  statusReason: undefined,
  draftedBy: memberIds.rosa,
  vettedBy: memberIds.uma,
  vettedAt: shiftStart,
  vettingChecks: ['PARTNER_KNOWN', 'SAFEGUARDING'],
  vettingNote: undefined,
  openedAt: shiftStart,
  version: 1,
};

/** A shift of two hours. */
export const shift: Shift = {
  id: id<'Shift'>(3),
  opportunityId: opportunity.id,
  startsAt: shiftStart,
  endsAt: end,
  meetingPoint: 'At the back door.',
  isHard: false,
  status: 'PLANNED',
  statusReason: undefined,
  version: 1,
};

/** Ada's place in it. */
export const signup: Signup = {
  id: id<'ShiftSignup'>(4),
  shiftId: shift.id,
  roleId: id<'ShiftRole'>(5),
  memberId: memberIds.ada,
  status: 'ACCEPTED',
  startsAt: shiftStart,
  endsAt: end,
  swapToId: undefined,
  swapFromId: undefined,
  askedAt: shiftStart,
  recordedBy: undefined,
  rulesVersion: 1,
  version: 1,
};

/** Ada's claim of its hours. */
export const claim: HoursClaim = {
  id: id<'HoursClaim'>(6),
  memberId: memberIds.ada,
  hostId: host.id,
  signupId: signup.id,
  workedFrom: shiftStart,
  workedTo: end,
  minutes: 120,
  what: 'Sorting on Saturdays',
  evidence: undefined,
  evidenceLink: undefined,
  longerBecause: undefined,
  status: 'SUBMITTED',
  statusReason: undefined,
  draftedAt: end,
  submittedAt: end,
  decidedBy: undefined,
  decidedAt: undefined,
  rulesVersion: 2,
  version: 1,
};
