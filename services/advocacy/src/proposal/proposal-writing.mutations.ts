import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { ProposalFile } from './proposal.js';

const shown = (proposal: ProposalFile) => ({ proposal });

/** Mutations: what authors and seconders do to a proposal. */
export const proposalWritingMutations: Resolvers = {
  Mutation: {
    draftProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DraftProposalSuccess',
        await advocacy.draftProposal(actor, {
          ...input,
          constituencyId: input.constituencyId == null ? undefined : toId(input.constituencyId),
          originPostId: input.originPostId == null ? undefined : toId(input.originPostId),
        }),
        shown,
      ),
    editProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'EditProposalSuccess',
        await advocacy.editProposal(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    inviteSeconder: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'InviteSeconderSuccess',
        await advocacy.inviteSeconder(actor, { proposalId: toId(input.proposalId), memberId: toId(input.memberId) }),
        shown,
      ),
    answerSeconding: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AnswerSecondingSuccess',
        await advocacy.answerSeconding(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    submitProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'SubmitProposalSuccess',
        await advocacy.submitProposal(actor, { proposalId: toId(input.proposalId) }),
        shown,
      ),
    withdrawProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'WithdrawProposalSuccess',
        await advocacy.withdrawProposal(actor, { proposalId: toId(input.proposalId) }),
        shown,
      ),
    amendProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AmendProposalSuccess',
        await advocacy.amendProposal(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    reviveProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ReviveProposalSuccess',
        await advocacy.reviveProposal(actor, { proposalId: toId(input.proposalId) }),
        shown,
      ),
  },
};
