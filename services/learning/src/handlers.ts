import type { EventHandlers } from '@guildhall/events';
import { toId, type Clock } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Repositories } from './deps.js';
import { confirmAttendance, voidAttendance } from './enrolment/use-cases/apply-attendance.js';

/** What this service does when it hears from activities: attendance passes steps, its correction takes them back. */
export function createHandlers(repositories: (manager: EntityManager) => Repositories, clock: Clock): EventHandlers {
  return {
    async AttendanceConfirmed(manager, { data }) {
      const { activityKind } = data;
      const attendance = {
        activityKind,
        registrationId: toId<'Registration'>(data.registrationId),
        memberId: toId<'Member'>(data.memberId),
        attendedAt: new Date(data.attendedAt),
      };
      await confirmAttendance(repositories(manager), attendance, clock.now());
    },
    async AttendanceVoided(manager, { data }) {
      await voidAttendance(
        repositories(manager),
        { registrationId: toId(data.registrationId), memberId: toId(data.memberId) },
        clock.now(),
      );
    },
  };
}
