import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Activity } from '../activity/activity.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { Registration } from '../registration/registration.js';
import { mayAnswer, questionActions, questionPolicy } from './question.policy.js';

/** Resolvers of the noun Question, and of what it adds to Activity and Registration. */
export const questionResolvers: Resolvers = {
  Mutation: {
    askQuestions: async (_root, { input: { activityId, questions } }, { actor, activities }) =>
      toResult(
        'AskQuestionsSuccess',
        await activities.askQuestions(actor, {
          activityId: toId(activityId),
          questions: questions.map(({ id, options, ...question }) => ({
            ...question,
            id: id ?? undefined,
            options: options ?? [],
          })),
        }),
        (activity) => ({ activity }),
      ),
    answerQuestions: async (_root, { input: { registrationId, answers } }, { actor, activities }) =>
      toResult(
        'AnswerQuestionsSuccess',
        await activities.answerQuestions(actor, { registrationId: toId(registrationId), answers }),
        (registration) => ({ registration }),
      ),
  },
  Activity: {
    questions: ({ id }, _args, { loaders }) => loaders.questions.load(id),
    questionActions: (activity, _args, { actor, now }) => questionActions(actor, activity, now),
  },
  Question: {
    tally: async ({ id, activityId, kind }, _args, { actor, loaders }) => {
      const activity = await loaders.activities.load(activityId);
      if (activity === undefined || kind === 'TEXT' || !questionPolicy.canReadAnswers(actor, activity)) return null;
      return loaders.answerTallies.load(id);
    },
  },
  QuestionAnswer: {
    question: async ({ activityId, questionId }, _args, { loaders }) => {
      const question = (await loaders.questions.load(activityId)).find(({ id }) => id === questionId);
      if (question === undefined) throw new Error('an answer names a question of its activity');
      return question;
    },
  },
  Registration: {
    answers: async (registration, _args, context) => {
      const activity = await activityOf(registration, context);
      if (!questionPolicy.canSee(context.actor, { registration, activity })) return null;
      return context.loaders.answers.load(registration.id);
    },
    canChangeAnswers: async (registration, _args, context) =>
      mayAnswer(context.actor, { registration, activity: await activityOf(registration, context) }, context.now),
  },
};

/** Whoever sees a registration sees its activity: one is only ever made for what was published. */
async function activityOf({ activityId }: Registration, { loaders }: Pick<Context, 'loaders'>): Promise<Activity> {
  const activity = await loaders.activities.load(activityId);
  if (activity === undefined) throw new Error('a registration names an activity that was published');
  return activity;
}
