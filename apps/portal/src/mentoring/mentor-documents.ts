import { graphql } from '../graph/graphql.js';
import type { MentorsQuery, MyMentoringQuery, MyPairsQuery } from '../generated/graphql.js';

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
export const myPairsDocument = graphql(`
  query MyPairs($after: String) {
    viewer {
      subject
      mentorPairs(first: 10, after: $after) {
        edges {
          node {
            id
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
            status
            askedAt
            answerUntil
            startedAt
            endedAt
            goals {
              id
              words
              reachedAt
            }
            meetings {
              id
              startsAt
              minutes
              words
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
  }
`);

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
