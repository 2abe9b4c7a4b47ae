import { graphql, withFaults } from '../graph/graphql.js';

/** Proposes where and when to meet. */
export const proposeDocument = withFaults(
  graphql(`
    mutation ProposeHelpMeeting($input: ProposeHelpMeetingInput!) {
      proposeHelpMeeting(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Agrees to the meeting as it was read. */
export const agreeDocument = graphql(`
  mutation AgreeHelpMeeting($input: AgreeHelpMeetingInput!) {
    agreeHelpMeeting(input: $input) {
      __typename
    }
  }
`);

/** Ends a match. */
export const unmatchDocument = graphql(`
  mutation UnmatchHelp($input: UnmatchHelpInput!) {
    unmatchHelp(input: $input) {
      __typename
    }
  }
`);

/** Calls it done. */
export const claimDocument = graphql(`
  mutation ClaimHelpDone($input: ClaimHelpDoneInput!) {
    claimHelpDone(input: $input) {
      __typename
    }
  }
`);

/** Confirms that it is done. */
export const confirmDocument = graphql(`
  mutation ConfirmHelpDone($input: ConfirmHelpDoneInput!) {
    confirmHelpDone(input: $input) {
      __typename
    }
  }
`);

/** Says that it is not as the other side calls it. */
export const disputeDocument = withFaults(
  graphql(`
    mutation DisputeHelp($input: DisputeHelpInput!) {
      disputeHelp(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Thanks a helper. */
export const thankDocument = withFaults(
  graphql(`
    mutation ThankHelper($input: ThankHelperInput!) {
      thankHelper(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
