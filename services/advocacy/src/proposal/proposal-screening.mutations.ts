import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { ProposalFile } from './proposal.js';

const shown = (proposal: ProposalFile) => ({ proposal });

/** Mutations: what the committee, the council and the officers do to a proposal. */
export const proposalScreeningMutations: Resolvers = {
  Mutation: {
    returnProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ReturnProposalSuccess',
        await advocacy.returnProposal(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    refuseProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RefuseProposalSuccess',
        await advocacy.refuseProposal(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    appealProposalRefusal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AppealProposalRefusalSuccess',
        await advocacy.appealProposalRefusal(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    decideProposalAppeal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DecideProposalAppealSuccess',
        await advocacy.decideProposalAppeal(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    fileProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'FileProposalSuccess',
        await advocacy.fileProposal(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    offerProposalMerge: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'OfferProposalMergeSuccess',
        await advocacy.offerProposalMerge(actor, {
          ...input,
          proposalId: toId(input.proposalId),
          targetId: toId(input.targetId),
        }),
        shown,
      ),
    answerProposalMerge: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AnswerProposalMergeSuccess',
        await advocacy.answerProposalMerge(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    recordCouncilDecision: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RecordCouncilDecisionSuccess',
        await advocacy.recordCouncilDecision(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    assignProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AssignProposalSuccess',
        await advocacy.assignProposal(actor, {
          ...input,
          proposalId: toId(input.proposalId),
          leadDepartmentId: toId(input.leadDepartmentId),
          supportingDepartmentIds: input.supportingDepartmentIds.map((id) => toId(id)),
        }),
        shown,
      ),
  },
};
