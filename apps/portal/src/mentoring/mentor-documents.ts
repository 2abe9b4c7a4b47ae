import { graphql, withFragments } from '../graph/graphql.js';
import type { MentorsQuery, MyMentoringQuery, MyPairsQuery } from '../generated/graphql.js';
import { pairFragment } from './pair-fragment.js';

/** The viewer's own offer, and mentors that might suit them. */
export const myMentoringDocument = graphql(`
  query MyMentoring($topics: [String!]) {
    viewer {
      subject
      mentorOffer {
        id
        topics
        courses
        languages
        about
        menteesMax
        menteesNow
        status
        viewerActions
      }
      mentorSuggestions(topics: $topics) {
        id
        mentor {
          id
          displayName
        }
        topics
        courses
        languages
        about
        reasons {
          kind
          about
        }
        viewerActions
      }
    }
  }
`);

/** The viewer's asks and pairs. */
export const myPairsDocument = withFragments(
  graphql(`
    query MyPairs($after: String) {
      viewer {
        subject
        mentorPairs(first: 10, after: $after) {
          edges {
            node {
              ...PairWork
              mentor {
                id
                displayName
              }
              mentee {
                id
                displayName
              }
              isViewerMentor
              line
              askedAt
              answerUntil
              startedAt
              endedAt
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `),
  pairFragment,
);

/** Mentors who take mentees. */
export const mentorsDocument = graphql(`
  query Mentors($filter: MentorOfferFilterInput, $after: String) {
    mentorOffers(first: 12, filter: $filter, after: $after) {
      edges {
        node {
          id
          mentor {
            id
            displayName
          }
          topics
          courses
          languages
          about
          reasons {
            kind
            about
          }
          viewerActions
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A mentor as others find one. */
export type FoundMentor = NonNullable<MentorsQuery['mentorOffers']>['edges'][number]['node'];

/** The viewer's own offer. */
export type OwnOffer = NonNullable<MyMentoringQuery['viewer']['mentorOffer']>;

/** An ask or a pair of the viewer's. */
export type OwnPair = NonNullable<MyPairsQuery['viewer']['mentorPairs']>['edges'][number]['node'];
