import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { RaiseRequest, RaiseRequestAction } from './raise-request.js';

/** A request and whose idea it is about. */
export type RaiseFile = { readonly request: RaiseRequest; readonly authorId: MemberId };

/** Whose requests an actor sees: those they made and those about their own ideas; the repository turns this into SQL. */
export function visibleRaiseRequests(actor: Actor): { readonly self: MemberId | undefined } {
  return { self: memberOf(actor) };
}

const isAuthor = (actor: Actor, { authorId }: RaiseFile): boolean => isMember(actor, authorId);

const rights: Readonly<Record<RaiseRequestAction, (actor: Actor, file: RaiseFile) => boolean>> = {
  AGREE: isAuthor,
  DECLINE: isAuthor,
  TAKE_BACK: isAuthor,
  RAISE: (actor, { request }) => isMember(actor, request.askedBy),
};

/** Who may do what to a request to raise an idea. */
export const raiseRequestPolicy = {
  can: (actor: Actor, action: RaiseRequestAction, file: RaiseFile): boolean => rights[action](actor, file),
} as const;
