import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of what returning officers do with elections. */
export const electionMutationResolvers: Resolvers = {
  Mutation: {
    planElection: async (_root, { input }, { actor, membership }) =>
      toResult(
        'PlanElectionSuccess',
        await membership.planElection(actor, {
          ...input,
          groupId: input.groupId === null || input.groupId === undefined ? undefined : toId(input.groupId),
        }),
        (election) => ({ election }),
      ),
    editElection: async (_root, { input }, { actor, membership }) =>
      toResult(
        'EditElectionSuccess',
        await membership.editElection(actor, {
          electionId: toId(input.electionId),
          title: input.title ?? undefined,
          schedule: input.schedule ?? undefined,
          campaignRules: input.campaignRules ?? undefined,
          secondTrustee: input.secondTrustee ?? undefined,
        }),
        (election) => ({ election }),
      ),
    announceElection: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AnnounceElectionSuccess',
        await membership.announceElection(actor, { electionId: toId(input.electionId) }),
        (election) => ({ election }),
      ),
    publishCandidates: async (_root, { input }, { actor, membership }) =>
      toResult(
        'PublishCandidatesSuccess',
        await membership.publishCandidates(actor, { electionId: toId(input.electionId) }),
        (election) => ({ election }),
      ),
    declareElection: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DeclareElectionSuccess',
        await membership.declareElection(actor, { electionId: toId(input.electionId) }),
        (election) => ({ election }),
      ),
    suspendElection: async (_root, { input }, { actor, membership }) =>
      toResult(
        'SuspendElectionSuccess',
        await membership.suspendElection(actor, { electionId: toId(input.electionId), reason: input.reason }),
        (election) => ({ election }),
      ),
    resumeElection: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ResumeElectionSuccess',
        await membership.resumeElection(actor, {
          electionId: toId(input.electionId),
          schedule: input.schedule ?? undefined,
        }),
        (election) => ({ election }),
      ),
    voidElection: async (_root, { input }, { actor, membership }) =>
      toResult(
        'VoidElectionSuccess',
        await membership.voidElection(actor, { electionId: toId(input.electionId), reason: input.reason }),
        (election) => ({ election }),
      ),
    planByElection: async (_root, { input }, { actor, membership }) =>
      toResult(
        'PlanByElectionSuccess',
        await membership.planByElection(actor, { ...input, electionId: toId(input.electionId) }),
        (election) => ({ election }),
      ),
  },
};
