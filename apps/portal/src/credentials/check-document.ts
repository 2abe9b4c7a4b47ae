import { graphql, withFaults } from '../graph/graphql.js';

/** Asks what a signed document is worth. */
export const checkDocument = withFaults(
  graphql(`
    mutation CheckCredential($input: CheckCredentialInput!) {
      checkCredential(input: $input) {
        __typename
        ... on CheckCredentialSuccess {
          check {
            finding
            title
            holderName
            issuedAt
            expiresAt
          }
        }
        ...Fault
      }
    }
  `),
);
