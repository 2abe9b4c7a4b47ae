import { graphql, withFaults } from '../graph/graphql.js';

/** Records whether somebody worked. */
export const recordDocument = withFaults(
  graphql(`
    mutation RecordShiftAttendance($input: RecordShiftAttendanceInput!) {
      recordShiftAttendance(input: $input) {
        __typename
        ... on RecordShiftAttendanceSuccess {
          signup {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Says yes to somebody who asked. */
export const acceptDocument = withFaults(
  graphql(`
    mutation AcceptSignup($input: AcceptSignupInput!) {
      acceptSignup(input: $input) {
        __typename
        ... on AcceptSignupSuccess {
          signup {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Says no to somebody who asked. */
export const declineDocument = graphql(`
  mutation DeclineSignup($input: DeclineSignupInput!) {
    declineSignup(input: $input) {
      __typename
      ... on DeclineSignupSuccess {
        signup {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Calls a shift off. */
export const cancelShiftDocument = withFaults(
  graphql(`
    mutation CancelShift($input: CancelShiftInput!) {
      cancelShift(input: $input) {
        __typename
        ... on CancelShiftSuccess {
          shift {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Plans a shift. */
export const planShiftDocument = withFaults(
  graphql(`
    mutation PlanShift($input: PlanShiftInput!) {
      planShift(input: $input) {
        __typename
        ... on PlanShiftSuccess {
          shift {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Says that a claim is true. */
export const verifyDocument = withFaults(
  graphql(`
    mutation VerifyHoursClaim($input: VerifyHoursClaimInput!) {
      verifyHoursClaim(input: $input) {
        __typename
        ... on VerifyHoursClaimSuccess {
          claim {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Asks about a claim. */
export const queryDocument = withFaults(
  graphql(`
    mutation QueryHoursClaim($input: QueryHoursClaimInput!) {
      queryHoursClaim(input: $input) {
        __typename
        ... on QueryHoursClaimSuccess {
          claim {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Says that a claim does not hold. */
export const rejectDocument = withFaults(
  graphql(`
    mutation RejectHoursClaim($input: RejectHoursClaimInput!) {
      rejectHoursClaim(input: $input) {
        __typename
        ... on RejectHoursClaimSuccess {
          claim {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Says that an opportunity was looked at. */
export const vetDocument = withFaults(
  graphql(`
    mutation VetOpportunity($input: VetOpportunityInput!) {
      vetOpportunity(input: $input) {
        __typename
        ... on VetOpportunitySuccess {
          opportunity {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Shows an opportunity to everybody. */
export const openDocument = graphql(`
  mutation OpenOpportunity($input: OpenOpportunityInput!) {
    openOpportunity(input: $input) {
      __typename
      ... on OpenOpportunitySuccess {
        opportunity {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Says that nobody more is needed. */
export const fillDocument = graphql(`
  mutation FillOpportunity($input: FillOpportunityInput!) {
    fillOpportunity(input: $input) {
      __typename
      ... on FillOpportunitySuccess {
        opportunity {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Lets people sign up again. */
export const reopenDocument = graphql(`
  mutation ReopenOpportunity($input: ReopenOpportunityInput!) {
    reopenOpportunity(input: $input) {
      __typename
      ... on ReopenOpportunitySuccess {
        opportunity {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Closes an opportunity for good. */
export const closeDocument = withFaults(
  graphql(`
    mutation CloseOpportunity($input: CloseOpportunityInput!) {
      closeOpportunity(input: $input) {
        __typename
        ... on CloseOpportunitySuccess {
          opportunity {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);
