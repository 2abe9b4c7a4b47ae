import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the noun CircleWish. */
export const circleWishResolvers: Resolvers = {
  Viewer: {
    circleWish: async (_viewer, _args, { actor, read }) => (await read.circleWishes.findOwn(actor)) ?? null,
  },
  Mutation: {
    wishForCircle: async (_root, { input }, { actor, membership }) =>
      toResult('WishForCircleSuccess', await membership.wishForCircle(actor, input), (wish) => ({ wish })),
    withdrawCircleWish: async (_root, _args, { actor, membership }) =>
      toResult('WithdrawCircleWishSuccess', await membership.withdrawCircleWish(actor, {}), () => ({ wish: null })),
  },
};
