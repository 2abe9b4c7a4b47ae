import type { CalendarSettingsQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** The secret addresses of the viewer's calendar, and whether friends may know where they go. */
export const calendarSettingsDocument = graphql(`
  query CalendarSettings {
    viewer {
      subject
      calendarFeedActions
      calendarFeeds {
        id
        name
        createdAt
        viewerActions
      }
      showsGoing
    }
  }
`);

/** What the settings of calendars show. */
export type CalendarSettings = CalendarSettingsQuery['viewer'];

/** Makes a secret address. */
export const createFeedDocument = withFaults(
  graphql(`
    mutation CreateCalendarFeed($input: CreateCalendarFeedInput!) {
      createCalendarFeed(input: $input) {
        __typename
        ... on CreateCalendarFeedSuccess {
          token
        }
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** Revokes a secret address. */
export const revokeFeedDocument = graphql(`
  mutation RevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
    revokeCalendarFeed(input: $input) {
      __typename
    }
  }
`);

/** Says whether friends may know where the viewer goes. */
export const changeGoingDocument = graphql(`
  mutation ChangeGoingSharing($input: ChangeGoingSharingInput!) {
    changeGoingSharing(input: $input) {
      __typename
    }
  }
`);

/** An activity as anybody may see it who was sent its address. */
export const sharedActivityDocument = graphql(`
  query SharedActivity($id: ID!) {
    activity(id: $id) {
      id
      title
      summary
      kind
      place
      startsAt
      endsAt
      status
      phase
      statusReason
      postponedAt
      seatsLeft
      languages
      accessFeatures
      group {
        id
        name
      }
    }
  }
`);
