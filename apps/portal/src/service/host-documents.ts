import type { HostRegisterQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** The list of hosts, for those who keep it. */
export const hostRegisterDocument = graphql(`
  query HostRegister($after: String) {
    serviceHosts(first: 20, after: $after) {
      edges {
        node {
          id
          name
          about
          link
          status
          group {
            id
            name
          }
          contact {
            id
            displayName
          }
          viewerActions
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A host as those who keep the list see it. */
export type RegisteredHost = NonNullable<HostRegisterQuery['serviceHosts']>['edges'][number]['node'];

/** The groups that a host can be. */
export const hostGroupsDocument = graphql(`
  query HostGroups {
    groups(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

/** The members who can speak for a host, by the beginning of their name. */
export const hostContactsDocument = graphql(`
  query HostContacts($search: String!) {
    members(first: 10, search: $search) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`);

/** Lists a host. */
export const addHostDocument = withFaults(
  graphql(`
    mutation AddServiceHost($input: AddServiceHostInput!) {
      addServiceHost(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes what is written about a host. */
export const editHostDocument = withFaults(
  graphql(`
    mutation EditServiceHost($input: EditServiceHostInput!) {
      editServiceHost(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
