import type { Id } from '@guildhall/kernel';
import { writtenQuizzes, type WrittenQuestion } from '../corpus/quiz-questions.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';

/** A question of the demo union, with the ids it has in every union. */
export type DemoQuizQuestion = WrittenQuestion & { readonly id: Id<'Question'>; readonly key: Id<'QuestionKey'> };

/** The quiz behind the one QUIZ step of a path, as the learning service stores it. */
export type DemoQuiz = {
  readonly id: Id<'Quiz'>;
  readonly versionId: Id<'QuizVersion'>;
  readonly pathId: Id<'LearningPath'>;
  readonly drawCount: number;
  readonly passPercent: number;
  readonly minutes?: number;
  readonly authorId: Id<'Member'>;
  readonly reviewerId: Id<'Member'>;
  readonly questions: readonly DemoQuizQuestion[];
};

/** The quizzes of the demo union; they are the same for every anchor and size. Uma writes and Rosa reviews. */
export function planDemoQuizzes(): readonly DemoQuiz[] {
  return writtenQuizzes.map(({ slug, questions, ...quiz }) => ({
    ...quiz,
    id: fixedId<'Quiz'>(`quiz/${slug}`),
    versionId: fixedId<'QuizVersion'>(`quiz/${slug}/1`),
    pathId: fixedId<'LearningPath'>(`path/${slug}`),
    authorId: demoMembers.uma.memberId,
    reviewerId: demoMembers.rosa.memberId,
    questions: questions.map((question, index) => ({
      ...question,
      id: fixedId<'Question'>(`quiz/${slug}/1/${index + 1}`),
      key: fixedId<'QuestionKey'>(`quiz/${slug}/${index + 1}`),
    })),
  }));
}

/** The quiz Ada failed at first, three days ago; what she answered comes back to her. */
export const adasQuiz = fixedId<'Quiz'>('quiz/study-well');
