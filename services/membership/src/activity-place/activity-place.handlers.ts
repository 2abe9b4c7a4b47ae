import type { EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { createActivityNeedsRepositories } from '../wiring/activity-needs.js';
import { createActivityPlaceRepository } from './activity-place.repository.js';

/** Learns who holds a place of which activity. A place that is given up ends what was shared for it. */
export const activityPlaceHandlers: EventHandlers = {
  async PlaceHeld(manager, { data: { registrationId, activityId, memberId, isHeld, changedAt } }) {
    await createActivityPlaceRepository(manager).note({
      registrationId,
      activityId: toId(activityId),
      memberId: toId(memberId),
      isHeld,
      changedAt: new Date(changedAt),
    });
    if (isHeld) return;
    const { activityNeeds } = createActivityNeedsRepositories(manager);
    await activityNeeds.endConsents(toId(activityId), toId(memberId), new Date(changedAt));
  },
};
