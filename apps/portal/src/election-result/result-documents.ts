import { graphql, withFragments } from '../graph/graphql.js';
import type { ContestResultQuery, ElectionResultsQuery } from '../generated/graphql.js';

const standFragment = graphql(`
  fragment ElectionStand on Election {
    id
    title
    status
    statusReason
    declaredAt
    schedule {
      complaintsUntil
    }
    viewerActions
  }
`);

/** Who was elected in every contest of an election. */
export const electionResultsDocument = withFragments(
  graphql(`
    query ElectionResults($id: ID!) {
      election(id: $id) {
        ...ElectionStand
        contests {
          id
          seats
          position {
            id
            title
          }
          turnout {
            electorate
            cast
          }
          result {
            emptySeats
            elected {
              id
              name
            }
          }
        }
      }
    }
  `),
  standFragment,
);

/** How one contest was counted, but for its ballots, which are asked for when somebody counts again. */
export const contestResultDocument = withFragments(
  graphql(`
    query ContestResult($id: ID!) {
      contest(id: $id) {
        id
        seats
        position {
          id
          title
        }
        election {
          ...ElectionStand
          seedCommitment
          seed
          rules {
            publishedFrom
            partFrom
          }
        }
        turnout {
          electorate
          cast
        }
        candidates {
          id
          name
          isReopen
          status
          statusReason
        }
        result {
          countedAt
          countNumber
          valid
          blank
          spoilt
          quota
          emptySeats
          elected {
            id
          }
          passedOver {
            id
          }
          stages {
            number
            kind
            from {
              id
            }
            share {
              surplus
              total
            }
            votes {
              candidate {
                id
              }
              votes
            }
            nonTransferable
            lost
            elected {
              id
            }
            tie {
              between {
                id
              }
              chosen {
                id
              }
              decidedAtStage
            }
          }
          turnoutParts {
            faculty
            electorate
            cast
          }
        }
      }
    }
  `),
  standFragment,
);

/** All ballots of a contest, where there are enough of them to be published. */
export const ballotFileDocument = graphql(`
  query BallotFile($id: ID!) {
    contest(id: $id) {
      id
      result {
        ballotFile
      }
    }
  }
`);

/** An election as the page of its results shows it. */
export type ShownResults = NonNullable<ElectionResultsQuery['election']>;

/** Where an election stands, as every page of its results tells it. */
export type ElectionStand = Pick<
  ShownResults,
  'id' | 'title' | 'status' | 'statusReason' | 'declaredAt' | 'schedule' | 'viewerActions'
>;

/** A contest with its count. */
export type ShownContest = NonNullable<ContestResultQuery['contest']>;

/** How a contest was counted. */
export type ShownResult = NonNullable<ShownContest['result']>;

/** A contest that is counted. */
export type CountedContest = ShownContest & { readonly result: ShownResult };
