import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { pairFragment } from './pair-fragment.js';

/** Writes a goal down. */
export const setGoalDocument = withFragments(
  withFaults(
    graphql(`
      mutation SetMentorGoal($input: SetMentorGoalInput!) {
        setMentorGoal(input: $input) {
          __typename
          ... on SetMentorGoalSuccess {
            mentorPair {
              ...PairWork
            }
          }
          ...Fault
        }
      }
    `),
  ),
  pairFragment,
);

/** Marks a goal. */
export const tickGoalDocument = withFragments(
  graphql(`
    mutation TickMentorGoal($input: TickMentorGoalInput!) {
      tickMentorGoal(input: $input) {
        __typename
        ... on TickMentorGoalSuccess {
          mentorPair {
            ...PairWork
          }
        }
      }
    }
  `),
  pairFragment,
);

/** Drops a goal. */
export const dropGoalDocument = withFragments(
  graphql(`
    mutation DropMentorGoal($input: DropMentorGoalInput!) {
      dropMentorGoal(input: $input) {
        __typename
        ... on DropMentorGoalSuccess {
          mentorPair {
            ...PairWork
          }
        }
      }
    }
  `),
  pairFragment,
);

/** Writes a meeting down. */
export const noteMeetingDocument = withFragments(
  withFaults(
    graphql(`
      mutation NoteMentorMeeting($input: NoteMentorMeetingInput!) {
        noteMentorMeeting(input: $input) {
          __typename
          ... on NoteMentorMeetingSuccess {
            mentorPair {
              ...PairWork
            }
          }
          ...Fault
        }
      }
    `),
  ),
  pairFragment,
);

/** Drops a meeting. */
export const dropMeetingDocument = withFragments(
  graphql(`
    mutation DropMentorMeeting($input: DropMentorMeetingInput!) {
      dropMentorMeeting(input: $input) {
        __typename
        ... on DropMentorMeetingSuccess {
          mentorPair {
            ...PairWork
          }
        }
      }
    }
  `),
  pairFragment,
);
