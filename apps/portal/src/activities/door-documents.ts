import { graphql, withFaults } from '../graph/graphql.js';

/** Lets somebody in. */
export const checkInDocument = withFaults(
  graphql(`
    mutation CheckIn($input: CheckInInput!) {
      checkIn(input: $input) {
        __typename
        ... on CheckInSuccess {
          registration {
            id
            status
            checkedInAt
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Corrects who was there, with a reason. */
export const correctDocument = withFaults(
  graphql(`
    mutation CorrectAttendance($input: CorrectAttendanceInput!) {
      correctAttendance(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a place away, with a reason. */
export const removeDocument = withFaults(
  graphql(`
    mutation RemoveRegistration($input: RemoveRegistrationInput!) {
      removeRegistration(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
