import type { FairStartQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** The fair start of one activity, and the viewer's own entry. */
export const fairStartDocument = graphql(`
  query FairStart($id: ID!) {
    activity(id: $id) {
      id
      title
      capacity
      registrationOpensAt
      fairStartActions
      fairStart {
        phase
        opensAt
        closesAt
        commitment
        seed
        drawnAt
        places
        entryCount
        peopleCount
        rules {
          baseTickets
          firstTimerTickets
          lossTickets
          lossesMax
          lossDays
          partySizeMax
        }
        viewerEntry {
          id
          registration {
            id
          }
          inviteCode
          people {
            member {
              id
              displayName
            }
          }
          drawn {
            rank
            tickets
            isPlaced
          }
        }
      }
    }
  }
`);

/** Enters a draw. */
export const enterDocument = withFaults(
  graphql(`
    mutation EnterDraw($input: EnterDrawInput!) {
      enterDraw(input: $input) {
        __typename
        ... on EnterDrawSuccess {
          registration {
            id
            status
          }
        }
        ...Fault
      }
    }
  `),
);

/** Joins a party. */
export const joinDocument = withFaults(
  graphql(`
    mutation JoinParty($input: JoinPartyInput!) {
      joinParty(input: $input) {
        __typename
        ... on JoinPartySuccess {
          registration {
            id
            status
          }
        }
        ...Fault
      }
    }
  `),
);

/** Leaves a draw. */
export const leaveDocument = graphql(`
  mutation LeaveDraw($input: LeaveDrawInput!) {
    leaveDraw(input: $input) {
      __typename
      ... on LeaveDrawSuccess {
        registration {
          id
          status
        }
      }
    }
  }
`);

/** Plans a draw, or moves its window. */
export const planDocument = withFaults(
  graphql(`
    mutation PlanFairStart($input: PlanFairStartInput!) {
      planFairStart(input: $input) {
        __typename
        ... on PlanFairStartSuccess {
          activity {
            id
            fairStartActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** An activity with its fair start, if it has one. */
export type FairStartActivity = NonNullable<FairStartQuery['activity']>;
/** A fair start. */
export type ShownFairStart = NonNullable<FairStartActivity['fairStart']>;
