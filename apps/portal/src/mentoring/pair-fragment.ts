import { graphql } from '../graph/graphql.js';

/** What changes about a pair by what its two members do: where it stands, its goals and its meetings. */
export const pairFragment = graphql(`
  fragment PairWork on MentorPair {
    id
    status
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
`);
