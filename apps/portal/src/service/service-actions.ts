import { graphql, withFaults } from '../graph/graphql.js';

/** Takes a place in a shift, or asks for one. */
export const signUpDocument = withFaults(
  graphql(`
    mutation SignUpForShift($input: SignUpForShiftInput!) {
      signUpForShift(input: $input) {
        __typename
        ... on SignUpForShiftSuccess {
          signup {
            id
            status
            viewerActions
          }
        }
        ... on ShiftOverlapsActivityError {
          activities {
            id
            title
          }
        }
        ...Fault
      }
    }
  `),
);

/** Gives a place up. */
export const withdrawDocument = graphql(`
  mutation WithdrawFromShift($input: WithdrawFromShiftInput!) {
    withdrawFromShift(input: $input) {
      __typename
      ... on WithdrawFromShiftSuccess {
        signup {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Offers a place to others. */
export const offerSwapDocument = withFaults(
  graphql(`
    mutation OfferShiftSwap($input: OfferShiftSwapInput!) {
      offerShiftSwap(input: $input) {
        __typename
        ... on OfferShiftSwapSuccess {
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

/** Keeps a place after all. */
export const keepDocument = graphql(`
  mutation KeepShift($input: KeepShiftInput!) {
    keepShift(input: $input) {
      __typename
      ... on KeepShiftSuccess {
        signup {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Takes over a place. */
export const takeSwapDocument = withFaults(
  graphql(`
    mutation TakeShiftSwap($input: TakeShiftSwapInput!) {
      takeShiftSwap(input: $input) {
        __typename
        ... on TakeShiftSwapSuccess {
          signup {
            id
            status
            viewerActions
          }
        }
        ... on ShiftOverlapsActivityError {
          activities {
            id
            title
          }
        }
        ...Fault
      }
    }
  `),
);

/** Hands in the hours of a shift. */
export const claimShiftDocument = withFaults(
  graphql(`
    mutation ClaimShiftHours($input: ClaimShiftHoursInput!) {
      claimShiftHours(input: $input) {
        __typename
        ... on ClaimShiftHoursSuccess {
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

/** Writes hours down. */
export const draftClaimDocument = withFaults(
  graphql(`
    mutation DraftHoursClaim($input: DraftHoursClaimInput!) {
      draftHoursClaim(input: $input) {
        __typename
        ... on DraftHoursClaimSuccess {
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

/** Changes a claim. */
export const editClaimDocument = withFaults(
  graphql(`
    mutation EditHoursClaim($input: EditHoursClaimInput!) {
      editHoursClaim(input: $input) {
        __typename
        ... on EditHoursClaimSuccess {
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

/** Hands a claim in. */
export const submitClaimDocument = withFaults(
  graphql(`
    mutation SubmitHoursClaim($input: SubmitHoursClaimInput!) {
      submitHoursClaim(input: $input) {
        __typename
        ... on SubmitHoursClaimSuccess {
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
