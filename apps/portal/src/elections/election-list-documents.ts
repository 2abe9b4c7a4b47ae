import type { ElectionCardFragment } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';

const electionCardFragment = graphql(`
  fragment ElectionCard on Election {
    id
    title
    status
    group {
      id
      name
    }
    schedule {
      nominationsOpenAt
      nominationsCloseAt
      votingOpensAt
      votingClosesAt
    }
  }
`);

/** An election as a card shows it. */
export type CardElection = ElectionCardFragment;

/** The elections in which the viewer has a ballot left. */
export const electionsToVoteInDocument = withFragments(
  graphql(`
    query ElectionsToVoteIn {
      viewer {
        subject
        electionsToVoteIn {
          ...ElectionCard
        }
      }
    }
  `),
  electionCardFragment,
);

/** A page of elections, those with a result or those without. */
export const electionsDocument = withFragments(
  graphql(`
    query Elections($isOver: Boolean!, $first: Int!, $after: String) {
      elections(isOver: $isOver, first: $first, after: $after) {
        edges {
          cursor
          node {
            ...ElectionCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  electionCardFragment,
);
