import { isMember, isUnionOfficer, memberOf, type Actor, type Id } from '@guildhall/kernel';
import { isReviewer, mayReview } from '../review/reviewer.js';
import type { QuizVersion, QuizVersionAction } from './quiz.js';
import type { QuizAction } from './standing.js';

/** Which versions of quizzes an actor may see; the repository turns this into SQL. */
export type QuizScope = { readonly own: Id<'Member'> | undefined; readonly unpublished: boolean };

/** That there is a quiz and how it is passed is public; the rest is for those who write and review. */
export function visibleQuizzes(actor: Actor): QuizScope {
  return { own: memberOf(actor), unpublished: actor.kind === 'system' || isReviewer(actor) };
}

const isAuthor = (actor: Actor, { authorId }: QuizVersion): boolean => isMember(actor, authorId);

/** One line per right over a version of a quiz: as with paths, review is by somebody who is not the author. */
const versionRights: Readonly<Record<QuizVersionAction, (actor: Actor, version: QuizVersion) => boolean>> = {
  EDIT: isAuthor,
  SUBMIT: isAuthor,
  SEND_BACK: mayReview,
  PUBLISH: mayReview,
  RETIRE: isUnionOfficer,
};

/** One line per right over a quiz: everybody learns, those who review write. */
const rights: Readonly<Record<QuizAction, (actor: Actor) => boolean>> = {
  START_ATTEMPT: (actor) => memberOf(actor) !== undefined,
  DRAFT_VERSION: isReviewer,
};

/** Who may do what with quizzes and their versions. */
export const quizPolicy = {
  can: (actor: Actor, action: QuizAction): boolean => rights[action](actor),
  canVersion: (actor: Actor, action: QuizVersionAction, version: QuizVersion): boolean =>
    versionRights[action](actor, version),
  /** Questions with their right answers are for whoever writes or reviews them, and for nobody in the middle of an attempt. */
  canReadQuestions: (actor: Actor, version: QuizVersion, hasOpenAttempt: boolean): boolean =>
    !hasOpenAttempt && (isAuthor(actor, version) || isReviewer(actor)),
};
