import { hasAppointment, type Actor } from '@guildhall/kernel';

/** What can be done to a dead letter. */
export const deadLetterActions = ['RETRY', 'DISCARD'] as const;

/** One thing that can be done to a dead letter. */
export type DeadLetterAction = (typeof deadLetterActions)[number];

const isAdmin = (actor: Actor): boolean => hasAppointment(actor, 'ADMIN');

/** One line per right over dead letters: administrators keep the platform running and nobody else sees its inside. */
const rights: Readonly<Record<DeadLetterAction, (actor: Actor) => boolean>> = { RETRY: isAdmin, DISCARD: isAdmin };

/** Who may see and treat events that could not be applied. */
export const deadLetterPolicy = {
  canSee: isAdmin,
  can: (actor: Actor, action: DeadLetterAction): boolean => rights[action](actor),
};
