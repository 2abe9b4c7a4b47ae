import { memberOf, type Actor } from '@guildhall/kernel';

/** Who may do what with files of the library. Who may fetch one follows from the versions that name it. */
export const resourceFilePolicy = {
  /** Whoever may write a resource may send a file for it. */
  canSend: (actor: Actor): boolean => memberOf(actor) !== undefined,
};
