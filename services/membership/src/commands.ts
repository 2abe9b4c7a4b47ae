import { systemActor } from '@guildhall/kernel';
import type { ServiceKit } from '@guildhall/subgraph';
import { createRepositories } from './app.js';
import type { AppointmentId, Grant } from './appointment/appointment.js';
import { endAppointment } from './appointment/use-cases/end-appointment.js';
import { grantAppointment } from './appointment/use-cases/grant-appointment.js';
import type { Deps } from './deps.js';
import { importMembers, type Roll } from './member/use-cases/import-members.js';

export { isProposed } from './appointment/appointment.js';
export { rollFields, type RefusedRow, type RollField, type RollRow } from './member/roll.js';
export type { RollReport } from './member/use-cases/import-members.js';

/** What whoever runs the platform does from the command line, through the same use cases as everybody else. */
export type MembershipCommands = ReturnType<typeof createCommands>;

/** Commands over a database of this service, with or without a running platform. */
export function createCommands(kit: ServiceKit) {
  const deps: Deps = {
    clock: kit.clock,
    ids: kit.ids,
    campusZone: kit.campusZone,
    mail: undefined,
    ...kit.transactions((manager) => createRepositories(manager)),
  };
  const operator = systemActor('command-line');
  return {
    importMembers: (roll: Roll) => importMembers(deps, systemActor('import'), roll),
    grantAppointment: (grant: Grant) => grantAppointment(deps, operator, grant),
    endAppointment: (appointmentId: AppointmentId) => endAppointment(deps, operator, { appointmentId }),
    listAppointments: () =>
      createRepositories(kit.dataSource.manager).appointments.listInForce(operator, kit.clock.now()),
  };
}
