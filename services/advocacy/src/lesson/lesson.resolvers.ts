import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of lessons. */
export const lessonResolvers: Resolvers = {
  Query: {
    lessons: (_root, page, { read }) => read.lessons.pagePublic(readPageRequest(page, ['instant', 'id'])),
    lessonsToCheck: (_root, page, { viewer, read }) =>
      read.lessons.pageWaiting(viewer, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    proposeLesson: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ProposeLessonSuccess',
        await advocacy.proposeLesson(actor, { ...input, caseId: toId(input.caseId) }),
        (lesson) => ({ lesson }),
      ),
    decideLesson: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DecideLessonSuccess',
        await advocacy.decideLesson(actor, {
          lessonId: toId(input.lessonId),
          returnReason: input.returnReason ?? undefined,
        }),
        ({ id }) => ({ lessonId: id }),
      ),
  },
  Case: {
    lesson: async ({ id }, _args, { loaders }) => (await loaders.lessonOf.load(id)) ?? null,
  },
  LessonDraft: {
    returnReason: ({ returnReason }) => returnReason ?? null,
  },
};
