import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { foundResources, noResources } from '../resource/found-resources.js';
import { resourcePolicy } from '../resource/resource.policy.js';
import { isReviewer } from '../review/reviewer.js';

/** Resolvers of reports and of what is decided about them. */
export const reportResolvers: Resolvers = {
  Query: {
    reportedResources: async (_root, page, { actor, read }) =>
      isReviewer(actor)
        ? foundResources(await read.resources.pageFlagged(actor, readPageRequest(page, ['instant', 'id'])))
        : noResources,
  },
  Mutation: {
    reportResource: async (_root, { input: { resourceId, reason, words } }, { actor, learning }) =>
      toResult(
        'ReportResourceSuccess',
        await learning.reportResource(actor, { resourceId: toId(resourceId), reason, words: words ?? undefined }),
        ({ status }) => ({ isShown: status === 'PUBLISHED' }),
      ),
    holdResource: async (_root, { input: { resourceId, reason } }, { actor, learning }) =>
      toResult(
        'HoldResourceSuccess',
        await learning.holdResource(actor, { resourceId: toId(resourceId), reason }),
        (resource) => ({ resource }),
      ),
    restoreResource: async (_root, { input: { resourceId, reason } }, { actor, learning }) =>
      toResult(
        'RestoreResourceSuccess',
        await learning.restoreResource(actor, { resourceId: toId(resourceId), reason }),
        (resource) => ({ resource }),
      ),
  },
  Resource: {
    reports: async (resource, _args, { actor, loaders }) =>
      resourcePolicy.canReadReports(actor, resource) ? loaders.openReports.load(resource.id) : null,
    decisions: async (resource, _args, { actor, loaders }) =>
      resourcePolicy.canReadDecisions(actor, resource) ? loaders.resourceDecisions.load(resource.id) : null,
  },
};
