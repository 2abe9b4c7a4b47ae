import type { RecallQuery } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { askedFragments } from '../quiz/asked-fragments.js';

const cardFragment = graphql(`
  fragment RecallCardParts on RecallCard {
    id
    dueAt
    reviews
    viewerActions
    question {
      ...Asked
    }
    quiz {
      id
      title
    }
    answer {
      ...Answer
    }
    outcome {
      ...Came
    }
    choices {
      rating
      dueAt
    }
  }
`);

/** What the viewer reviews: what is due today, and what is ahead. */
export const recallDocument = withFragments(
  graphql(`
    query Recall {
      viewer {
        subject
        recall {
          dueCount
          cardCount
          nextDueAt
          reviewedToday
          rememberedPercent
          retentionPercent
          pausedAt
          viewerActions
          forecast {
            date
            cards
          }
          due(first: 20) {
            edges {
              node {
                ...RecallCardParts
              }
            }
          }
        }
      }
    }
  `),
  cardFragment,
  ...askedFragments,
);

/** Takes down an answer. */
export const answerCardDocument = withFaults(
  withFragments(
    graphql(`
      mutation AnswerRecallCard($input: AnswerRecallCardInput!) {
        answerRecallCard(input: $input) {
          __typename
          ... on AnswerRecallCardSuccess {
            card {
              ...RecallCardParts
            }
          }
          ...Fault
        }
      }
    `),
    cardFragment,
    ...askedFragments,
  ),
);

/** Says how well a card was remembered. */
export const rateCardDocument = graphql(`
  mutation RateRecallCard($input: RateRecallCardInput!) {
    rateRecallCard(input: $input) {
      __typename
      ... on RateRecallCardSuccess {
        card {
          id
          dueAt
          reviews
          viewerActions
        }
      }
    }
  }
`);

/** Changes what the viewer wishes. */
export const settingsDocument = withFaults(
  graphql(`
    mutation ChangeRecallSettings($input: ChangeRecallSettingsInput!) {
      changeRecallSettings(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** What the viewer reviews. */
export type ShownRecall = NonNullable<RecallQuery['viewer']['recall']>;
/** One card. */
export type ShownCard = ShownRecall['due']['edges'][number]['node'];
