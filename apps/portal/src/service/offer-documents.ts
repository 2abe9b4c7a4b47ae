import { graphql, withFaults } from '../graph/graphql.js';

/** The host for which something is drafted. */
export const draftingHostDocument = graphql(`
  query DraftingHost($id: ID!) {
    serviceHost(id: $id) {
      id
      name
      viewerActions
    }
  }
`);

/** Writes down what a host offers. */
export const draftOpportunityDocument = withFaults(
  graphql(`
    mutation DraftOpportunity($input: DraftOpportunityInput!) {
      draftOpportunity(input: $input) {
        __typename
        ... on DraftOpportunitySuccess {
          opportunity {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Changes a draft. */
export const editOpportunityDocument = withFaults(
  graphql(`
    mutation EditOpportunity($input: EditOpportunityInput!) {
      editOpportunity(input: $input) {
        __typename
        ... on EditOpportunitySuccess {
          opportunity {
            id
            title
            summary
            kind
            place
            skills
            languages
            access
            isAdultsOnly
            asksHost
          }
        }
        ...Fault
      }
    }
  `),
);
