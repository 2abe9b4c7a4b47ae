import { graphql, withFaults } from '../graph/graphql.js';

/** Takes back a post of one's own. */
export const withdrawPostDocument = graphql(`
  mutation WithdrawPost($input: WithdrawPostInput!) {
    withdrawPost(input: $input) {
      __typename
    }
  }
`);

/** Changes the words of a post of one's own. */
export const editPostDocument = withFaults(
  graphql(`
    mutation EditPost($input: EditPostInput!) {
      editPost(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Puts a notice at the top, or takes it from there. */
export const pinPostDocument = withFaults(
  graphql(`
    mutation PinPost($input: PinPostInput!) {
      pinPost(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Stops telling of further replies, or begins again. */
export const mutePostDocument = graphql(`
  mutation MutePost($input: MutePostInput!) {
    mutePost(input: $input) {
      __typename
    }
  }
`);

/** Reacts with a word, or takes it back. */
export const reactDocument = graphql(`
  mutation ReactToPost($input: ReactToPostInput!) {
    reactToPost(input: $input) {
      __typename
    }
  }
`);

/** Reports a post or a reply. */
export const reportDocument = withFaults(
  graphql(`
    mutation ReportContent($input: ReportContentInput!) {
      reportContent(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Holds back or removes as a moderator. */
export const moderateDocument = withFaults(
  graphql(`
    mutation ModerateContent($input: ModerateContentInput!) {
      moderateContent(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Appeals against a removal. */
export const appealDocument = withFaults(
  graphql(`
    mutation AppealRemoval($input: AppealRemovalInput!) {
      appealRemoval(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Replies to a post. */
export const replyDocument = withFaults(
  graphql(`
    mutation ReplyToPost($input: ReplyToPostInput!) {
      replyToPost(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes a reply of one's own. */
export const editReplyDocument = withFaults(
  graphql(`
    mutation EditPostReply($input: EditPostReplyInput!) {
      editPostReply(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes back a reply of one's own. */
export const withdrawReplyDocument = graphql(`
  mutation WithdrawPostReply($input: WithdrawPostReplyInput!) {
    withdrawPostReply(input: $input) {
      __typename
    }
  }
`);

/** Marks the reply that answered a question. */
export const markAnsweredDocument = graphql(`
  mutation MarkAnswered($input: MarkAnsweredInput!) {
    markAnswered(input: $input) {
      __typename
    }
  }
`);

/** Asks an author whether one may raise their idea. */
export const askToRaiseDocument = withFaults(
  graphql(`
    mutation AskToRaise($input: AskToRaiseInput!) {
      askToRaise(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Answers who wants to raise one's idea. */
export const decideRaiseDocument = graphql(`
  mutation DecideRaiseRequest($input: DecideRaiseRequestInput!) {
    decideRaiseRequest(input: $input) {
      __typename
    }
  }
`);
