import { graphql, withFaults } from '../graph/graphql.js';

/** Asks a group to let the viewer in. */
export const requestToJoinDocument = withFaults(
  graphql(`
    mutation RequestToJoin($input: RequestToJoinInput!) {
      requestToJoin(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Lets somebody in, or takes up an invitation. */
export const acceptAdmissionDocument = graphql(`
  mutation AcceptAdmission($input: AcceptAdmissionInput!) {
    acceptAdmission(input: $input) {
      __typename
    }
  }
`);

/** Says no to a request or to an invitation. */
export const declineAdmissionDocument = graphql(`
  mutation DeclineAdmission($input: DeclineAdmissionInput!) {
    declineAdmission(input: $input) {
      __typename
    }
  }
`);

/** Takes a request or an invitation back. */
export const withdrawAdmissionDocument = graphql(`
  mutation WithdrawAdmission($input: WithdrawAdmissionInput!) {
    withdrawAdmission(input: $input) {
      __typename
    }
  }
`);
