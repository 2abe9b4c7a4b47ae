import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { ProposalFile } from './proposal.js';

const shown = (proposal: ProposalFile) => ({ proposal });

/** Mutations: what departments do to a proposal. */
export const proposalAnswerMutations: Resolvers = {
  Mutation: {
    acknowledgeProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AcknowledgeProposalSuccess',
        await advocacy.acknowledgeProposal(actor, { proposalId: toId(input.proposalId) }),
        shown,
      ),
    draftProposalAnswer: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DraftProposalAnswerSuccess',
        await advocacy.draftProposalAnswer(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    publishProposalAnswer: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PublishProposalAnswerSuccess',
        await advocacy.publishProposalAnswer(actor, {
          ...input,
          proposalId: toId(input.proposalId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        shown,
      ),
    startProposalDelivery: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'StartProposalDeliverySuccess',
        await advocacy.startProposalDelivery(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    completeProposalMilestone: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'CompleteProposalMilestoneSuccess',
        await advocacy.completeProposalMilestone(actor, {
          proposalId: toId(input.proposalId),
          milestoneId: toId(input.milestoneId),
        }),
        shown,
      ),
    deliverProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DeliverProposalSuccess',
        await advocacy.deliverProposal(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
  },
};
