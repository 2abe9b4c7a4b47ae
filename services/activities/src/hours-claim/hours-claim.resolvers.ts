import { toId, viewerActions, type Result } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { HoursClaimChangesInput, Resolvers } from '../generated/graphql.js';
import { hostOf } from '../wiring/service-facts.js';
import { hoursClaimPolicy } from './hours-claim.policy.js';
import {
  hoursClaimLifecycle,
  minutesWithoutReason,
  type HoursClaim,
  type HoursClaimId,
  type HoursClaimPlan,
} from './hours-claim.js';
import { bandsAt, currentHoursRules } from './hours-rules.js';

const answer = <Name extends string, R extends Result<HoursClaim, { readonly __typename: string }>>(
  name: Name,
  outcome: R,
) => toResult(name, outcome, (claim) => ({ claim }));

const claimIdOf = ({ claimId }: { readonly claimId: string }): { readonly claimId: HoursClaimId } => ({
  claimId: toId(claimId),
});

/** Resolvers of the noun HoursClaim, and of what it adds to Viewer and Member. */
export const hoursClaimResolvers: Resolvers = {
  Query: {
    hoursClaim: (_root, { id }, { actor, read }) => read.hoursClaims.findVisible(actor, toId(id)),
    hoursToVerify: (_root, page, { actor, read }) =>
      read.hoursClaims.pageToVerify(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Viewer: {
    hoursClaims: (_viewer, page, { actor, read }) =>
      read.hoursClaims.pageOwn(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Member: {
    hours: async ({ id }, _args, { actor, read }) => {
      if (!hoursClaimPolicy.canSeeTotal(actor, id)) return null;
      const total = await read.hoursClaims.total(id);
      const { reached, next } = bandsAt(total.minutes, currentHoursRules);
      return {
        ...total,
        bands: currentHoursRules.bands,
        band: reached ?? null,
        nextBand: next ?? null,
        minutesToNext: next === undefined ? null : next.fromHours * 60 - total.minutes,
        rulesVersion: currentHoursRules.version,
      };
    },
  },
  Mutation: {
    claimShiftHours: async (_root, { input }, { actor, activities }) =>
      answer(
        'ClaimShiftHoursSuccess',
        await activities.claimShiftHours(actor, {
          signupId: toId(input.signupId),
          minutes: input.minutes ?? undefined,
          longerBecause: input.longerBecause ?? undefined,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
      ),
    draftHoursClaim: async (_root, { input }, { actor, activities }) =>
      answer(
        'DraftHoursClaimSuccess',
        await activities.draftHoursClaim(actor, {
          ...input,
          hostId: toId(input.hostId),
          evidence: input.evidence ?? undefined,
          evidenceLink: input.evidenceLink ?? undefined,
          longerBecause: undefined,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
      ),
    editHoursClaim: async (_root, { input }, { actor, activities }) =>
      answer(
        'EditHoursClaimSuccess',
        await activities.editHoursClaim(actor, { ...claimIdOf(input), changes: readChanges(input.changes) }),
      ),
    submitHoursClaim: async (_root, { input }, { actor, activities }) =>
      answer('SubmitHoursClaimSuccess', await activities.submitHoursClaim(actor, claimIdOf(input))),
    verifyHoursClaim: async (_root, { input }, { actor, activities }) =>
      answer('VerifyHoursClaimSuccess', await activities.verifyHoursClaim(actor, claimIdOf(input))),
    queryHoursClaim: async (_root, { input }, { actor, activities }) =>
      answer('QueryHoursClaimSuccess', await activities.queryHoursClaim(actor, { ...input, ...claimIdOf(input) })),
    rejectHoursClaim: async (_root, { input }, { actor, activities }) =>
      answer('RejectHoursClaimSuccess', await activities.rejectHoursClaim(actor, { ...input, ...claimIdOf(input) })),
    voidHoursClaim: async (_root, { input }, { actor, activities }) =>
      answer('VoidHoursClaimSuccess', await activities.voidHoursClaim(actor, { ...input, ...claimIdOf(input) })),
  },
  HoursClaim: {
    __resolveReference: async ({ id }, { actor, read }) =>
      (await read.hoursClaims.findVisible(actor, toId(id))) ?? undefined,
    host: hostOf,
    member: ({ memberId }) => ({ id: memberId }),
    signup: ({ signupId }, _args, { loaders }) => (signupId === undefined ? null : loaders.signups.load(signupId)),
    minutesMax: minutesWithoutReason,
    decidedBy: ({ decidedBy }) => (decidedBy === undefined ? null : { id: decidedBy }),
    viewerActions: async (claim, _args, context) => {
      const facts = { claim, host: await hostOf(claim, {}, context) };
      return viewerActions(hoursClaimLifecycle, facts, context.now, (action) =>
        hoursClaimPolicy.can(context.actor, action, facts),
      );
    },
  },
};

/** What was left out stays; null takes away where that is possible. */
function readChanges({
  evidence,
  evidenceLink,
  longerBecause,
  ...facts
}: HoursClaimChangesInput): Partial<HoursClaimPlan> {
  return {
    ...readFacts(facts),
    ...(evidence !== undefined && { evidence: evidence ?? undefined }),
    ...(evidenceLink !== undefined && { evidenceLink: evidenceLink ?? undefined }),
    ...(longerBecause !== undefined && { longerBecause: longerBecause ?? undefined }),
  };
}

type FactChanges = Pick<HoursClaimChangesInput, 'workedFrom' | 'workedTo' | 'minutes' | 'what'>;

function readFacts({ workedFrom, workedTo, minutes, what }: FactChanges): Partial<HoursClaimPlan> {
  return {
    ...(workedFrom && { workedFrom }),
    ...(workedTo && { workedTo }),
    ...(typeof minutes === 'number' && { minutes }),
    ...(typeof what === 'string' && { what }),
  };
}
