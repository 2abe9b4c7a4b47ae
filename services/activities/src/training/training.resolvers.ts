import { memberOf } from '@guildhall/kernel';
import type { Resolvers } from '../generated/graphql.js';
import { signupPolicy } from '../signup/signup.policy.js';
import { shiftFacts } from '../wiring/service-facts.js';

/** Resolvers of the training that roles of shifts ask for. */
export const trainingResolvers: Resolvers = {
  ShiftRole: {
    requiredTraining: ({ requiredPathId }) => (requiredPathId === undefined ? null : { path: { id: requiredPathId } }),
    viewerLacksTraining: async ({ requiredPathId: pathId }, _args, { actor, loaders }) => {
      const memberId = memberOf(actor);
      if (pathId === undefined || memberId === undefined) return false;
      return !(await loaders.heldTraining.load({ memberId, pathId }));
    },
  },
  ShiftSignup: {
    lacksTraining: async (signup, _args, context) => {
      const { actor, loaders } = context;
      const { shiftId, roleId, memberId } = signup;
      const shift = await loaders.shifts.load(shiftId);
      if (shift === undefined) return null;
      const facts = { ...(await shiftFacts(shift, context)), signup };
      if (!signupPolicy.canSeeTraining(actor, facts)) return null;
      const pathId = (await loaders.shiftRoles.load(shiftId)).find(({ id }) => id === roleId)?.requiredPathId;
      return pathId !== undefined && !(await loaders.heldTraining.load({ memberId, pathId }));
    },
  },
};
