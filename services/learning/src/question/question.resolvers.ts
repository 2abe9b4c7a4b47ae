import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the noun Question, as it is written and as it is asked. */
export const questionResolvers: Resolvers = {
  QuizQuestion: {
    resource: async ({ resourceId }, _args, { loaders }) =>
      resourceId === undefined ? null : ((await loaders.resources.load(resourceId)) ?? null),
    figures: (question, _args, { loaders }) => loaders.questionFigures.load(question),
  },
  AskedQuestion: {
    kind: ({ question }) => question.kind,
    prompt: ({ question }) => question.prompt,
    language: async ({ question }, _args, { loaders }) =>
      (await loaders.quizVersions.load(question.quizVersionId))?.language ?? null,
    choices: ({ question, order }) =>
      order.map((place, index) => ({ place: index + 1, text: question.choices[place]?.text ?? '' })),
    unit: ({ question }) => question.unit,
  },
  QuizAnswerOutcome: {
    resource: async ({ question: { resourceId } }, _args, { loaders }) =>
      resourceId === undefined ? null : ((await loaders.resources.load(resourceId)) ?? null),
  },
};
