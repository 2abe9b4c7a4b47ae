import type { OwnTextQuery, ResourceWriterQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** Gives the version in work to the reviewers. */
export const submitDocument = graphql(`
  mutation SubmitResource($input: SubmitResourceInput!) {
    submitResource(input: $input) {
      __typename
    }
  }
`);

/** Opens a new version. */
export const reviseDocument = graphql(`
  mutation ReviseResource($input: ReviseResourceInput!) {
    reviseResource(input: $input) {
      __typename
    }
  }
`);

/** Drops the version in work. */
export const discardDocument = graphql(`
  mutation DiscardRevision($input: DiscardRevisionInput!) {
    discardRevision(input: $input) {
      __typename
    }
  }
`);

/** Takes a resource out of the library. */
export const retireDocument = withFaults(
  graphql(`
    mutation RetireResource($input: RetireResourceInput!) {
      retireResource(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Writes a new resource. */
export const draftDocument = withFaults(
  graphql(`
    mutation DraftResource($input: DraftResourceInput!) {
      draftResource(input: $input) {
        __typename
        ... on DraftResourceSuccess {
          resource {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** Changes the version in work. */
export const editDocument = withFaults(
  graphql(`
    mutation EditResource($input: EditResourceInput!) {
      editResource(input: $input) {
        __typename
        ... on EditResourceSuccess {
          resource {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** Who writes, and which courses they may name. */
export const writerDocument = graphql(`
  query ResourceWriter {
    resourceFileLimits {
      bytesMax
      contentTypes
    }
    viewer {
      subject
      member {
        id
      }
      libraryCourses {
        id
        programme
        year
      }
    }
  }
`);

/** The version in work as its author wrote it. */
export const ownTextDocument = graphql(`
  query OwnText($id: ID!) {
    resourceFileLimits {
      bytesMax
      contentTypes
    }
    viewer {
      subject
      member {
        id
      }
      libraryCourses {
        id
        programme
        year
      }
    }
    resource(id: $id) {
      id
      viewerActions
      publishedAt
      inWork {
        id
        number
        title
        summary
        body
        kind
        language
        subject
        tags
        address
        file {
          id
          name
          contentType
          size
        }
        licence
        changeNote
        reviewNote
        courses {
          id
          programme
          year
        }
      }
    }
  }
`);

/** What the writer may send as a file; nothing where this installation takes none. */
export type WriterLimits = ResourceWriterQuery['resourceFileLimits'];

/** The version in work. */
export type OwnText = NonNullable<NonNullable<OwnTextQuery['resource']>['inWork']>;

/** A course that can be named. */
export type NamedCourse = OwnText['courses'][number];
