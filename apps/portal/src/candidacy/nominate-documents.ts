import type { NominationsQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** An election in which somebody can be nominated. */
export const nominationsDocument = graphql(`
  query Nominations($id: ID!) {
    election(id: $id) {
      id
      title
      status
      viewerActions
      schedule {
        nominationsOpenAt
        nominationsCloseAt
      }
      rules {
        nominators {
          kind
          count
        }
      }
      contests {
        id
        seats
        position {
          id
          title
          kind
        }
        electorate {
          kind
          group {
            id
            name
          }
          constituency {
            id
            programme
            year
          }
        }
      }
    }
  }
`);

/** Members whose name the viewer may see. */
export const membersToNominateDocument = graphql(`
  query MembersToNominate($search: String!) {
    members(first: 8, search: $search) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`);

/** Nominates somebody, or oneself. */
export const nominateDocument = withFaults(
  graphql(`
    mutation NominateCandidate($input: NominateCandidateInput!) {
      nominateCandidate(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** An election as the page of nominations shows it. */
export type ShownNominations = NonNullable<NominationsQuery['election']>;
