import type { Id } from '@guildhall/kernel';
import type { Activity } from '../src/activity/activity.js';
import { completeFacts } from '../src/activity/risk.js';
import { groupId, memberIds } from './personas.js';

const startsAt = new Date('2026-10-12T18:00:00.000Z');

/** An activity whose organising the pure tests are about: three hours in a week's time, drafted by ada. */
export const testActivity: Activity = {
  id: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  groupId,
  organiserId: memberIds.ada,
  team: [],
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'DRAFT',
  statusReason: undefined,
  place: 'Union Hall',
  venueId: undefined,
  startsAt,
  endsAt: new Date(startsAt.getTime() + 3 * 3_600_000),
  registrationOpensAt: new Date('2026-10-05T09:00:00.000Z'),
  registrationClosesAt: startsAt,
  capacity: 20,
  facts: completeFacts({ expectedAttendees: 20 }),
  riskTier: 0,
  rulesVersion: 1,
  publishedAt: undefined,
  postponedAt: undefined,
  report: undefined,
  version: 1,
};
