import type { Actor } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { KnownToQuestions, QuestionDraft } from '../../question/question.js';
import type { QuizId } from '../quiz.js';
import { quizPolicy } from '../quiz.policy.js';

/** What questions of a quiz may refer to: resources in the library, and questions of its versions; nothing for actors who may not write quizzes. */
export async function knownToQuestions(
  { resources, questions }: Pick<Repositories, 'resources' | 'questions'>,
  actor: Actor,
  { quizId, drafts }: { readonly quizId: QuizId; readonly drafts: readonly QuestionDraft[] },
): Promise<KnownToQuestions> {
  if (!quizPolicy.can(actor, 'DRAFT_VERSION')) return { resources: new Set(), keys: new Set() };
  const ids = drafts.flatMap(({ resourceId }) => (resourceId === undefined ? [] : [resourceId]));
  const found = ids.length === 0 ? [] : await resources.listVisible(actor, ids);
  return {
    resources: new Set(found.filter(({ status }) => status === 'PUBLISHED').map(({ id }) => id)),
    keys: await questions.listKeys(quizId),
  };
}
