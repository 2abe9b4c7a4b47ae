import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { checkableLessons, lessonPolicy } from './lesson.policy.js';
import { canHaveLesson, lessonLifecycle } from './lesson.js';

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
        (lesson) => ({ lesson }),
      ),
  },
  Case: {
    canProposeLesson: (item, _args, { viewer }) => lessonPolicy.canPropose(viewer, item) && canHaveLesson(item),
    lesson: async ({ id }, _args, { loaders }) => (await loaders.lessonOf.load(id)) ?? null,
  },
  LessonDraft: {
    returnReason: ({ returnReason }) => returnReason ?? null,
    viewerActions: async (lesson, _args, { viewer, loaders, now }) => {
      const file = lesson.caseId === undefined ? null : await loaders.fileOf.load(lesson.caseId);
      const canPropose = file !== null && lessonPolicy.canPropose(viewer, file) && canHaveLesson(file);
      return [
        ...viewerActions(lessonLifecycle, lesson, now, (action) =>
          action === 'PROPOSE' ? canPropose : checkableLessons(viewer).all && file === null,
        ),
      ];
    },
  },
};
