import type { SearchQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** One page of what fits a text. */
export const searchDocument = graphql(`
  query Search($text: String!, $kinds: [SearchKind!], $after: String) {
    search(text: $text, kinds: $kinds, first: 20, after: $after) {
      edges {
        cursor
        node {
          kind
          rank
          matched
          snippet {
            text
            ranges {
              start
              end
            }
          }
          member {
            id
            displayName
            pronouns
          }
          group {
            id
            name
            kind
          }
          post {
            id
            kind
            writtenAt
            group {
              id
              name
            }
            author {
              id
              displayName
            }
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

/** One hit as the page shows it. */
export type ShownHit = NonNullable<SearchQuery['search']>['edges'][number]['node'];
