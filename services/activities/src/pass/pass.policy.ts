import { isMember, type Actor } from '@guildhall/kernel';
import type { Registration } from '../registration/registration.js';

/** Who may do what with the passes of a registration. */
export const passPolicy = {
  /** A pass is for its holder alone: nobody else sees it, and nobody else makes it worthless by asking. */
  canHold: (actor: Actor, { memberId }: Registration): boolean => isMember(actor, memberId),
};
