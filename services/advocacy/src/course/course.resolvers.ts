import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Case } from '../case/case.js';
import type { Context } from '../context.js';
import { isKeptByWorker } from '../deadline/deadline.js';
import type { Resolvers } from '../generated/graphql.js';
import { canCourse, courseActions, stagesOf, type CourseAction } from './course.js';
import { coursePolicy } from './course.policy.js';
import { coursePlaces } from './place.js';

async function actionsOf(item: Case, { viewer, loaders }: Context): Promise<readonly CourseAction[]> {
  const granted = courseActions.filter((action) => coursePolicy.can(viewer, action, item));
  if (granted.length === 0) return [];
  const { reopenings } = await loaders.courseOf.load(item.id);
  const deadlines = await loaders.deadlinesOf.load(item.id);
  const facts = {
    isReopeningAsked: reopenings.some(({ decision }) => decision === undefined),
    hasOwedDate: deadlines.some((deadline) => isKeptByWorker(deadline) && deadline.metAt === undefined),
  };
  return granted.filter((action) => canCourse(action, item, facts));
}

const reopeningOf = async ({ id }: Case, _args: unknown, { loaders }: Context) =>
  (await loaders.courseOf.load(id)).reopenings.at(-1) ?? null;

/** Resolvers of the course of a case. */
export const courseResolvers: Resolvers = {
  Mutation: {
    recordCompletionLetter: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RecordCompletionLetterSuccess',
        await advocacy.recordCompletionLetter(actor, { ...input, caseId: toId(input.caseId) }),
        (item) => ({ case: item }),
      ),
    goFurther: async (_root, { input }, { actor, advocacy }) =>
      toResult('GoFurtherSuccess', await advocacy.goFurther(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
    askReopening: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AskReopeningSuccess',
        await advocacy.askReopening(actor, {
          ...input,
          caseId: toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (item) => ({ case: item }),
      ),
    decideReopening: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DecideReopeningSuccess',
        await advocacy.decideReopening(actor, { ...input, caseId: toId(input.caseId) }),
        (entry) => ({ entry }),
      ),
  },
  Case: {
    stages: async (item, _args, { loaders }) => [...stagesOf(item, (await loaders.courseOf.load(item.id)).stages)],
    completedAt: async ({ id }, _args, { loaders }) => (await loaders.courseOf.load(id)).completedAt ?? null,
    reopening: reopeningOf,
    courseActions: async (item, _args, context) => [...(await actionsOf(item, context))],
  },
  CaseQueueEntry: {
    reopening: reopeningOf,
    courseActions: async (item, _args, context) => [...(await actionsOf(item, context))],
  },
  CaseStageRecord: {
    endedAt: ({ endedAt }) => endedAt ?? null,
    outcome: ({ outcome }) => outcome ?? null,
    decidedAt: ({ decidedAt }) => decidedAt ?? null,
    redress: ({ redress }) => [...redress],
    summary: async ({ caseId, stage }, _args, { loaders }) =>
      (await loaders.words.load({ caseId, place: coursePlaces.outcome(stage) })) ?? null,
    deadlines: async ({ caseId, stage }, _args, { loaders }) =>
      (await loaders.deadlinesOf.load(caseId)).filter((deadline) => deadline.stage === stage),
  },
  ReopeningRequest: {
    statement: async ({ id, caseId }, _args, { loaders }) =>
      (await loaders.words.load({ caseId, place: coursePlaces.newFact(id) })) ?? null,
    decision: ({ decision }) => decision ?? null,
    decidedAt: ({ decidedAt }) => decidedAt ?? null,
  },
  ReopeningDecision: {
    decision: ({ decision }) => decision ?? null,
  },
};
