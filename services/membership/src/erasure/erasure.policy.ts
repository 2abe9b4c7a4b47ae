import { hasAppointment, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { Erasure, ErasureAction } from './erasure.js';

const isOwn = (actor: Actor, erasure: Erasure): boolean => registeredMemberOf(actor) === erasure.memberId;

const rights: Readonly<Record<ErasureAction, (actor: Actor, erasure: Erasure) => boolean>> = {
  CANCEL: isOwn,
  CARRY_OUT: (actor) => actor.kind === 'system',
};

/** Who may ask for an erasure, change their mind, and see that it was done. */
export const erasurePolicy = {
  can: (actor: Actor, action: ErasureAction, erasure: Erasure): boolean => rights[action](actor, erasure),
  /** Whom the actor may have erased: themselves, with or without the rights of a member, and nobody else. */
  subjectOf: (actor: Actor): MemberId | undefined => registeredMemberOf(actor),
  /** Receipts name nobody; who keeps the register sees whether every service did its part. */
  canSeeReceipts: (actor: Actor): boolean => hasAppointment(actor, 'ADMIN'),
};
