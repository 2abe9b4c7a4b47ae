import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { isStudentOf } from '../sealing/viewer.js';

/** Resolvers of who works on a case beside its case worker. */
export const assignmentResolvers: Resolvers = {
  Mutation: {
    nameSecondWorker: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'NameSecondWorkerSuccess',
        await advocacy.nameSecondWorker(actor, { ...input, caseId: toId(input.caseId) }),
        (entry) => ({ entry }),
      ),
    relieveSecondWorker: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RelieveSecondWorkerSuccess',
        await advocacy.relieveSecondWorker(actor, { caseId: toId(input.caseId) }),
        (entry) => ({ entry }),
      ),
  },
  Case: {
    secondWorker: (item, _args, { viewer }) => (isStudentOf(viewer, item) ? null : (item.secondWorker ?? null)),
    vacatedAt: ({ vacatedAt }) => vacatedAt ?? null,
  },
  CaseQueueEntry: {
    secondWorker: ({ secondWorker }) => secondWorker ?? null,
    vacatedAt: ({ vacatedAt }) => vacatedAt ?? null,
  },
};
