import { registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** An inbox and its settings are each person's own: nobody reads, marks or changes those of another. */
export const notificationPolicy = {
  /**
   * Whose inbox the actor may read and set up: their own, also while they apply, are suspended or have left, because that
   * is when they are told what was decided. Nobody's for who is not in the register.
   */
  ownInbox: (actor: Actor): MemberId | undefined => registeredMemberOf(actor),
  /** Whoever holds a link that we signed may stop the mail that it came with, signed in or not, and do nothing else. */
  canStopMail: (isSigned: boolean): boolean => isSigned,
};
