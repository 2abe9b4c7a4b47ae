import { hasAppointment, type Actor } from '@guildhall/kernel';
import type { EmergencyGuardian } from './guardian.js';

const isAdmin = (actor: Actor): boolean => hasAppointment(actor, 'ADMIN');

/** Who appoints guardians: an admin, who reads no case and is never their own guardian. */
export const guardianPolicy = {
  canList: isAdmin,
  canAppoint: (actor: Actor, subject: string): boolean =>
    isAdmin(actor) && actor.kind === 'person' && actor.subject !== subject.trim(),
  canEnd: (actor: Actor, { subject }: EmergencyGuardian): boolean =>
    isAdmin(actor) && actor.kind === 'person' && actor.subject !== subject,
};
