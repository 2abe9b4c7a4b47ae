import { graphql, withFragments } from '../graph/graphql.js';
import type { MyGrowthQuery } from '../generated/graphql.js';
import { entryFragment } from './record-documents.js';

/** What one term of the growth view says. */
export type ShownTerm = NonNullable<NonNullable<MyGrowthQuery['viewer']['member']>['growth']>[number];

/** One document over all four services: what the viewer did, learned and led by term, and what they helped with. */
export const growthDocument = withFragments(
  graphql(`
    query MyGrowth($language: String!) {
      viewer {
        member {
          id
          growth(terms: 6) {
            key
            season
            startsAt
            endsAt
            did {
              count
              minutes
              evidence(first: 6) {
                ...RecordEntry
              }
            }
            learned {
              count
              evidence(first: 6) {
                ...RecordEntry
              }
            }
            led {
              count
              evidence(first: 6) {
                ...RecordEntry
              }
            }
            skills {
              count
              skill {
                id
                name(language: $language)
                summary(language: $language)
              }
              evidence(first: 4) {
                ...RecordEntry
              }
            }
          }
        }
        helpDesk {
          offers(outstanding: false, first: 50) {
            edges {
              node {
                id
                status
                request {
                  id
                  title
                  status
                  completedAt
                }
              }
            }
          }
        }
      }
    }
  `),
  entryFragment,
);
