import { graphql, withFaults } from '../graph/graphql.js';

/** Hands the plan in. */
export const submitDocument = withFaults(
  graphql(`
    mutation SubmitActivity($input: SubmitActivityInput!) {
      submitActivity(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Makes an approved activity public. */
export const publishDocument = graphql(`
  mutation PublishActivity($input: PublishActivityInput!) {
    publishActivity(input: $input) {
      __typename
    }
  }
`);

/** Approves a plan. */
export const approveDocument = graphql(`
  mutation ApproveActivity($input: ApproveActivityInput!) {
    approveActivity(input: $input) {
      __typename
    }
  }
`);

/** Closes the door list. */
export const closeAttendanceDocument = graphql(`
  mutation CloseAttendance($input: CloseAttendanceInput!) {
    closeAttendance(input: $input) {
      __typename
    }
  }
`);

/** Sends a plan back with a reason. */
export const requestChangesDocument = withFaults(
  graphql(`
    mutation RequestChanges($input: RequestChangesInput!) {
      requestChanges(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Declines a plan with a reason. */
export const declineDocument = withFaults(
  graphql(`
    mutation DeclineActivity($input: DeclineActivityInput!) {
      declineActivity(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Calls an activity off with a reason. */
export const cancelActivityDocument = withFaults(
  graphql(`
    mutation CancelActivity($input: CancelActivityInput!) {
      cancelActivity(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Reports how it went. */
export const reportDocument = withFaults(
  graphql(`
    mutation ReportActivity($input: ReportActivityInput!) {
      reportActivity(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Moves an activity to other dates. */
export const postponeDocument = withFaults(
  graphql(`
    mutation PostponeActivity($input: PostponeActivityInput!) {
      postponeActivity(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
