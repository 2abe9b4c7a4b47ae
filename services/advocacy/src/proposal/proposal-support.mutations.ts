import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { ProposalFile } from './proposal.js';

const shown = (proposal: ProposalFile) => ({ proposal });

/** Mutations: what supporters do to a proposal. */
export const proposalSupportMutations: Resolvers = {
  Mutation: {
    endorseProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'EndorseProposalSuccess',
        await advocacy.endorseProposal(actor, {
          ...input,
          proposalId: toId(input.proposalId),
          movedFromId: input.movedFromId == null ? undefined : toId(input.movedFromId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        shown,
      ),
    withdrawEndorsement: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'WithdrawEndorsementSuccess',
        await advocacy.withdrawEndorsement(actor, { proposalId: toId(input.proposalId) }),
        shown,
      ),
    rateProposalAnswer: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RateProposalAnswerSuccess',
        await advocacy.rateProposalAnswer(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
    verifyProposalDelivery: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'VerifyProposalDeliverySuccess',
        await advocacy.verifyProposalDelivery(actor, { ...input, proposalId: toId(input.proposalId) }),
        shown,
      ),
  },
};
