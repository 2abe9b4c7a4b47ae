import type { EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { createActivityPlaceRepository } from './activity-place.repository.js';

/** Learns who holds a place of which activity. */
export const activityPlaceHandlers: EventHandlers = {
  async PlaceHeld(manager, { data: { registrationId, activityId, memberId, isHeld, changedAt } }) {
    await createActivityPlaceRepository(manager).note({
      registrationId,
      activityId: toId(activityId),
      memberId: toId(memberId),
      isHeld,
      changedAt: new Date(changedAt),
    });
  },
};
