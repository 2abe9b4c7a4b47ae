import { toId, viewerActions, type Page } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { resourceLifecycle, type Resource } from './resource.js';
import { resourcePolicy } from './resource.policy.js';
import { parseSearch, type Search } from './search.js';

/** One place in a list of resources. */
export type ResourcePlace = { readonly cursor: string; readonly node: Resource; readonly search: Search | undefined };

/** Resolvers of the noun Resource. */
export const resourceResolvers: Resolvers = {
  Query: {
    resource: async (_root, { id }, { loaders }) => (await loaders.resources.load(toId(id))) ?? null,
    resources: async (_root, { search: text, kind, language, subject, status, ...page }, { actor, read }) => {
      const search = parseSearch(text ?? '');
      const filter = {
        search,
        kind: kind ?? undefined,
        language: language ?? undefined,
        subject: subject ?? undefined,
        status: status ?? 'PUBLISHED',
      };
      return withSearch(await read.resources.page(actor, readPageRequest(page, 2), filter), search);
    },
  },
  Mutation: {
    draftResource: async (_root, { input }, { actor, learning }) =>
      toResult('DraftResourceSuccess', await learning.draftResource(actor, input.content), (resource) => ({
        resource,
      })),
    editResource: async (_root, { input }, { actor, learning }) =>
      toResult(
        'EditResourceSuccess',
        await learning.editResource(actor, { ...input, resourceId: toId(input.resourceId) }),
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
        await learning.sendBackResource(actor, { resourceId: toId(input.resourceId) }),
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
        await learning.retireResource(actor, { resourceId: toId(input.resourceId) }),
        (resource) => ({ resource }),
      ),
  },
  Resource: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.resources.load(toId(id))) ?? null,
    author: ({ authorId }) => ({ id: authorId }),
    viewerActions: (resource, _args, { actor, now }) =>
      viewerActions(resourceLifecycle, resource, now, (action) => resourcePolicy.can(actor, action, resource)),
  },
  ResourceEdge: {
    highlight: async ({ node, search }, _args, { loaders }) =>
      search === undefined ? null : ((await loaders.highlights.load({ resource: node, search })) ?? null),
  },
};

function withSearch({ edges, pageInfo }: Page<Resource>, search: Search | undefined) {
  return { edges: edges.map((edge): ResourcePlace => ({ ...edge, search })), pageInfo };
}
