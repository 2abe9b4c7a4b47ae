import type { FairStartEntriesQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** A page of what was drawn. */
export const entriesDocument = graphql(`
  query FairStartEntries($id: ID!, $first: Int!, $after: String) {
    activity(id: $id) {
      id
      fairStart {
        entries(first: $first, after: $after) {
          edges {
            cursor
            node {
              id
              rank
              size
              tickets
              number
              isPlaced
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

/** What an entry drew. */
export type ShownEntry = NonNullable<
  NonNullable<FairStartEntriesQuery['activity']>['fairStart']
>['entries']['edges'][number]['node'];
