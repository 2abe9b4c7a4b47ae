import type { HelpDeskQuery } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { requestCardFragment } from './request-card-fragment.js';

/** All that the viewer asks and offers, asked with one query. */
export const deskDocument = withFragments(
  graphql(`
    query HelpDesk {
      viewer {
        subject
        helpDesk {
          kinds
          requests(first: 20) {
            edges {
              node {
                ...HelpCard
              }
            }
          }
          over: requests(outstanding: false, first: 10) {
            edges {
              node {
                id
                title
                language
                status
              }
            }
          }
          offers(first: 20) {
            edges {
              node {
                id
                words
                status
                request {
                  id
                  title
                  language
                }
              }
            }
          }
          standingOffers {
            id
            kind
            title
            topics
            languages
            until
          }
          suggestions {
            reasons
            request {
              ...HelpCard
            }
            standingOffer {
              id
              title
            }
          }
          settings {
            contactLine
            showsThanks
          }
        }
      }
    }
  `),
  requestCardFragment,
);

/** The viewer's side of mutual help. */
export type ShownDesk = NonNullable<HelpDeskQuery['viewer']['helpDesk']>;

/** Changes how the viewer is reached and whether thanks are counted. */
export const settingsDocument = withFaults(
  graphql(`
    mutation ChangeHelpSettings($input: ChangeHelpSettingsInput!) {
      changeHelpSettings(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Keeps a standing offer. */
export const standByDocument = withFaults(
  graphql(`
    mutation StandByToHelp($input: StandByToHelpInput!) {
      standByToHelp(input: $input) {
        __typename
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** Ends a standing offer. */
export const endStandingDocument = graphql(`
  mutation EndStandingHelpOffer($input: EndStandingHelpOfferInput!) {
    endStandingHelpOffer(input: $input) {
      __typename
    }
  }
`);
