import { memberOf, type Actor, type Id } from '@guildhall/kernel';
import { isReviewer } from '../review/reviewer.js';

/** Whose questions an actor may read with their right answers; the repository turns this into SQL. */
export type QuestionScope = {
  readonly own: Id<'Member'> | undefined;
  readonly others: boolean;
  readonly everything: boolean;
};

/**
 * Questions are read with their answers by whoever writes or reviews them, and by the platform, which draws and judges. In
 * the middle of an attempt nobody reads the questions of that quiz.
 */
export function visibleQuestions(actor: Actor): QuestionScope {
  return { own: memberOf(actor), others: isReviewer(actor), everything: actor.kind === 'system' };
}
