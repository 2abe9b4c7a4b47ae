import { graphql } from '../graph/graphql.js';

/** Hands the plan in. */
export const submitDocument = graphql(`
  mutation SubmitActivity($input: SubmitActivityInput!) {
    submitActivity(input: $input) {
      __typename
      ... on UserError {
        message
      }
    }
  }
`);

/** Makes an approved activity public. */
export const publishDocument = graphql(`
  mutation PublishActivity($input: PublishActivityInput!) {
    publishActivity(input: $input) {
      __typename
      ... on UserError {
        message
      }
    }
  }
`);

/** Approves a plan. */
export const approveDocument = graphql(`
  mutation ApproveActivity($input: ApproveActivityInput!) {
    approveActivity(input: $input) {
      __typename
      ... on UserError {
        message
      }
    }
  }
`);

/** Closes the door list. */
export const closeAttendanceDocument = graphql(`
  mutation CloseAttendance($input: CloseAttendanceInput!) {
    closeAttendance(input: $input) {
      __typename
      ... on UserError {
        message
      }
    }
  }
`);

/** Sends a plan back with a reason. */
export const requestChangesDocument = graphql(`
  mutation RequestChanges($input: RequestChangesInput!) {
    requestChanges(input: $input) {
      __typename
      ... on UserError {
        message
      }
      ... on ValidationError {
        fields {
          path
          rule
        }
      }
    }
  }
`);

/** Declines a plan with a reason. */
export const declineDocument = graphql(`
  mutation DeclineActivity($input: DeclineActivityInput!) {
    declineActivity(input: $input) {
      __typename
      ... on UserError {
        message
      }
      ... on ValidationError {
        fields {
          path
          rule
        }
      }
    }
  }
`);

/** Calls an activity off with a reason. */
export const cancelActivityDocument = graphql(`
  mutation CancelActivity($input: CancelActivityInput!) {
    cancelActivity(input: $input) {
      __typename
      ... on UserError {
        message
      }
      ... on ValidationError {
        fields {
          path
          rule
        }
      }
    }
  }
`);

/** Reports how it went. */
export const reportDocument = graphql(`
  mutation ReportActivity($input: ReportActivityInput!) {
    reportActivity(input: $input) {
      __typename
      ... on UserError {
        message
      }
      ... on ValidationError {
        fields {
          path
          rule
        }
      }
    }
  }
`);

/** Moves an activity to other dates. */
export const postponeDocument = graphql(`
  mutation PostponeActivity($input: PostponeActivityInput!) {
    postponeActivity(input: $input) {
      __typename
      ... on UserError {
        message
      }
      ... on ValidationError {
        fields {
          path
          rule
        }
      }
    }
  }
`);
