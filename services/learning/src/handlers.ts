import { createOutbox, type EventHandlers } from '@guildhall/events';
import { toId, type Clock, type IdSource } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Repositories } from './deps.js';
import { confirmAttendance, voidAttendance } from './enrolment/use-cases/apply-attendance.js';

/** What this service does when it hears from activities: attendance passes steps, its correction takes them back. */
export function createHandlers(
  repositories: (manager: EntityManager) => Repositories,
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): EventHandlers {
  const unit = (manager: EntityManager) => ({ ...repositories(manager), outbox: createOutbox(manager, clock, ids) });
  return {
    async AttendanceConfirmed(manager, { data }) {
      const { activityKind } = data;
      const attendance = {
        activityKind,
        registrationId: toId<'Registration'>(data.registrationId),
        memberId: toId<'Member'>(data.memberId),
        attendedAt: new Date(data.attendedAt),
      };
      await confirmAttendance(unit(manager), attendance, clock.now());
    },
    async AttendanceVoided(manager, { data }) {
      await voidAttendance(
        unit(manager),
        { registrationId: toId(data.registrationId), memberId: toId(data.memberId) },
        clock.now(),
      );
    },
  };
}
