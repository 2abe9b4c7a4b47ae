import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { isStudentOf } from '../sealing/viewer.js';
import { asSeenByStudent, caseLifecycle, type Case } from './case.js';
import { stageLifecycle } from './stage.js';
import { casePolicy } from './case.policy.js';
import { casePlaces } from './place.js';

const words =
  (place: string) =>
  async ({ id }: Case, _args: unknown, { loaders }: Context): Promise<string | null> =>
    (await loaders.words.load({ caseId: id, place })) ?? null;

/** Resolvers of the noun Case, for its student and the assigned worker. */
export const caseResolvers: Resolvers = {
  Query: {
    case: (_root, { id }, { viewer, read }) => read.cases.findVisible(viewer, toId(id)),
  },
  Mutation: {
    openCase: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'OpenCaseSuccess',
        await advocacy.openCase(actor, {
          ...input,
          otherParties: input.otherParties ?? [],
          isInDanger: input.isInDanger ?? false,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (item) => ({ case: item }),
      ),
    postCaseMessage: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PostCaseMessageSuccess',
        await advocacy.postCaseMessage(actor, {
          ...input,
          caseId: toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (message) => ({ message }),
      ),
    awaitStudent: async (_root, { input }, { actor, advocacy }) =>
      toResult('AwaitStudentSuccess', await advocacy.awaitStudent(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
    advanceCase: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AdvanceCaseSuccess',
        await advocacy.advanceCase(actor, {
          caseId: toId(input.caseId),
          stage: input.stage,
          procedureDeadline: input.procedureDeadline ?? undefined,
        }),
        (item) => ({ case: item }),
      ),
    recordOutcome: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RecordOutcomeSuccess',
        await advocacy.recordOutcome(actor, { ...input, caseId: toId(input.caseId) }),
        (item) => ({ case: item }),
      ),
    closeCase: async (_root, { input }, { actor, advocacy }) =>
      toResult('CloseCaseSuccess', await advocacy.closeCase(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
    withdrawCase: async (_root, { input }, { actor, advocacy }) =>
      toResult('WithdrawCaseSuccess', await advocacy.withdrawCase(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
    reopenCase: async (_root, { input }, { actor, advocacy }) =>
      toResult('ReopenCaseSuccess', await advocacy.reopenCase(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
  },
  Viewer: {
    cases: (_viewer, page, { viewer, read }) =>
      viewer.self === undefined ? null : read.cases.pageOwn(viewer, readPageRequest(page, ['whole', 'instant', 'id'])),
  },
  Case: {
    status: (item, _args, { viewer }) => (isStudentOf(viewer, item) ? asSeenByStudent(item) : item).status,
    assignee: ({ assignee }) => assignee ?? null,
    narrative: words(casePlaces.narrative),
    contactName: words(casePlaces.contactName),
    otherParties: async ({ id }, _args, { loaders }) => {
      const names = await loaders.words.load({ caseId: id, place: casePlaces.otherParties });
      return names === undefined ? null : (JSON.parse(names) as string[]);
    },
    outcomeSummary: words(casePlaces.outcome),
    deadlines: ({ id }, _args, { loaders }) => loaders.deadlinesOf.load(id),
    messages: ({ id }, page, { viewer, read }) =>
      read.cases.pageMessages(viewer, id, readPageRequest(page, ['instant', 'id'])),
    referrals: ({ id }, _args, { loaders }) => loaders.referralsOfCase.load(id),
    viewerActions: (item, _args, { viewer, now }) => {
      const seen = isStudentOf(viewer, item) ? asSeenByStudent(item) : item;
      const canAdvance = casePolicy.can(viewer, 'ADVANCE', item) && stageLifecycle.can('ADVANCE', item, now);
      const actions = viewerActions(caseLifecycle, seen, now, (action) => casePolicy.can(viewer, action, item));
      return [...actions, ...(canAdvance ? (['ADVANCE'] as const) : [])];
    },
  },
  CaseMessage: {
    body: async ({ id, caseId }, _args, { loaders }) =>
      (await loaders.words.load({ caseId, place: casePlaces.message(id) })) ?? null,
  },
  Deadline: {
    isLate: ({ dueAt, metAt }, _args, { now }) => (metAt ?? now) > dueAt,
  },
};
