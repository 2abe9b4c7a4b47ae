import { graphql } from '../graph/graphql.js';

/** Lets somebody in. */
export const checkInDocument = graphql(`
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
      ... on UserError {
        message
      }
    }
  }
`);

/** Corrects who was there, with a reason. */
export const correctDocument = graphql(`
  mutation CorrectAttendance($input: CorrectAttendanceInput!) {
    correctAttendance(input: $input) {
      __typename
      ... on UserError {
        message
      }
      ... on ValidationError {
        fields {
          path
          rule
        }
      }
    }
  }
`);

/** Takes a place away, with a reason. */
export const removeDocument = graphql(`
  mutation RemoveRegistration($input: RemoveRegistrationInput!) {
    removeRegistration(input: $input) {
      __typename
      ... on UserError {
        message
      }
      ... on ValidationError {
        fields {
          path
          rule
        }
      }
    }
  }
`);
