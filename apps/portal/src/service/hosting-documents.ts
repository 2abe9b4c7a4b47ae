import type { ShiftPageQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { opportunityCardFragment } from './find-documents.js';
import { shiftFragment } from './service-documents.js';

/** The hosts the viewer speaks for with what they offer, and whether the viewer vets. */
export const hostingDocument = graphql(`
  query Hosting {
    viewer {
      subject
      managesService
      serviceHosts {
        id
        name
        viewerActions
        opportunities {
          id
          title
          status
        }
      }
    }
  }
`);

/** The shifts of a host from yesterday on. */
export const hostShiftsDocument = withFragments(
  graphql(`
    query HostShifts($hostId: ID!, $from: DateTime!, $after: String) {
      shifts(hostId: $hostId, from: $from, first: 8, after: $after) {
        edges {
          node {
            ...ServiceShift
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  shiftFragment,
);

/** The drafts that wait to be vetted. */
export const toVetDocument = withFragments(
  graphql(`
    query OpportunitiesToVet($after: String) {
      opportunitiesToVet(first: 10, after: $after) {
        edges {
          node {
            ...OpportunityCard
            viewerActions
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  opportunityCardFragment,
);

/** One shift, for its host. */
export const shiftPageDocument = withFragments(
  graphql(`
    query ShiftPage($id: ID!, $after: String) {
      shift(id: $id) {
        ...ServiceShift
      }
      shiftSignups(shiftId: $id, first: 50, after: $after) {
        edges {
          node {
            id
            status
            viewerActions
            lacksTraining
            role {
              id
              name
            }
            member {
              id
              displayName
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  shiftFragment,
);

/** Somebody who signed up, as their host sees them. */
export type ShownSignup = NonNullable<ShiftPageQuery['shiftSignups']>['edges'][number]['node'];
