import { toId, viewerActions, type Result } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { Shift } from '../shift/shift.js';
import { shiftFacts } from '../wiring/service-facts.js';
import { signupPolicy } from './signup.policy.js';
import { signupLifecycle, type Signup, type SignupFacts } from './signup.js';

const answer = <Name extends string, R extends Result<Signup, { readonly __typename: string }>>(
  name: Name,
  outcome: R,
) => toResult(name, outcome, (signup) => ({ signup }));

type Knowing = { readonly acceptsOverlap?: boolean; readonly confirmsAdult?: boolean };

/** What was not said is not known. */
const knowing = ({ acceptsOverlap = false, confirmsAdult = false }: Knowing) => ({ acceptsOverlap, confirmsAdult });

/** Resolvers of the noun ShiftSignup, and of what it adds to Viewer. */
export const signupResolvers: Resolvers = {
  Query: {
    shiftSignup: (_root, { id }, { actor, read }) => read.signups.findVisible(actor, toId(id)),
    shiftSignups: (_root, { shiftId, ...page }, { actor, read }) =>
      read.signups.pageOfShift(actor, toId(shiftId), readPageRequest(page, ['instant', 'id'])),
  },
  Viewer: {
    shiftSignups: (_viewer, { isOver, ...page }, { actor, now, read }) =>
      read.signups.pageOwn(actor, { isOver, now }, readPageRequest(page, ['instant', 'id'])),
    swapsOffered: (_viewer, page, { actor, now, read }) =>
      read.signups.pageSwaps(actor, now, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    signUpForShift: async (_root, { input }, { actor, activities }) =>
      answer(
        'SignUpForShiftSuccess',
        await activities.signUpForShift(actor, {
          shiftId: toId(input.shiftId),
          roleId: toId(input.roleId),
          ...knowing(input),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
      ),
    acceptSignup: async (_root, { input }, { actor, activities }) =>
      answer('AcceptSignupSuccess', await activities.acceptSignup(actor, { signupId: toId(input.signupId) })),
    declineSignup: async (_root, { input }, { actor, activities }) =>
      answer('DeclineSignupSuccess', await activities.declineSignup(actor, { signupId: toId(input.signupId) })),
    withdrawFromShift: async (_root, { input }, { actor, activities }) =>
      answer('WithdrawFromShiftSuccess', await activities.withdrawFromShift(actor, { signupId: toId(input.signupId) })),
    offerShiftSwap: async (_root, { input }, { actor, activities }) =>
      answer(
        'OfferShiftSwapSuccess',
        await activities.offerShiftSwap(actor, {
          signupId: toId(input.signupId),
          toMemberId: input.toMemberId ? toId(input.toMemberId) : undefined,
        }),
      ),
    keepShift: async (_root, { input }, { actor, activities }) =>
      answer('KeepShiftSuccess', await activities.keepShift(actor, { signupId: toId(input.signupId) })),
    takeShiftSwap: async (_root, { input }, { actor, activities }) =>
      answer(
        'TakeShiftSwapSuccess',
        await activities.takeShiftSwap(actor, {
          signupId: toId(input.signupId),
          ...knowing(input),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
      ),
    recordShiftAttendance: async (_root, { input }, { actor, activities }) =>
      answer(
        'RecordShiftAttendanceSuccess',
        await activities.recordShiftAttendance(actor, { ...input, signupId: toId(input.signupId) }),
      ),
  },
  ShiftSignup: {
    __resolveReference: async ({ id }, { actor, read }) =>
      (await read.signups.findVisible(actor, toId(id))) ?? undefined,
    shift: (signup, _args, context) => shiftOf(signup, context),
    role: async ({ shiftId, roleId }, _args, { loaders }) => {
      const role = (await loaders.shiftRoles.load(shiftId)).find(({ id }) => id === roleId);
      if (role === undefined) throw new Error('a sign-up names a role of its shift');
      return role;
    },
    member: async (signup, _args, context) =>
      signupPolicy.canSeeMember(context.actor, await signupFacts(signup, context)) ? { id: signup.memberId } : null,
    isOfferedByName: ({ status, swapToId }) => status === 'SWAP_OFFERED' && swapToId !== undefined,
    claim: async ({ id }, _args, { loaders }) => (await loaders.claimsOfSignups.load(id)) ?? null,
    viewerActions: async (signup, _args, context) => {
      const facts = await signupFacts(signup, context);
      return viewerActions(signupLifecycle, facts, context.now, (action) =>
        signupPolicy.can(context.actor, action, facts),
      );
    },
  },
  ShiftOverlapsActivityError: {
    activities: async ({ activityIds }, _args, { loaders }) =>
      (await loaders.activities.loadMany([...activityIds])).flatMap((found) =>
        found === undefined || found instanceof Error ? [] : [found],
      ),
  },
};

/** Whoever sees a sign-up sees its shift: people sign up for what was open, and hosts see what is theirs. */
async function shiftOf({ shiftId }: Signup, { loaders }: Context): Promise<Shift> {
  const shift = await loaders.shifts.load(shiftId);
  if (shift === undefined) throw new Error('a sign-up is seen with its shift');
  return shift;
}

async function signupFacts(signup: Signup, context: Context): Promise<SignupFacts> {
  return { ...(await shiftFacts(await shiftOf(signup, context), context)), signup };
}
