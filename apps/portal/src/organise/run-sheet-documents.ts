import { graphql, withFaults } from '../graph/graphql.js';

/** Adds a line to the run sheet. */
export const addRunItemDocument = withFaults(
  graphql(`
    mutation AddRunItem($input: AddRunItemInput!) {
      addRunItem(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes a line of the run sheet. */
export const editRunItemDocument = withFaults(
  graphql(`
    mutation EditRunItem($input: EditRunItemInput!) {
      editRunItem(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a line off the run sheet. */
export const removeRunItemDocument = graphql(`
  mutation RemoveRunItem($input: RemoveRunItemInput!) {
    removeRunItem(input: $input) {
      __typename
    }
  }
`);
