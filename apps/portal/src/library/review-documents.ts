import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { fileFragment } from './file-documents.js';

/** What a reviewer is asked to look at. */
export const workDocument = withFragments(
  graphql(`
    query ResourceInWork($id: ID!) {
      resource(id: $id) {
        id
        number
        publishedAt
        inWork {
          id
          number
          title
          summary
          body
          language
          changeNote
          file {
            ...ResourceFilePart
          }
        }
      }
    }
  `),
  fileFragment,
);

/** Publishes the version in work. */
export const publishDocument = graphql(`
  mutation PublishResource($input: PublishResourceInput!) {
    publishResource(input: $input) {
      __typename
    }
  }
`);

/** Gives the version in work back. */
export const sendBackDocument = withFaults(
  graphql(`
    mutation SendBackResource($input: SendBackResourceInput!) {
      sendBackResource(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Holds a resource back. */
export const holdDocument = withFaults(
  graphql(`
    mutation HoldResource($input: HoldResourceInput!) {
      holdResource(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Shows a resource again, or lets it stay. */
export const restoreDocument = withFaults(
  graphql(`
    mutation RestoreResource($input: RestoreResourceInput!) {
      restoreResource(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
