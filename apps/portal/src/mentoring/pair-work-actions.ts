import { graphql, withFaults } from '../graph/graphql.js';

/** Writes a goal down. */
export const setGoalDocument = withFaults(
  graphql(`
    mutation SetMentorGoal($input: SetMentorGoalInput!) {
      setMentorGoal(input: $input) {
        __typename
        ... on SetMentorGoalSuccess {
          mentorPair {
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
        }
        ...Fault
      }
    }
  `),
);

/** Marks a goal. */
export const tickGoalDocument = graphql(`
  mutation TickMentorGoal($input: TickMentorGoalInput!) {
    tickMentorGoal(input: $input) {
      __typename
      ... on TickMentorGoalSuccess {
        mentorPair {
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
      }
    }
  }
`);

/** Drops a goal. */
export const dropGoalDocument = graphql(`
  mutation DropMentorGoal($input: DropMentorGoalInput!) {
    dropMentorGoal(input: $input) {
      __typename
      ... on DropMentorGoalSuccess {
        mentorPair {
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
      }
    }
  }
`);

/** Writes a meeting down. */
export const noteMeetingDocument = withFaults(
  graphql(`
    mutation NoteMentorMeeting($input: NoteMentorMeetingInput!) {
      noteMentorMeeting(input: $input) {
        __typename
        ... on NoteMentorMeetingSuccess {
          mentorPair {
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
        }
        ...Fault
      }
    }
  `),
);

/** Drops a meeting. */
export const dropMeetingDocument = graphql(`
  mutation DropMentorMeeting($input: DropMentorMeetingInput!) {
    dropMentorMeeting(input: $input) {
      __typename
      ... on DropMentorMeetingSuccess {
        mentorPair {
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
      }
    }
  }
`);
