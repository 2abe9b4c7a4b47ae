import { graphql } from '../graph/graphql.js';

/** What the department would see of a request, read as the department reads it. */
export const referralPreviewDocument = graphql(`
  query ReferralPreview($id: ID!, $fieldIds: [ID!]!) {
    referralPreview(id: $id, fieldIds: $fieldIds) {
      department {
        id
        name
      }
      fields {
        id
        name
        value
      }
    }
  }
`);
