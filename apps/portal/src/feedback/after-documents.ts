import type { AfterActivityQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** What comes after an activity, and its photos. */
export const afterDocument = graphql(`
  query AfterActivity($id: ID!) {
    activity(id: $id) {
      id
      title
      canThank
      thanks {
        id
        text
        thankedAt
        giver {
          id
          displayName
        }
      }
      photoCounts {
        yes
        no
        askMe
        open
      }
      photoRefusals(first: 50) {
        edges {
          cursor
          node {
            id
            member {
              id
              displayName
            }
          }
        }
      }
      viewerRegistration {
        id
        status
        photoChoice
      }
      feedback {
        closesAt
        isOpen
        viewerActions
        viewerAnswer {
          rating
          text
        }
        summary {
          askedCount
          answersMin
          answerCount
          ratings {
            rating
            count
          }
        }
      }
    }
  }
`);

/** A page of what people wrote. */
export const textsDocument = graphql(`
  query FeedbackTexts($id: ID!, $after: String) {
    activity(id: $id) {
      id
      feedback {
        summary {
          texts(first: 20, after: $after) {
            edges {
              cursor
              node {
                id
                text
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`);

/** Answers. */
export const giveDocument = withFaults(
  graphql(`
    mutation GiveFeedback($input: GiveFeedbackInput!) {
      giveFeedback(input: $input) {
        __typename
        ... on GiveFeedbackSuccess {
          activity {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** Says whether one may be seen in photos. */
export const photosDocument = graphql(`
  mutation ChoosePhotos($input: ChoosePhotosInput!) {
    choosePhotos(input: $input) {
      __typename
      ... on ChoosePhotosSuccess {
        registration {
          id
          photoChoice
        }
      }
    }
  }
`);

/** Thanks a team. */
export const thankDocument = withFaults(
  graphql(`
    mutation ThankCrew($input: ThankCrewInput!) {
      thankCrew(input: $input) {
        __typename
        ... on ThankCrewSuccess {
          thanks {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** What comes after one activity. */
export type ShownAfter = NonNullable<AfterActivityQuery['activity']>;
/** Its feedback. */
export type ShownFeedback = NonNullable<ShownAfter['feedback']>;
