import { kFor, suppress } from '@guildhall/disclosure';
import { actorKey, toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { consentPolicy } from '../consent/consent.policy.js';
import { needs } from './needs.js';
import { needsPolicy } from './needs.policy.js';

/** Resolvers of the noun NeedsProfile, and of what a group may know of needs. */
export const needsResolvers: Resolvers = {
  Mutation: {
    writeNeeds: async (_root, { input }, { actor, membership }) =>
      toResult(
        'WriteNeedsSuccess',
        await membership.writeNeeds(actor, {
          needs: input.needs,
          dietNote: input.dietNote ?? '',
          accessNote: input.accessNote ?? '',
          languageNote: input.languageNote ?? '',
        }),
        (profile) => ({ profile }),
      ),
    eraseNeeds: async (_root, { input }, { actor, membership }) =>
      toResult('EraseNeedsSuccess', await membership.eraseNeeds(actor, input), () => ({
        viewer: { subject: actorKey(actor) },
      })),
    readNeeds: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReadNeedsSuccess',
        await membership.readNeeds(actor, { purpose: 'NEEDS_IN_GROUP', groupId: toId(input.groupId) }),
        (shared) => ({ shared: [...shared] }),
      ),
  },
  Viewer: {
    needs: (_viewer, _args, { actor, read }) => read.needs.findOwn(actor),
    ownNeedsActions: (_viewer, _args, { actor }) => [
      ...(needsPolicy.canWrite(actor) ? (['WRITE'] as const) : []),
      ...(needsPolicy.canErase(actor) ? (['ERASE'] as const) : []),
      ...(consentPolicy.canGive(actor, { groupId: undefined }) ? (['CONSENT'] as const) : []),
    ],
    needsReadings: (_viewer, page, { actor, read }) =>
      read.needs.pageReadings(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Group: {
    needsActions: ({ id }, _args, { actor, now }) => [
      ...(needsPolicy.canSeeCounts(actor, id) ? (['SEE_COUNTS'] as const) : []),
      ...(needsPolicy.canReadNames(actor, { groupId: id }, now) ? (['READ_NAMES'] as const) : []),
    ],
    needsCounts: async ({ id }, _args, { actor, loaders }) => {
      if (!needsPolicy.canSeeCounts(actor, id)) return null;
      const tallies = new Map((await loaders.needTallies.load(id)).map(({ need, people }) => [need, people]));
      const cells = needs.map((need) => ({ need, value: tallies.get(need) ?? 0, people: tallies.get(need) ?? 0 }));
      return suppress(cells, kFor('OPERATIONAL')).map(({ need, value, suppressed }) => ({
        need,
        count: value,
        suppressed,
      }));
    },
  },
  SharedNeeds: {
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
  },
  NeedsReading: {
    reader: async ({ readerId }, _args, { loaders }) => (await loaders.members.load(readerId)) ?? null,
    group: async ({ groupId }, _args, { loaders }) => (await loaders.groups.load(groupId)) ?? null,
    activity: ({ activityId }) => (activityId === undefined ? null : { id: activityId }),
  },
};
