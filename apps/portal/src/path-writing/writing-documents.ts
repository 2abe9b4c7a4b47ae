import type { WritePathQuery } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';

/** The versions of paths that are being written or reviewed. */
export const inWorkDocument = graphql(`
  query PathsInWork($after: String) {
    pathVersionsInWork(first: 20, after: $after) {
      edges {
        node {
          id
          version
          status
          viewerActions
          path {
            id
            title
          }
          author {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const versionFragment = graphql(`
  fragment WrittenVersion on PathVersion {
    id
    version
    status
    viewerActions
    prerequisites {
      path {
        id
        title
      }
    }
    steps {
      id
      key
      position
      title
      kind
      activityKind
      daysRequired
      hoursRequired
      guidance
      rubric
      requires
      quiz {
        id
      }
      resource {
        id
        title
      }
    }
  }
`);

/** A path with its versions as whoever writes it sees them. */
export const writePathDocument = withFragments(
  graphql(`
    query WritePath($id: ID!) {
      path(id: $id) {
        id
        title
        summary
        viewerActions
        versions {
          ...WrittenVersion
        }
      }
    }
  `),
  versionFragment,
);

/** A path as whoever writes it sees it. */
export type WrittenPath = NonNullable<WritePathQuery['path']>;

/** One version with its steps. */
export type WrittenVersion = WrittenPath['versions'][number];

/** The paths that others can ask for. */
export const otherPathsDocument = graphql(`
  query OtherPaths {
    paths(first: 100) {
      edges {
        node {
          id
          title
          viewerActions
          published {
            id
          }
        }
      }
    }
  }
`);

/** Resources that a step can ask to read or watch. */
export const stepResourcesDocument = graphql(`
  query StepResources($search: String) {
    resources(first: 20, search: $search, status: PUBLISHED) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`);

/** Writes a new path. */
export const draftPathDocument = withFaults(
  graphql(`
    mutation DraftPath($input: DraftPathInput!) {
      draftPath(input: $input) {
        __typename
        ... on DraftPathSuccess {
          pathVersion {
            id
            path {
              id
            }
          }
        }
        ...Fault
      }
    }
  `),
);

/** Writes the next version of a path. */
export const draftVersionDocument = withFaults(
  graphql(`
    mutation DraftPathVersion($input: DraftPathVersionInput!) {
      draftPathVersion(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes a draft. */
export const editVersionDocument = withFaults(
  graphql(`
    mutation EditPathVersion($input: EditPathVersionInput!) {
      editPathVersion(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Gives a draft to the reviewers. */
export const submitVersionDocument = graphql(`
  mutation SubmitPathVersion($input: SubmitPathVersionInput!) {
    submitPathVersion(input: $input) {
      __typename
    }
  }
`);

/** Gives a version back to its author. */
export const sendBackVersionDocument = graphql(`
  mutation SendBackPathVersion($input: SendBackPathVersionInput!) {
    sendBackPathVersion(input: $input) {
      __typename
    }
  }
`);

/** Publishes a version. */
export const publishVersionDocument = graphql(`
  mutation PublishPathVersion($input: PublishPathVersionInput!) {
    publishPathVersion(input: $input) {
      __typename
    }
  }
`);

/** Closes a path to new enrolments. */
export const retireVersionDocument = graphql(`
  mutation RetirePathVersion($input: RetirePathVersionInput!) {
    retirePathVersion(input: $input) {
      __typename
    }
  }
`);
