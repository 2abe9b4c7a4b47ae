import type { MyRecordLinksQuery } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { thingFragment } from './shared-documents.js';

/** The viewer's links and what they show now. */
export const linksDocument = withFragments(
  graphql(`
    query MyRecordLinks($after: String) {
      viewer {
        member {
          id
          recordLinks(first: 20, after: $after) {
            edges {
              node {
                id
                note
                shownAs
                status
                createdAt
                expiresAt
                chosenCount
                views
                viewerActions
                items {
                  ...SharedThing
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
    }
  `),
  thingFragment,
);

type LinkMember = NonNullable<MyRecordLinksQuery['viewer']['member']>;

/** A link as its member sees it. */
export type OwnLink = NonNullable<LinkMember['recordLinks']>['edges'][number]['node'];

/** What the viewer can show, and whether they may make a link. */
export const sharableDocument = withFragments(
  graphql(`
    query SharableRecord {
      viewer {
        member {
          id
          displayName
          recordLinkActions
          sharable {
            ...SharedThing
          }
        }
      }
    }
  `),
  thingFragment,
);

/** Makes a link. */
export const shareDocument = withFaults(
  graphql(`
    mutation ShareRecord($input: ShareRecordInput!) {
      shareRecord(input: $input) {
        __typename
        ... on ShareRecordSuccess {
          token
          link {
            id
          }
        }
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** Ends a link. */
export const withdrawDocument = graphql(`
  mutation WithdrawRecordLink($input: WithdrawRecordLinkInput!) {
    withdrawRecordLink(input: $input) {
      __typename
      ... on WithdrawRecordLinkSuccess {
        link {
          id
          status
          viewerActions
        }
      }
    }
  }
`);
