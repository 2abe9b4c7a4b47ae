import type { OrganiseQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** Everything about how one activity is organised. */
export const organiseDocument = graphql(`
  query Organise($id: ID!) {
    activity(id: $id) {
      id
      title
      startsAt
      endsAt
      place
      capacity
      viewerActions
      languages
      accessFeatures
      venue {
        id
        accessFeatures
      }
      pools {
        id
        name
        audience
        seats
        seatsLeft
        opensAt
        closesAt
        mergesAt
        isMerged
        constituencies {
          id
          programme
          year
        }
      }
      series {
        id
        startTime
        minutes
        lastsUntil
        endedAt
        viewerActions
        dates {
          on
          startsAt
          isSkipped
          activity {
            id
          }
        }
      }
      group {
        id
        name
      }
      organising {
        viewerActions
        team {
          id
          role
          status
          viewerActions
          member {
            id
            displayName
          }
        }
        tasks {
          id
          title
          notes
          dueAt
          status
          isBlocked
          isLate
          needs
          waitsFor
          viewerActions
          owner {
            id
            displayName
          }
        }
        runSheet {
          id
          title
          notes
          place
          startsAt
          endsAt
          minutes
          warnings
          member {
            id
            displayName
          }
        }
        budget {
          askedAmount
          approvedAmount
          allowedAmount
          state
          plannedIncome
          actualIncome
          plannedExpense
          actualExpense
          expectedExpense
          lines {
            id
            kind
            title
            planned
            actual
            receiptNote
          }
        }
      }
    }
  }
`);

/** An activity as its team sees it. */
export type OrganisedActivity = NonNullable<OrganiseQuery['activity']>;

/** How it is organised. */
export type ShownOrganising = NonNullable<OrganisedActivity['organising']>;

/** A part of the page: what it shows, of which activity, and what to do after a change. */
export type PartProps = {
  readonly activity: OrganisedActivity;
  readonly organising: ShownOrganising;
  readonly onChange: () => void;
};
