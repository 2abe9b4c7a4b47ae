import { graphql } from '../graph/graphql.js';

/** The venues to choose from, by name. */
export const venuesDocument = graphql(`
  query VenueChoice {
    venues(first: 100) {
      edges {
        node {
          id
          name
          capacity
        }
      }
    }
  }
`);

/** What a plan would ask for and what stands in its way. */
export const previewDocument = graphql(`
  query PlanPreview($input: PlanPreviewInput!) {
    planPreview(input: $input) {
      riskTier
      noticeDays
      noticeUntil
      isNoticeOver
      approversNeeded
      evidence
      clashes {
        isVenueTaken
        periods {
          kind
          from
          to
        }
        shared {
          sharedMembers
          activity {
            id
            title
            startsAt
            endsAt
          }
        }
        sameKind {
          sharedMembers
          activity {
            id
            title
            startsAt
            endsAt
          }
        }
        betterTimes {
          startsAt
          endsAt
          sharedCount
          sameKindCount
        }
      }
    }
  }
`);

/** What was learned of the group's latest activities. */
export const lessonsDocument = graphql(`
  query GroupLessons($id: ID!) {
    group(id: $id) {
      id
      lessons {
        wentWell
        toChange
        came
        missed
        writtenAt
        activity {
          id
          title
        }
      }
    }
  }
`);
