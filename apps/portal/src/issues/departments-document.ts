import { graphql } from '../graph/graphql.js';

/** The departments an issue can go to. */
export const departmentsDocument = graphql(`
  query IssueDepartments {
    departments {
      id
      name
    }
  }
`);
