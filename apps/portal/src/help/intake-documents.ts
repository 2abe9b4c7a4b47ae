import type { CaseMatter } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** The name by which the viewer is known, to begin the form with. */
export const nameDocument = graphql(`
  query MyName {
    viewer {
      subject
      member {
        id
        displayName
      }
    }
  }
`);

/** Opens a case of the viewer's own. */
export const openDocument = withFaults(
  graphql(`
    mutation OpenCase($input: OpenCaseInput!) {
      openCase(input: $input) {
        __typename
        ... on OpenCaseSuccess {
          case {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** Opens a case of nobody's name. */
export const openAnonymousDocument = withFaults(
  graphql(`
    mutation OpenAnonymousCase($input: OpenAnonymousCaseInput!) {
      openAnonymousCase(input: $input) {
        __typename
        ... on OpenAnonymousCaseSuccess {
          code
        }
        ...Fault
      }
    }
  `),
);

/** What a case can be about, in the order of the form. */
export const matters = [
  'HOUSING',
  'ACADEMIC',
  'MONEY',
  'COMPLAINT',
  'MISCONDUCT',
  'OTHER',
] as const satisfies readonly CaseMatter[];
