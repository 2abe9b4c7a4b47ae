import type { ResourceDiffQuery, ResourceVersionsQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { fileFragment } from './file-documents.js';

/** The versions of a resource that the viewer may see. */
export const versionsDocument = withFragments(
  graphql(`
    query ResourceVersions($id: ID!, $after: String) {
      resource(id: $id) {
        id
        versions(first: 20, after: $after) {
          edges {
            node {
              id
              number
              status
              changeNote
              publishedAt
              file {
                ...ResourceFilePart
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `),
  fileFragment,
);

/** What changed between two versions. */
export const diffDocument = graphql(`
  query ResourceDiff($id: ID!, $from: Int!, $to: Int!) {
    resource(id: $id) {
      id
      language
      diff(from: $from, to: $to) {
        from
        to
        title {
          text
          change
        }
        summary {
          text
          change
        }
        body {
          text
          change
        }
        facts {
          fact
          before
          after
        }
      }
    }
  }
`);

/** A version as the list shows it. */
export type ListedVersion = NonNullable<ResourceVersionsQuery['resource']>['versions']['edges'][number]['node'];

/** What changed. */
export type ShownDiff = NonNullable<NonNullable<ResourceDiffQuery['resource']>['diff']>;
