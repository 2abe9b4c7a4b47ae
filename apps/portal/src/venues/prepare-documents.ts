import { graphql, withFaults } from '../graph/graphql.js';

/** How an activity comes to be approved, and what is booked for it. */
export const prepareDocument = graphql(`
  query Prepare($id: ID!) {
    activity(id: $id) {
      id
      riskTier
      status
      canBook
      approval {
        round
        noticeDays
        isNoticeOver
        lateReason
        approversNeeded
        approvalsGiven
        evidence {
          kind
          status
          statement
          link
          note
          viewerActions
        }
        judgements {
          id
          kind
          evidenceKind
          note
          judgedAt
          by {
            id
            displayName
          }
        }
      }
      bookings {
        id
        status
        statusReason
        startsAt
        endsAt
        itemCount
        viewerActions
        venue {
          id
          name
        }
        equipment {
          id
          name
        }
      }
    }
  }
`);

/** Gives one kind of evidence. */
export const provideDocument = withFaults(
  graphql(`
    mutation ProvideEvidence($input: ProvideEvidenceInput!) {
      provideEvidence(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Judges one kind of evidence. */
export const judgeDocument = withFaults(
  graphql(`
    mutation JudgeEvidence($input: JudgeEvidenceInput!) {
      judgeEvidence(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Books a venue or equipment. */
export const bookDocument = withFaults(
  graphql(`
    mutation BookForActivity($input: BookForActivityInput!) {
      bookForActivity(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Lets go of what was booked. */
export const releaseDocument = graphql(`
  mutation ReleaseBooking($input: ReleaseBookingInput!) {
    releaseBooking(input: $input) {
      __typename
    }
  }
`);

/** What can be booked, with how much of it is free in a time. */
export const thingsDocument = graphql(`
  query Things($from: DateTime!, $to: DateTime!) {
    venues(first: 100) {
      edges {
        node {
          id
          name
          capacity
          isFree(from: $from, to: $to)
        }
      }
    }
    equipment(first: 100) {
      edges {
        node {
          id
          name
          quantity
          freeCount(from: $from, to: $to)
        }
      }
    }
  }
`);
