import { graphql, withFaults } from '../../graph/graphql.js';

/** Gives the group an office. */
export const addPositionDocument = withFaults(
  graphql(`
    mutation AddPosition($input: AddPositionInput!) {
      addPosition(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Writes an office anew. */
export const editPositionDocument = withFaults(
  graphql(`
    mutation EditPosition($input: EditPositionInput!) {
      editPosition(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes an office away that is empty. */
export const removePositionDocument = graphql(`
  mutation RemovePosition($input: RemovePositionInput!) {
    removePosition(input: $input) {
      __typename
    }
  }
`);

/** Gives a member an office. */
export const appointDocument = withFaults(
  graphql(`
    mutation AppointToPosition($input: AppointToPositionInput!) {
      appointToPosition(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Gives a holder another mandate after theirs. */
export const extendDocument = withFaults(
  graphql(`
    mutation ExtendMandate($input: ExtendMandateInput!) {
      extendMandate(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Ends a mandate before its time. */
export const endDocument = graphql(`
  mutation EndMandate($input: EndMandateInput!) {
    endMandate(input: $input) {
      __typename
    }
  }
`);

/** Who is in the group and may be given an office. */
export const candidatesDocument = graphql(`
  query OfficeCandidates($id: ID!) {
    group(id: $id) {
      id
      members(first: 100) {
        edges {
          node {
            id
            member {
              id
              displayName
            }
          }
        }
      }
    }
  }
`);
