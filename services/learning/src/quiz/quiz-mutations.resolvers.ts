import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { QuizSettingsInput, Resolvers } from '../generated/graphql.js';
import { readSentQuestion } from '../question/question-input.js';
import type { QuizSettings } from './quiz.js';

/** The mutations of quizzes. */
export const quizMutations: Resolvers = {
  Mutation: {
    draftQuizVersion: async (_root, { input: { stepId, settings, questions } }, { actor, learning }) =>
      toResult(
        'DraftQuizVersionSuccess',
        await learning.draftQuizVersion(actor, {
          stepId: toId(stepId),
          settings: readSettings(settings),
          questions: questions.map(readSentQuestion),
        }),
        (quizVersion) => ({ quizVersion }),
      ),
    editQuizVersion: async (_root, { input: { quizVersionId, settings, questions } }, { actor, learning }) =>
      toResult(
        'EditQuizVersionSuccess',
        await learning.editQuizVersion(actor, {
          quizVersionId: toId(quizVersionId),
          settings: readSettings(settings),
          questions: questions.map(readSentQuestion),
        }),
        (quizVersion) => ({ quizVersion }),
      ),
    submitQuizVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SubmitQuizVersionSuccess',
        await learning.submitQuizVersion(actor, { quizVersionId: toId(input.quizVersionId) }),
        (quizVersion) => ({ quizVersion }),
      ),
    sendBackQuizVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SendBackQuizVersionSuccess',
        await learning.sendBackQuizVersion(actor, { quizVersionId: toId(input.quizVersionId) }),
        (quizVersion) => ({ quizVersion }),
      ),
    publishQuizVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'PublishQuizVersionSuccess',
        await learning.publishQuizVersion(actor, { quizVersionId: toId(input.quizVersionId) }),
        (quizVersion) => ({ quizVersion }),
      ),
    retireQuizVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'RetireQuizVersionSuccess',
        await learning.retireQuizVersion(actor, { quizVersionId: toId(input.quizVersionId) }),
        (quizVersion) => ({ quizVersion }),
      ),
  },
};

function readSettings({ timeLimitMinutes, ...settings }: QuizSettingsInput): QuizSettings {
  return { ...settings, timeLimitMinutes: timeLimitMinutes ?? undefined };
}
