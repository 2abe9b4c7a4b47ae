import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { RecallAction, RecallCardAction } from './recall-card.js';

/** Whose cards an actor may see; the repository turns this into SQL. */
export type RecallScope = { readonly own: Id<'Member'> | undefined; readonly everything: boolean };

/** What somebody remembers is theirs alone; the platform takes down what an attempt says of it. */
export function visibleCards(actor: Actor): RecallScope {
  return { own: memberOf(actor), everything: actor.kind === 'system' };
}

type Owned = { readonly memberId: Id<'Member'> };
const isOwner = (actor: Actor, { memberId }: Owned): boolean => isMember(actor, memberId);

/** One line per right over a card and over reviewing as a whole. */
const rights: Readonly<Record<RecallCardAction | RecallAction, (actor: Actor, owned: Owned) => boolean>> = {
  ANSWER: isOwner,
  RATE: isOwner,
  PAUSE: isOwner,
  RESUME: isOwner,
  CHANGE_SETTINGS: isOwner,
};

/** Who may do what with cards and settings. */
export const recallPolicy = {
  can: (actor: Actor, action: RecallCardAction | RecallAction, owned: Owned): boolean => rights[action](actor, owned),
};
