import type { EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { createCompanyRepository } from './company.repository.js';

/** Learns when activities are, so that asks for company end with them. */
export const companyHandlers: EventHandlers = {
  async ActivityScheduled(manager, { data: { activityId, startsAt, endsAt, isOpen } }) {
    await createCompanyRepository(manager).noteActivity({
      activityId: toId(activityId),
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      isOpen,
    });
  },
};
