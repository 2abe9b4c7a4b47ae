import { hasAppointment, type Actor } from '@guildhall/kernel';

const isAdmin = (actor: Actor): boolean => hasAppointment(actor, 'ADMIN');

/** Who may have records built again, and see how it went: whoever keeps the platform running. No record is shown by it. */
export const rebuildPolicy = { canSee: isAdmin, canStart: isAdmin };
