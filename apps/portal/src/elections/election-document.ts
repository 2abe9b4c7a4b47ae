import type { ElectionQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** One election: its dates and rules, who stands for what, and where the viewer's ballots are. */
export const electionDocument = graphql(`
  query Election($id: ID!) {
    election(id: $id) {
      id
      title
      status
      statusReason
      campaignRules
      seedCommitment
      seed
      declaredAt
      viewerActions
      group {
        id
        name
      }
      fills {
        id
        title
      }
      schedule {
        nominationsOpenAt
        nominationsCloseAt
        campaignOpensAt
        votingOpensAt
        votingClosesAt
        complaintsUntil
        mandatesStartAt
      }
      rules {
        version
        complaintDays
        publishedFrom
        nominators {
          kind
          count
        }
      }
      contests {
        id
        seats
        mandatesEndAt
        viewerBallot
        position {
          id
          title
          kind
        }
        electorate {
          kind
          group {
            id
            name
          }
          constituency {
            id
            programme
            year
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
          member {
            id
          }
          statements {
            language
            text
          }
        }
      }
    }
  }
`);

/** An election with its contests. */
export type ShownElection = NonNullable<ElectionQuery['election']>;
/** A contest of an election. */
export type ShownContest = ShownElection['contests'][number];
/** Somebody who stands, or the choice to re-open nominations. */
export type ShownCandidate = ShownContest['candidates'][number];
