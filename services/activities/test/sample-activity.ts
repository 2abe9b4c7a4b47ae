import type { Id } from '@guildhall/kernel';
import type { Activity } from '../src/activity/activity.js';
import { completeFacts } from '../src/activity/risk.js';

/** A published activity of 20 places with nothing unusual about it. */
export const sampleActivity: Activity = {
  id: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  groupId: '018f0000-0000-7000-8000-000000000002' as Id<'Group'>,
  organiserId: '018f0000-0000-7000-8000-000000000003' as Id<'Member'>,
  team: [],
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'PUBLISHED',
  statusReason: undefined,
  place: 'Union Hall',
  venueId: undefined,
  startsAt: new Date('2026-11-02T18:00:00.000Z'),
  endsAt: new Date('2026-11-02T21:00:00.000Z'),
  registrationOpensAt: new Date('2026-10-20T18:00:00.000Z'),
  registrationClosesAt: new Date('2026-11-02T17:00:00.000Z'),
  capacity: 20,
  facts: completeFacts({ expectedAttendees: 20 }),
  riskTier: 0,
  rulesVersion: 1,
  publishedAt: new Date('2026-10-10T18:00:00.000Z'),
  postponedAt: undefined,
  report: undefined,
  version: 1,
};
