import { hasAppointment, memberOf, type Actor } from '@guildhall/kernel';
import type { Member } from '../member/member.js';

/** Who may do what with settings of mutual help. */
export const helpSettingPolicy = {
  /** One's own. */
  canChange: (actor: Actor): boolean => memberOf(actor) !== undefined,
  /** Whoever keeps the register, and never about themselves. */
  canNoteMinor: (actor: Actor, { subject }: Pick<Member, 'subject'>): boolean =>
    hasAppointment(actor, 'ADMIN') && !(actor.kind === 'person' && actor.subject === subject),
};
