import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { isOnTeam } from '../sealing/viewer.js';
import { stepLifecycle, stepPlace } from './safeguarding.js';
import { stepPolicy } from './safeguarding.policy.js';

/** Resolvers of the safeguarding path. */
export const safeguardingResolvers: Resolvers = {
  Query: {
    safeguardingRule: (_root, _args, { now, read }) => read.safeguarding.ruleAt(now),
  },
  Mutation: {
    flagCase: async (_root, { input }, { actor, advocacy }) =>
      toResult('FlagCaseSuccess', await advocacy.flagCase(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
    unflagCase: async (_root, { input }, { actor, advocacy }) =>
      toResult('UnflagCaseSuccess', await advocacy.unflagCase(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
    proposeSafeguardingStep: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ProposeSafeguardingStepSuccess',
        await advocacy.proposeSafeguardingStep(actor, {
          ...input,
          caseId: toId(input.caseId),
          tellLater: input.tellLater ?? undefined,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (step) => ({ step }),
      ),
    confirmSafeguardingStep: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ConfirmSafeguardingStepSuccess',
        await advocacy.confirmSafeguardingStep(actor, { stepId: toId(input.stepId) }),
        (step) => ({ step }),
      ),
    declineSafeguardingStep: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DeclineSafeguardingStepSuccess',
        await advocacy.declineSafeguardingStep(actor, { stepId: toId(input.stepId) }),
        (step) => ({ step }),
      ),
    takeSafeguardingStep: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'TakeSafeguardingStepSuccess',
        await advocacy.takeSafeguardingStep(actor, { stepId: toId(input.stepId) }),
        (step) => ({ step }),
      ),
    tellSafeguardingStep: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'TellSafeguardingStepSuccess',
        await advocacy.tellSafeguardingStep(actor, { stepId: toId(input.stepId) }),
        (step) => ({ step }),
      ),
  },
  Case: {
    flaggedAt: (item, _args, { viewer }) => (isOnTeam(viewer, item) ? (item.flaggedAt ?? null) : null),
    safeguardingSteps: ({ id }, _args, { loaders }) => loaders.stepsOf.load(id),
  },
  CaseQueueEntry: {
    flaggedAt: ({ flaggedAt }) => flaggedAt ?? null,
    safeguardingSteps: ({ id }, _args, { loaders }) => loaders.stepsOf.load(id),
  },
  SafeguardingStep: {
    id: ({ step }) => step.id,
    ground: ({ step }) => step.ground,
    recipient: ({ step }) => step.recipient,
    status: ({ step }) => step.status,
    reason: async ({ step: { id, caseId } }, _args, { loaders }) =>
      (await loaders.words.load({ caseId, place: stepPlace(id) })) ?? null,
    proposedBy: (file, _args, { viewer }) => (stepPolicy.canSeePersons(viewer, file) ? file.step.proposedBy : null),
    decidedBy: (file, _args, { viewer }) =>
      stepPolicy.canSeePersons(viewer, file) ? (file.step.decidedBy ?? null) : null,
    proposedAt: ({ step }) => step.proposedAt,
    takenAt: ({ step }) => step.takenAt ?? null,
    tellLaterGround: (file, _args, { viewer }) =>
      stepPolicy.canSeePersons(viewer, file) ? (file.step.tellLaterGround ?? null) : null,
    tellBy: (file, _args, { viewer }) => (stepPolicy.canSeePersons(viewer, file) ? (file.step.tellBy ?? null) : null),
    toldAt: ({ step }) => step.toldAt ?? null,
    viewerActions: (file, _args, { viewer, now }) =>
      viewerActions(stepLifecycle, file.step, now, (action) => stepPolicy.can(viewer, action, file)),
  },
};
