import { memberOf, toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of which connections go where. */
export const goingResolvers: Resolvers = {
  Activity: {
    __resolveReference: ({ id }) => ({ id: toId(id) }),
    friendsGoing: async ({ id }, _args, { loaders }) => {
      const friends = await loaders.members.loadMany(await loaders.friendsGoing.load(id));
      return friends.flatMap((friend) => {
        if (friend instanceof Error) throw friend;
        return friend ?? [];
      });
    },
  },
  Viewer: {
    activitiesWithFriends: async (_viewer, _args, { actor, read }) =>
      (await read.going.listActivities(actor)).map((id) => ({ id })),
    showsGoing: async (_viewer, _args, { actor, read }) => {
      const self = memberOf(actor);
      return self === undefined ? null : (await read.going.read(self)).isShown;
    },
  },
  Mutation: {
    changeGoingSharing: async (_root, { input }, { actor, membership }) =>
      toResult('ChangeGoingSharingSuccess', await membership.changeGoingSharing(actor, input), (choice) => choice),
  },
};
