import type { MyCredentialsQuery, TowardsCredentialsQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** The credentials the viewer holds. */
export const credentialsDocument = graphql(`
  query MyCredentials($after: String) {
    viewer {
      member {
        id
        credentials(first: 20, after: $after) {
          edges {
            node {
              id
              status
              issuedAt
              expiresAt
              suspendedAt
              revokedUnlessMendedAt
              endedAt
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
                skills {
                  en
                  zh
                }
              }
              evidence {
                kind
                happenedAt
                until
                minutes
                activityKind
                positionKind
                isStanding
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
`);

type OwnMember = NonNullable<MyCredentialsQuery['viewer']['member']>;

/** A credential the viewer holds. */
export type HeldCredential = NonNullable<OwnMember['credentials']>['edges'][number]['node'];

/** How far the viewer is towards each achievement. */
export const towardsDocument = graphql(`
  query TowardsCredentials {
    viewer {
      member {
        id
        towardsCredentials {
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
          criteria {
            reached
            criterion {
              kind
              activityKind
              positionKind
              measure
              amount
              path {
                id
                title
              }
            }
          }
          viewerActions
        }
      }
    }
  }
`);

type TowardsMember = NonNullable<TowardsCredentialsQuery['viewer']['member']>;

/** How far the viewer is towards one achievement. */
export type Prospect = NonNullable<TowardsMember['towardsCredentials']>[number];

/** Claims a credential. */
export const claimDocument = graphql(`
  mutation ClaimCredential($input: ClaimCredentialInput!) {
    claimCredential(input: $input) {
      __typename
      ... on ClaimCredentialSuccess {
        credential {
          id
          status
        }
      }
    }
  }
`);

/** A credential as a signed document. */
export const badgeDocument = graphql(`
  query OpenBadge($credentialId: ID!, $isNamed: Boolean!, $language: RecordLanguage!) {
    viewer {
      member {
        id
        openBadge(credentialId: $credentialId, isNamed: $isNamed, language: $language)
      }
    }
  }
`);
