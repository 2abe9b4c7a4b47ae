import { bindUseCases } from '@guildhall/subgraph';
import { endAppointment } from './appointment/use-cases/end-appointment.js';
import { grantAppointment } from './appointment/use-cases/grant-appointment.js';
import type { Deps } from './deps.js';
import { appointToPosition } from './group/use-cases/appoint-to-position.js';
import { joinGroup } from './group/use-cases/join-group.js';
import { leaveGroup } from './group/use-cases/leave-group.js';
import { proposeGroup } from './group/use-cases/propose-group.js';
import { updateProfile } from './member/use-cases/update-profile.js';

/** Every mutation of this service, ready to call with an actor and an input. */
export type UseCases = ReturnType<typeof createUseCases>;

/** Gives every use case what it works with. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    appointToPosition,
    endAppointment,
    grantAppointment,
    joinGroup,
    leaveGroup,
    proposeGroup,
    updateProfile,
  });
}
