import { isUnionOfficer, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers, ServiceHostChangesInput } from '../generated/graphql.js';
import { hostPolicy } from './host.policy.js';
import { hostLifecycle, type HostPlan } from './host.js';

/** Resolvers of the noun ServiceHost. */
export const hostResolvers: Resolvers = {
  Query: {
    serviceHost: (_root, { id }, { read }) => read.hosts.find(toId(id)),
    serviceHosts: (_root, { search, isActive, ...page }, { read }) =>
      read.hosts.page(readPageRequest(page, ['text', 'id']), {
        search: search ?? undefined,
        isActive: isActive ?? undefined,
      }),
  },
  Viewer: {
    serviceHosts: (_viewer, _args, { actor, read }) => read.hosts.listOwn(actor),
    managesService: (_viewer, _args, { actor }) => isUnionOfficer(actor),
  },
  Mutation: {
    addServiceHost: async (_root, { input }, { actor, activities }) =>
      toResult(
        'AddServiceHostSuccess',
        await activities.addServiceHost(actor, {
          name: input.name,
          about: input.about,
          link: input.link ?? undefined,
          groupId: idOf(input.groupId),
          contactId: idOf(input.contactId),
        }),
        (host) => ({ host }),
      ),
    editServiceHost: async (_root, { input }, { actor, activities }) =>
      toResult(
        'EditServiceHostSuccess',
        await activities.editServiceHost(actor, { hostId: toId(input.hostId), changes: readChanges(input.changes) }),
        (host) => ({ host }),
      ),
    closeServiceHost: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CloseServiceHostSuccess',
        await activities.closeServiceHost(actor, { hostId: toId(input.hostId) }),
        (host) => ({ host }),
      ),
    reopenServiceHost: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ReopenServiceHostSuccess',
        await activities.reopenServiceHost(actor, { hostId: toId(input.hostId) }),
        (host) => ({ host }),
      ),
  },
  ServiceHost: {
    __resolveReference: ({ id }, { loaders }) => loaders.serviceHosts.load(toId(id)),
    group: ({ groupId }) => (groupId === undefined ? null : { id: groupId }),
    contact: (host, _args, { actor }) =>
      host.contactId !== undefined && hostPolicy.canSeeContact(actor, host) ? { id: host.contactId } : null,
    opportunities: ({ id }, _args, { loaders }) => loaders.hostOpportunities.load(id),
    viewerActions: (host, _args, { actor, now }) =>
      viewerActions(hostLifecycle, host, now, (action) => hostPolicy.can(actor, action, host)),
  },
};

function idOf<Kind extends string>(text: string | null | undefined): ReturnType<typeof toId<Kind>> | undefined {
  return text === null || text === undefined ? undefined : toId<Kind>(text);
}

/** What was left out stays; null takes away. */
function readChanges({ name, about, link, groupId, contactId }: ServiceHostChangesInput): Partial<HostPlan> {
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof about === 'string' && { about }),
    ...(link !== undefined && { link: link ?? undefined }),
    ...(groupId !== undefined && { groupId: idOf<'Group'>(groupId) }),
    ...(contactId !== undefined && { contactId: idOf<'Member'>(contactId) }),
  };
}
