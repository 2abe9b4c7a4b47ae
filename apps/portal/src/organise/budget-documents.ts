import { graphql, withFaults } from '../graph/graphql.js';

/** Adds a line to the budget. */
export const addBudgetLineDocument = withFaults(
  graphql(`
    mutation AddBudgetLine($input: AddBudgetLineInput!) {
      addBudgetLine(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes a line of the budget. */
export const editBudgetLineDocument = withFaults(
  graphql(`
    mutation EditBudgetLine($input: EditBudgetLineInput!) {
      editBudgetLine(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a line out of the budget. */
export const removeBudgetLineDocument = graphql(`
  mutation RemoveBudgetLine($input: RemoveBudgetLineInput!) {
    removeBudgetLine(input: $input) {
      __typename
    }
  }
`);
