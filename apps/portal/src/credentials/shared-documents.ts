import type { SharedThingFragment } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';

const thingText = graphql(`
  fragment SharedThing on SharedItem {
    __typename
    ... on SharedEvidence {
      id
      kind
      happenedAt
      until
      minutes
      activityKind
      positionKind
      activity {
        id
        title
      }
      group {
        id
        name
      }
      proposal {
        id
        title
      }
      path {
        id
        title
      }
    }
    ... on SharedCredential {
      id
      status
      issuedAt
      expiresAt
      achievement {
        id
        title {
          en
          zh
        }
        summary {
          en
          zh
        }
      }
    }
  }
`);

/** One thing of a record as an outsider sees it. */
export const thingFragment = thingText;

/** One thing of a record as the pages show it. */
export type SharedThing = SharedThingFragment;

/** Opens a link for whoever has its token. */
export const openLinkDocument = withFragments(
  graphql(`
    mutation OpenRecordLink($input: OpenRecordLinkInput!) {
      openRecordLink(input: $input) {
        __typename
        ... on OpenRecordLinkSuccess {
          record {
            shownAs
            language
            expiresAt
            issuer
            items {
              ...SharedThing
              ... on SharedCredential {
                document
              }
            }
          }
        }
      }
    }
  `),
  thingFragment,
);

/** Writes what a link shows as a PDF. */
export const printDocument = graphql(`
  mutation PrintTranscript($input: PrintTranscriptInput!) {
    printTranscript(input: $input) {
      __typename
      ... on PrintTranscriptSuccess {
        pdf
      }
    }
  }
`);
