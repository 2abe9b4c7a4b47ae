import { graphql, withFaults } from '../graph/graphql.js';

/** Asks a member onto the team. */
export const askOntoTeamDocument = graphql(`
  mutation AskOntoTeam($input: AskOntoTeamInput!) {
    askOntoTeam(input: $input) {
      __typename
    }
  }
`);

/** Says yes to a team. */
export const acceptTeamPlaceDocument = graphql(`
  mutation AcceptTeamPlace($input: AcceptTeamPlaceInput!) {
    acceptTeamPlace(input: $input) {
      __typename
    }
  }
`);

/** Says no to a team. */
export const declineTeamPlaceDocument = graphql(`
  mutation DeclineTeamPlace($input: DeclineTeamPlaceInput!) {
    declineTeamPlace(input: $input) {
      __typename
    }
  }
`);

/** Leaves a team. */
export const leaveTeamDocument = withFaults(
  graphql(`
    mutation LeaveTeam($input: LeaveTeamInput!) {
      leaveTeam(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes somebody off a team. */
export const removeFromTeamDocument = withFaults(
  graphql(`
    mutation RemoveFromTeam($input: RemoveFromTeamInput!) {
      removeFromTeam(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
