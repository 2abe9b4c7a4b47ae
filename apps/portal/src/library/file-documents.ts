import type { ResourceFilePartFragment } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** What is shown of the file of a resource. */
export const fileFragment = graphql(`
  fragment ResourceFilePart on ResourceFile {
    id
    name
    contentType
    size
    scan
    storedAt
  }
`);

/** The file of a resource as it is shown. */
export type ShownResourceFile = ResourceFilePartFragment;

/** Makes room for a file. */
export const prepareFileDocument = withFaults(
  graphql(`
    mutation PrepareResourceFile($input: PrepareResourceFileInput!) {
      prepareResourceFile(input: $input) {
        __typename
        ... on PrepareResourceFileSuccess {
          id
          uploadUrl
        }
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** The address of a file. */
export const fileAddressDocument = graphql(`
  query ResourceFileAddress($id: ID!) {
    resourceFileAddress(id: $id) {
      url
    }
  }
`);
