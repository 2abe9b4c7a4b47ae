import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { mergeLifecycle } from './relation.js';
import { mergePolicy } from './relation.policy.js';

/** Resolvers of cases that belong together. */
export const relationResolvers: Resolvers = {
  Mutation: {
    linkCases: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'LinkCasesSuccess',
        await advocacy.linkCases(actor, { caseId: toId(input.caseId), otherId: toId(input.otherId) }),
        (entry) => ({ entry }),
      ),
    proposeCaseMerge: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ProposeCaseMergeSuccess',
        await advocacy.proposeCaseMerge(actor, { caseId: toId(input.caseId), otherId: toId(input.otherId) }),
        (entry) => ({ entry }),
      ),
    answerCaseMerge: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AnswerCaseMergeSuccess',
        await advocacy.answerCaseMerge(actor, { mergeId: toId(input.mergeId), agrees: input.agrees }),
        (item) => ({ case: item }),
      ),
  },
  Case: {
    linkedCases: ({ id }, _args, { loaders }) => loaders.linkedCasesOf.load(id),
    mergedInto: async ({ mergedIntoId }, _args, { loaders }) =>
      mergedIntoId === undefined ? null : ((await loaders.casesById.load(mergedIntoId)) ?? null),
    mergeOffers: ({ id }, _args, { loaders }) => loaders.mergesOf.load(id),
  },
  CaseQueueEntry: {
    linkedCases: ({ id }, _args, { loaders }) => loaders.queuedLinksOf.load(id),
  },
  CaseMerge: {
    from: async ({ fromId }, _args, { loaders }) => (await loaders.casesById.load(fromId)) ?? null,
    into: async ({ intoId }, _args, { loaders }) => (await loaders.casesById.load(intoId)) ?? null,
    viewerActions: (merge, _args, { viewer, now }) =>
      viewerActions(mergeLifecycle, merge, now, (action) => mergePolicy.can(viewer, action, merge)),
  },
};
