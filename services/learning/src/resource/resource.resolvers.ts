import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { ResourceContentInput, Resolvers } from '../generated/graphql.js';
import type { ResourceContent } from './content.js';
import { foundResources } from './found-resources.js';
import { resourceLifecycle } from './resource.js';
import { resourcePolicy } from './resource.policy.js';
import { parseSearch } from './search.js';

/** Resolvers of the noun Resource. */
export const resourceResolvers: Resolvers = {
  Query: {
    resource: async (_root, { id }, { loaders }) => (await loaders.resources.load(toId(id))) ?? null,
    resources: async (_root, { search, kind, language, subject, course, tag, status, ...page }, { actor, read }) => {
      const filter = {
        search: parseSearch(search ?? ''),
        kind: kind ?? undefined,
        language: language ?? undefined,
        subject: subject ?? undefined,
        course: course == null ? undefined : toId<'Constituency'>(course),
        tag: tag ?? undefined,
        status: status ?? 'PUBLISHED',
      };
      return foundResources(await read.resources.page(actor, readPageRequest(page, 2), filter), filter);
    },
  },
  Mutation: {
    draftResource: async (_root, { input }, { actor, learning }) =>
      toResult('DraftResourceSuccess', await learning.draftResource(actor, toContent(input.content)), (resource) => ({
        resource,
      })),
    editResource: async (_root, { input }, { actor, learning }) =>
      toResult(
        'EditResourceSuccess',
        await learning.editResource(actor, {
          resourceId: toId(input.resourceId),
          content: toContent(input.content),
          changeNote: input.changeNote ?? undefined,
        }),
        (resource) => ({ resource }),
      ),
    submitResource: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SubmitResourceSuccess',
        await learning.submitResource(actor, { resourceId: toId(input.resourceId) }),
        (resource) => ({ resource }),
      ),
    sendBackResource: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SendBackResourceSuccess',
        await learning.sendBackResource(actor, { resourceId: toId(input.resourceId), note: input.note ?? undefined }),
        (resource) => ({ resource }),
      ),
    publishResource: async (_root, { input }, { actor, learning }) =>
      toResult(
        'PublishResourceSuccess',
        await learning.publishResource(actor, { resourceId: toId(input.resourceId) }),
        (resource) => ({ resource }),
      ),
    retireResource: async (_root, { input }, { actor, learning }) =>
      toResult(
        'RetireResourceSuccess',
        await learning.retireResource(actor, {
          resourceId: toId(input.resourceId),
          reason: input.reason ?? undefined,
        }),
        (resource) => ({ resource }),
      ),
  },
  Resource: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.resources.load(toId(id))) ?? null,
    author: ({ authorId }) => ({ id: authorId }),
    address: ({ address }) => address ?? null,
    courses: ({ courseIds }) => courseIds.map((id) => ({ id })),
    viewerActions: (resource, _args, { actor, now }) =>
      viewerActions(resourceLifecycle, resource, now, (action) => resourcePolicy.can(actor, action, resource)),
  },
  ResourceEdge: {
    highlight: async ({ node, search }, _args, { loaders }) =>
      search === undefined ? null : ((await loaders.highlights.load({ resource: node, search })) ?? null),
  },
};

/** What an author wrote, with nothing for what they left out. */
function toContent({ address, fileId, tags, courseIds, ...content }: ResourceContentInput): ResourceContent {
  return {
    ...content,
    address: address ?? undefined,
    fileId: fileId == null ? undefined : toId<'ResourceFile'>(fileId),
    tags: tags ?? [],
    courseIds: (courseIds ?? []).map((id) => toId<'Constituency'>(id)),
  };
}
