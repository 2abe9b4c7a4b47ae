import { graphql, withFaults, withFragments } from '../graph/graphql.js';

const placeFragment = graphql(`
  fragment OwnPlace on Registration {
    id
    status
    waitingPlace
    viewerActions
    offer {
      expiresAt
      isHeld
    }
  }
`);

/** Takes a seat or a waiting place; a clash names the activity at the same time. */
export const registerDocument = withFragments(
  withFaults(
    graphql(`
      mutation RegisterForActivity($input: RegisterForActivityInput!) {
        registerForActivity(input: $input) {
          __typename
          ... on RegisterForActivitySuccess {
            registration {
              ...OwnPlace
            }
          }
          ... on PlaceClashError {
            activity {
              id
              title
            }
          }
          ...Fault
        }
      }
    `),
  ),
  placeFragment,
);

/** Takes the seat that is offered; a clash names the activity at the same time. */
export const acceptDocument = withFragments(
  withFaults(
    graphql(`
      mutation AcceptOffer($input: AcceptOfferInput!) {
        acceptOffer(input: $input) {
          __typename
          ... on AcceptOfferSuccess {
            registration {
              ...OwnPlace
            }
          }
          ... on PlaceClashError {
            activity {
              id
              title
            }
          }
          ...Fault
        }
      }
    `),
  ),
  placeFragment,
);

/** Lets an offer go. */
export const declineDocument = withFragments(
  graphql(`
    mutation DeclineOffer($input: DeclineOfferInput!) {
      declineOffer(input: $input) {
        __typename
        ... on DeclineOfferSuccess {
          registration {
            ...OwnPlace
          }
        }
      }
    }
  `),
  placeFragment,
);

/** Gives a seat back. */
export const cancelDocument = withFragments(
  graphql(`
    mutation CancelRegistration($input: CancelRegistrationInput!) {
      cancelRegistration(input: $input) {
        __typename
        ... on CancelRegistrationSuccess {
          registration {
            ...OwnPlace
          }
        }
      }
    }
  `),
  placeFragment,
);

/** Leaves the waiting list. */
export const leaveDocument = withFragments(
  graphql(`
    mutation LeaveWaitingList($input: LeaveWaitingListInput!) {
      leaveWaitingList(input: $input) {
        __typename
        ... on LeaveWaitingListSuccess {
          registration {
            ...OwnPlace
          }
        }
      }
    }
  `),
  placeFragment,
);
