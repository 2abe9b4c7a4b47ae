import type { ResourceQuery } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { fileFragment } from './file-documents.js';

/** One resource of the library, with what the viewer may do about it. */
export const resourceDocument = withFragments(
  graphql(`
    query Resource($id: ID!) {
      resource(id: $id) {
        id
        title
        summary
        body
        kind
        language
        subject
        tags
        address
        file {
          ...ResourceFilePart
        }
        licence
        status
        number
        publishedAt
        revisedAt
        viewerActions
        courses {
          id
          programme
          year
        }
        author {
          id
          displayName
        }
        ratings {
          average
          raters
          stars {
            stars
            count
          }
          reasons {
            reason
            count
          }
        }
        viewerRating {
          stars
          reason
          words
        }
        inWork {
          id
          number
          status
          reviewNote
        }
        reports {
          id
          reason
          words
          reportedAt
        }
        decisions {
          id
          decision
          reason
          decidedAt
        }
        related(first: 5) {
          id
          title
          kind
          language
        }
      }
    }
  `),
  fileFragment,
);

/** A resource that the viewer may see. */
export type ShownResource = NonNullable<ResourceQuery['resource']>;

/** Rates a resource. */
export const rateDocument = withFaults(
  graphql(`
    mutation RateResource($input: RateResourceInput!) {
      rateResource(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a rating back. */
export const withdrawRatingDocument = graphql(`
  mutation WithdrawRating($input: WithdrawRatingInput!) {
    withdrawRating(input: $input) {
      __typename
    }
  }
`);

/** Reports a resource. */
export const reportDocument = withFaults(
  graphql(`
    mutation ReportResource($input: ReportResourceInput!) {
      reportResource(input: $input) {
        __typename
        ... on ReportResourceSuccess {
          isShown
        }
        ...Fault
      }
    }
  `),
);
