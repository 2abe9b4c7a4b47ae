import type { EventData } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { createActivityNeedsRepositories } from '../wiring/activity-needs.js';

/** Writes down what the activities service tells of an activity, for the sake of what people need at it. */
export async function noteOccasion(manager: EntityManager, told: EventData<'ActivityScheduled'>): Promise<void> {
  await createActivityNeedsRepositories(manager).activityNeeds.note({
    activityId: toId(told.activityId),
    groupId: told.groupId === undefined ? undefined : toId(told.groupId),
    endsAt: new Date(told.endsAt),
    isOpen: told.isOpen,
    accessFeatures: told.accessFeatures,
    organiserIds: (told.teamIds ?? []).map((id) => toId<'Member'>(id)),
    welfareLeadIds: (told.welfareLeadIds ?? []).map((id) => toId<'Member'>(id)),
  });
}
