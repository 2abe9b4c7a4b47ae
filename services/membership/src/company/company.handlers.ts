import type { EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { noteOccasion } from '../activity-needs/note-occasion.handler.js';
import { createCompanyRepository } from './company.repository.js';

/** Learns when activities are, so that asks for company end with them, and who plans them for whom. */
export const companyHandlers: EventHandlers = {
  async ActivityScheduled(manager, { data }) {
    const { activityId, startsAt, endsAt, isOpen } = data;
    await createCompanyRepository(manager).noteActivity({
      activityId: toId(activityId),
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      isOpen,
    });
    await noteOccasion(manager, data);
  },
};
