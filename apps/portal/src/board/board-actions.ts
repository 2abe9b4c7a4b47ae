import { graphql, withFaults } from '../graph/graphql.js';

/** Keeps a draft. */
export const draftDocument = withFaults(
  graphql(`
    mutation DraftHelpRequest($input: DraftHelpRequestInput!) {
      draftHelpRequest(input: $input) {
        __typename
        ... on DraftHelpRequestSuccess {
          request {
            id
          }
        }
        ... on AssessedWorkError {
          phrases
          canConfirm
        }
        ...Fault
      }
    }
  `),
);

/** Puts a draft before others. */
export const postDocument = withFaults(
  graphql(`
    mutation PostHelpRequest($input: PostHelpRequestInput!) {
      postHelpRequest(input: $input) {
        __typename
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** Asks again for what expired. */
export const repostDocument = withFaults(
  graphql(`
    mutation RepostHelpRequest($input: RepostHelpRequestInput!) {
      repostHelpRequest(input: $input) {
        __typename
        ... on RepostHelpRequestSuccess {
          request {
            id
          }
        }
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** Calls a request off. */
export const cancelDocument = withFaults(
  graphql(`
    mutation CancelHelpRequest($input: CancelHelpRequestInput!) {
      cancelHelpRequest(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Offers help. */
export const offerDocument = withFaults(
  graphql(`
    mutation OfferHelp($input: OfferHelpInput!) {
      offerHelp(input: $input) {
        __typename
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** Takes an offer back. */
export const withdrawDocument = graphql(`
  mutation WithdrawHelpOffer($input: WithdrawHelpOfferInput!) {
    withdrawHelpOffer(input: $input) {
      __typename
    }
  }
`);

/** Says no to an offer, unseen. */
export const declineDocument = graphql(`
  mutation DeclineHelpOffer($input: DeclineHelpOfferInput!) {
    declineHelpOffer(input: $input) {
      __typename
    }
  }
`);

/** Accepts offers. */
export const acceptDocument = withFaults(
  graphql(`
    mutation AcceptHelpOffers($input: AcceptHelpOffersInput!) {
      acceptHelpOffers(input: $input) {
        __typename
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** Reports a request to the moderators. */
export const reportDocument = withFaults(
  graphql(`
    mutation ReportHelpRequest($input: ReportContentInput!) {
      reportContent(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
