import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { AttemptAction, QuizAttempt } from './attempt.js';

/** Which attempts an actor may see; the repository turns this into SQL. */
export type AttemptScope = { readonly own: Id<'Member'> | undefined; readonly everything: boolean };

/** Attempts are seen by whoever made them alone; authors see figures. */
export function visibleAttempts(actor: Actor): AttemptScope {
  return { own: memberOf(actor), everything: actor.kind === 'system' };
}

const isTaker = (actor: Actor, { memberId }: QuizAttempt): boolean => isMember(actor, memberId);

/** One line per right over an attempt. */
const rights: Readonly<Record<AttemptAction, (actor: Actor, attempt: QuizAttempt) => boolean>> = {
  ANSWER: isTaker,
  FINISH: isTaker,
  RUN_OUT: (actor) => actor.kind === 'system',
};

/** Who may do what with an attempt. */
export const attemptPolicy = {
  can: (actor: Actor, action: AttemptAction, attempt: QuizAttempt): boolean => rights[action](actor, attempt),
};
