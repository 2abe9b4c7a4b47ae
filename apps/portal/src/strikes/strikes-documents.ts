import { graphql, withFaults } from '../graph/graphql.js';
import type { StrikesQuery, StrikeAppealsQuery } from '../generated/graphql.js';

/** The viewer's own strikes and what they do. */
export const strikesDocument = graphql(`
  query Strikes($after: String) {
    viewer {
      subject
      decidesStrikeAppeals
      strikeStanding {
        weight
        delayMinutes
        drawPercent
        until
        steps {
          from
          delayMinutes
          drawPercent
        }
      }
      strikes(first: 20, after: $after) {
        edges {
          node {
            id
            kind
            status
            weight
            givenAt
            expiresAt
            counts
            appealUntil
            words
            reasons
            viewerActions
            activity {
              id
              title
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** The appeals that wait for a decision of the viewer's. */
export const strikeAppealsDocument = graphql(`
  query StrikeAppeals($after: String) {
    strikeAppeals(first: 20, after: $after) {
      edges {
        node {
          id
          kind
          weight
          givenAt
          words
          appealedAt
          viewerActions
          activity {
            id
            title
          }
          member {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Says something against a strike of one's own. */
export const appealStrikeDocument = withFaults(
  graphql(`
    mutation AppealStrike($input: AppealStrikeInput!) {
      appealStrike(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Decides an appeal. */
export const decideStrikeDocument = withFaults(
  graphql(`
    mutation DecideStrikeAppeal($input: DecideStrikeAppealInput!) {
      decideStrikeAppeal(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** The viewer as the page of strikes knows them. */
export type StrikesViewer = StrikesQuery['viewer'];

/** A strike of the viewer's own. */
export type ShownStrike = NonNullable<StrikesViewer['strikes']>['edges'][number]['node'];

/** An appeal that waits for the viewer. */
export type WaitingAppeal = NonNullable<StrikeAppealsQuery['strikeAppeals']>['edges'][number]['node'];
