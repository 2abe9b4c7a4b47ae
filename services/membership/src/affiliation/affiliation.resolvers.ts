import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { AffiliationSubmission } from './affiliation.js';
import { submissionLifecycle } from './affiliation.js';
import { affiliationPolicy } from './affiliation.policy.js';

const decided = (submission: AffiliationSubmission) => ({ submission });

/** Resolvers of submissions, constitutions, and of what the union's officers look after. */
export const affiliationResolvers: Resolvers = {
  Query: {
    affiliationSubmissions: (_root, { status, ...page }, { actor, read }) =>
      affiliationPolicy.canOversee(actor)
        ? read.affiliations.pageQueue(actor, status ?? 'SUBMITTED', readPageRequest(page, ['instant', 'id']))
        : null,
    groupsInNeed: (_root, { concern, ...page }, { actor, now, read }) =>
      affiliationPolicy.canOversee(actor)
        ? read.groups.pageInNeed(actor, { concern, now }, readPageRequest(page, 2))
        : null,
  },
  Mutation: {
    submitAffiliation: async (_root, { input }, { actor, membership }) =>
      toResult(
        'SubmitAffiliationSuccess',
        await membership.submitAffiliation(actor, {
          ...input,
          groupId: toId(input.groupId),
          constitutionText: input.constitutionText ?? undefined,
          constitutionLink: input.constitutionLink ?? undefined,
        }),
        decided,
      ),
    withdrawAffiliation: async (_root, { input }, { actor, membership }) =>
      toResult(
        'WithdrawAffiliationSuccess',
        await membership.withdrawAffiliation(actor, { submissionId: toId(input.submissionId) }),
        decided,
      ),
    requestAffiliationChanges: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RequestAffiliationChangesSuccess',
        await membership.requestAffiliationChanges(actor, { ...input, submissionId: toId(input.submissionId) }),
        decided,
      ),
    approveAffiliation: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ApproveAffiliationSuccess',
        await membership.approveAffiliation(actor, { submissionId: toId(input.submissionId) }),
        decided,
      ),
    declineAffiliation: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DeclineAffiliationSuccess',
        await membership.declineAffiliation(actor, { ...input, submissionId: toId(input.submissionId) }),
        decided,
      ),
  },
  Viewer: { overseesGroups: (_viewer, _args, { actor }) => affiliationPolicy.canOversee(actor) },
  Group: {
    constitution: async ({ id }, _args, { loaders }) => (await loaders.constitutions.load(id)) ?? null,
    constitutions: ({ id }, page, { actor, read }) =>
      read.affiliations.pageConstitutions(actor, id, readPageRequest(page, ['whole', 'id'])),
    affiliationSubmission: async ({ id }, _args, { loaders }) => (await loaders.submissions.load(id)) ?? null,
    affiliationHistory: ({ id }, page, { actor, read }) =>
      read.affiliations.pageOfGroup(actor, id, readPageRequest(page, ['instant', 'id'])),
  },
  AffiliationSubmission: {
    group: async ({ groupId }, _args, { loaders }) => (await loaders.groups.load(groupId)) ?? null,
    president: async ({ presidentId }, _args, { loaders }) => (await loaders.members.load(presidentId)) ?? null,
    treasurer: async ({ treasurerId }, _args, { loaders }) => (await loaders.members.load(treasurerId)) ?? null,
    secretary: async ({ secretaryId }, _args, { loaders }) => (await loaders.members.load(secretaryId)) ?? null,
    steps: ({ id }, _args, { loaders }) => loaders.affiliationSteps.load(id),
    viewerActions: (submission, _args, { actor, now }) => [
      ...viewerActions(submissionLifecycle, submission, now, (action) =>
        affiliationPolicy.can(actor, action, submission),
      ),
    ],
  },
  AffiliationStep: {
    by: async ({ byId }, _args, { loaders }) => (await loaders.members.load(byId)) ?? null,
  },
};
