import type { LibraryQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';

const cardFragment = graphql(`
  fragment ResourceCard on Resource {
    id
    title
    summary
    kind
    language
    subject
    tags
    file {
      id
      contentType
      size
    }
    ratings {
      average
      raters
    }
  }
`);

/** The library, narrowed; what it can be narrowed by comes with the first page alone. */
export const libraryDocument = withFragments(
  graphql(`
    query Library(
      $search: String
      $kind: ResourceKind
      $language: String
      $subject: String
      $course: ID
      $tag: String
      $after: String
      $isFirst: Boolean!
    ) {
      resources(
        first: 18
        search: $search
        kind: $kind
        language: $language
        subject: $subject
        course: $course
        tag: $tag
        after: $after
        status: PUBLISHED
      ) {
        edges {
          node {
            ...ResourceCard
          }
          highlight {
            excerpt {
              text
              isMatch
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        facets @include(if: $isFirst) {
          kinds {
            kind
            count
          }
          languages {
            value
            count
          }
          subjects {
            value
            count
          }
          courses {
            course {
              id
              programme
              year
            }
            count
          }
          tags {
            value
            count
          }
        }
      }
    }
  `),
  cardFragment,
);

/** What the viewer may do in the library beside reading. */
export const libraryViewerDocument = graphql(`
  query LibraryViewer {
    viewer {
      subject
      reviewsResources
      member {
        id
      }
    }
  }
`);

/** What the viewer wrote. */
export const ownResourcesDocument = graphql(`
  query OwnResources($after: String) {
    viewer {
      subject
      ownResources(first: 20, after: $after) {
        edges {
          node {
            id
            title
            language
            status
            inWork {
              id
              number
              status
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
`);

/** What waits for the viewer's review. */
export const toReviewDocument = graphql(`
  query ResourcesToReview($after: String) {
    resourcesToReview(first: 20, after: $after) {
      edges {
        node {
          id
          title
          language
          kind
          author {
            id
            displayName
          }
          inWork {
            id
            number
            submittedAt
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

/** What was reported or is held back and is for the viewer to decide. */
export const reportedDocument = graphql(`
  query ReportedResources($after: String) {
    reportedResources(first: 20, after: $after) {
      edges {
        node {
          id
          title
          language
          status
          reports {
            id
            reason
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

/** One page of the library. */
export type LibraryPart = NonNullable<LibraryQuery['resources']>;

/** What the library can be narrowed by. */
export type LibraryFacets = NonNullable<LibraryPart['facets']>;
