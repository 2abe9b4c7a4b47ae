import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { ActivityId } from '../activity.js';
import { announceSchedule } from './announce-schedule.js';

const actor = systemActor('announce-team');

/** Tells membership of a changed team of what is public and not over, so that a welfare lead who comes later sees needs and one who goes sees them no more. Call it after the change. */
export async function announceTeam(unit: Unit<Repositories>, activityId: ActivityId, now: Date): Promise<void> {
  const activity = await unit.activities.findVisibleLocked(actor, activityId);
  if (activity?.status === 'PUBLISHED' && now < activity.endsAt) await announceSchedule(unit, activity);
}
