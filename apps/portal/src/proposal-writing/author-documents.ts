import { graphql, withFaults } from '../graph/graphql.js';

/** Hands a draft in; the faults say what is missing. */
export const submitDocument = withFaults(
  graphql(`
    mutation SubmitProposal($input: SubmitProposalInput!) {
      submitProposal(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Asks a member to second. */
export const inviteDocument = withFaults(
  graphql(`
    mutation InviteSeconder($input: InviteSeconderInput!) {
      inviteSeconder(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a proposal back. */
export const withdrawProposalDocument = graphql(`
  mutation WithdrawProposal($input: WithdrawProposalInput!) {
    withdrawProposal(input: $input) {
      __typename
    }
  }
`);

/** Brings a lapsed proposal again. */
export const reviveDocument = graphql(`
  mutation ReviveProposal($input: ReviveProposalInput!) {
    reviveProposal(input: $input) {
      __typename
    }
  }
`);

/** Appeals against a refusal. */
export const appealDocument = withFaults(
  graphql(`
    mutation AppealProposalRefusal($input: AppealProposalRefusalInput!) {
      appealProposalRefusal(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Agrees to join another proposal, or not. */
export const answerMergeDocument = graphql(`
  mutation AnswerProposalMerge($input: AnswerProposalMergeInput!) {
    answerProposalMerge(input: $input) {
      __typename
    }
  }
`);
