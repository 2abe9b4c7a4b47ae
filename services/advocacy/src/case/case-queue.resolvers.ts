import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { caseLifecycle } from './case.js';
import { casePolicy } from './case.policy.js';

/** Resolvers of the queue: cases without a word of them, for the advice manager and the case workers. */
export const caseQueueResolvers: Resolvers = {
  Query: {
    caseQueueEntry: (_root, { id }, { viewer, read }) => read.cases.findQueued(viewer, toId(id)),
    caseQueue: (_root, { part, order, ...page }, { viewer, read }) =>
      read.cases.pageQueue(viewer, readPageRequest(page, ['whole', 'instant', 'id']), { part, order }),
  },
  Mutation: {
    acknowledgeCase: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AcknowledgeCaseSuccess',
        await advocacy.acknowledgeCase(actor, { caseId: toId(input.caseId) }),
        (entry) => ({ entry }),
      ),
    triageCase: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'TriageCaseSuccess',
        await advocacy.triageCase(actor, {
          ...input,
          caseId: toId(input.caseId),
          procedureDeadline: input.procedureDeadline ?? undefined,
        }),
        (entry) => ({ entry }),
      ),
    assignCase: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AssignCaseSuccess',
        await advocacy.assignCase(actor, { ...input, caseId: toId(input.caseId) }),
        (entry) => ({ entry }),
      ),
    signpostCase: async (_root, { input }, { actor, advocacy }) =>
      toResult('SignpostCaseSuccess', await advocacy.signpostCase(actor, { caseId: toId(input.caseId) }), (entry) => ({
        entry,
      })),
  },
  CaseQueueEntry: {
    assignee: ({ assignee }) => assignee ?? null,
    deadlines: ({ id }, _args, { loaders }) => loaders.deadlinesOf.load(id),
    nextDeadline: async ({ id, closedAt }, _args, { loaders }) => {
      const deadlines = await loaders.deadlinesOf.load(id);
      return closedAt === undefined ? (deadlines.find(({ metAt }) => metAt === undefined) ?? null) : null;
    },
    viewerActions: (item, _args, { viewer, now }) =>
      viewerActions(caseLifecycle, item, now, (action) => casePolicy.can(viewer, action, item)),
  },
};
