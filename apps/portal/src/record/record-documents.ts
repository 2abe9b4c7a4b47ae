import type { RecordEntryFragment } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';

/** A piece of a record, linked to what it is about. */
export const entryFragment = graphql(`
  fragment RecordEntry on Evidence {
    id
    kind
    happenedAt
    until
    minutes
    isStanding
    takenBackAt
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
    step {
      id
      title
    }
    session {
      id
      group {
        id
        title
      }
    }
  }
`);

/** A piece of a record as the pages show it. */
export type ShownEntry = RecordEntryFragment;

/** The viewer's record, narrowed by what they chose. */
export const recordDocument = withFragments(
  graphql(`
    query MyRecord($kinds: [RecordKind!], $term: ID, $isStanding: Boolean, $after: String, $language: String!) {
      viewer {
        member {
          id
          record(kinds: $kinds, term: $term, isStanding: $isStanding, first: 20, after: $after) {
            edges {
              node {
                ...RecordEntry
                isHidden
                viewerActions
                skills {
                  id
                  name(language: $language)
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
  entryFragment,
);

/** The terms that a record can be narrowed by. */
export const termsDocument = graphql(`
  query MyTerms {
    viewer {
      member {
        id
        growth(terms: 12) {
          key
          season
          startsAt
        }
      }
    }
  }
`);

/** Keeps a piece of the record from being offered to show to others. */
export const hideDocument = graphql(`
  mutation HideEvidence($input: HideEvidenceInput!) {
    hideEvidence(input: $input) {
      __typename
      ... on HideEvidenceSuccess {
        evidence {
          id
          isHidden
          viewerActions
        }
      }
    }
  }
`);

/** Lets it be offered again. */
export const showDocument = graphql(`
  mutation ShowEvidence($input: ShowEvidenceInput!) {
    showEvidence(input: $input) {
      __typename
      ... on ShowEvidenceSuccess {
        evidence {
          id
          isHidden
          viewerActions
        }
      }
    }
  }
`);
