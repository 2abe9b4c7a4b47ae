import { graphql, withFragments } from '../graph/graphql.js';

/** What a card of a list shows of an opportunity. */
export const opportunityCardFragment = graphql(`
  fragment OpportunityCard on Opportunity {
    id
    title
    kind
    place
    status
    nextShiftAt
    placesLeft
    host {
      id
      name
    }
  }
`);

/** What people can do for others. */
export const opportunitiesDocument = withFragments(
  graphql(`
    query Opportunities($filter: OpportunityFilterInput, $after: String) {
      opportunities(first: 12, filter: $filter, after: $after) {
        edges {
          node {
            ...OpportunityCard
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

/** Whether the viewer is a volunteer only, or also speaks for somebody who needs volunteers. */
export const serviceViewerDocument = graphql(`
  query ServiceViewer {
    viewer {
      subject
      managesService
      serviceHosts {
        id
      }
    }
  }
`);

/** One opportunity. */
export const opportunityDocument = graphql(`
  query Opportunity($id: ID!) {
    opportunity(id: $id) {
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
      status
      statusReason
      viewerActions
      host {
        id
        name
        about
        link
        group {
          id
          name
        }
      }
    }
  }
`);
