import { registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** Whose copies an actor may ask for and collect: their own, with or without the rights of a member, and nobody else's. */
export const dataExportPolicy = {
  subjectOf: (actor: Actor): MemberId | undefined => registeredMemberOf(actor),
};
