import type { BallotPaperQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** What a ballot paper is drawn from and what it is sealed with. */
export const ballotPaperDocument = graphql(`
  query BallotPaper($id: ID!) {
    election(id: $id) {
      id
      title
      status
      viewerActions
      schedule {
        votingClosesAt
      }
      ballotKeys {
        trustee
        publicKey
      }
      contests {
        id
        seats
        viewerBallot
        position {
          id
          title
        }
        candidates {
          id
          name
          isReopen
          status
          statements {
            language
            text
          }
        }
      }
    }
  }
`);

/** Casts sealed ballots; the answer says of each contest that the viewer has voted. */
export const castBallotsDocument = withFaults(
  graphql(`
    mutation CastBallots($input: CastBallotsInput!) {
      castBallots(input: $input) {
        __typename
        ... on CastBallotsSuccess {
          receipts {
            receipt
            contest {
              id
              viewerBallot
            }
          }
        }
        ...Fault
      }
    }
  `),
);

/** How the ballot of a receipt is included in each contest of an election, as far as it is. */
export const inclusionDocument = graphql(`
  query BallotInclusion($id: ID!, $receipt: String!) {
    election(id: $id) {
      id
      title
      status
      contests {
        id
        position {
          id
          title
        }
        ballotRoot
        inclusionProof(receipt: $receipt) {
          index
          size
          path
        }
      }
    }
  }
`);

/** An election whose ballot paper is shown. */
export type PaperElection = NonNullable<BallotPaperQuery['election']>;
/** A contest of a ballot paper. */
export type PaperContest = PaperElection['contests'][number];
/** Whom a ballot can rank. */
export type PaperCandidate = PaperContest['candidates'][number];
