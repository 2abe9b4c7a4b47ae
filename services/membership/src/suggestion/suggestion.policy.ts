import { memberOf, type Actor } from '@guildhall/kernel';

/** Who may do what with suggestions. */
export const suggestionPolicy = {
  /** Active members are shown suggestions of their own, and dismiss these. */
  canDismiss: (actor: Actor): boolean => memberOf(actor) !== undefined,
};
