import { graphql, withFaults } from '../graph/graphql.js';

/** Supports an issue. */
export const supportDocument = graphql(`
  mutation SupportIssue($input: SupportIssueInput!) {
    supportIssue(input: $input) {
      __typename
    }
  }
`);

/** Takes a support back. */
export const withdrawSupportDocument = graphql(`
  mutation WithdrawIssueSupport($input: WithdrawIssueSupportInput!) {
    withdrawIssueSupport(input: $input) {
      __typename
    }
  }
`);

/** Says whether an answered issue is solved. */
export const rateDocument = graphql(`
  mutation RateIssueAnswer($input: RateIssueAnswerInput!) {
    rateIssueAnswer(input: $input) {
      __typename
    }
  }
`);

/** Suggests a proposal to the writer. */
export const suggestDocument = graphql(`
  mutation SuggestIssueProposal($input: SuggestIssueProposalInput!) {
    suggestIssueProposal(input: $input) {
      __typename
    }
  }
`);

/** Takes one's own issue further. */
export const escalateDocument = graphql(`
  mutation EscalateIssue($input: EscalateIssueInput!) {
    escalateIssue(input: $input) {
      __typename
    }
  }
`);

/** Raises an issue to a department. */
export const raiseDocument = withFaults(
  graphql(`
    mutation RaiseIssue($input: RaiseIssueInput!) {
      raiseIssue(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Reports a post to a moderator. */
export const reportDocument = graphql(`
  mutation ReportIssuePost($input: ReportIssuePostInput!) {
    reportIssuePost(input: $input) {
      __typename
    }
  }
`);

/** Appeals against a removal. */
export const appealDocument = withFaults(
  graphql(`
    mutation AppealIssuePostRemoval($input: AppealIssuePostRemovalInput!) {
      appealIssuePostRemoval(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Replies to an issue. */
export const replyDocument = withFaults(
  graphql(`
    mutation ReplyToIssue($input: ReplyToIssueInput!) {
      replyToIssue(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
