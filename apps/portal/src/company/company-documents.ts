import type { ActivityCompanyQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** How the viewer stands to company to an activity. */
export const companyDocument = graphql(`
  query ActivityCompany($id: ID!) {
    viewer {
      subject
      activityCompany(activityId: $id) {
        activity {
          id
        }
        status
        sizeMax
        viewerActions
        companions {
          name
        }
        conversation {
          id
        }
      }
    }
  }
`);

/** Asks for company. */
export const askForCompanyDocument = withFaults(
  graphql(`
    mutation AskForCompany($input: AskForCompanyInput!) {
      askForCompany(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes the ask back. */
export const withdrawCompanyDocument = graphql(`
  mutation WithdrawCompanyAsk($input: WithdrawCompanyAskInput!) {
    withdrawCompanyAsk(input: $input) {
      __typename
    }
  }
`);

/** How the viewer stands to an activity's company. */
export type ShownCompany = NonNullable<ActivityCompanyQuery['viewer']['activityCompany']>;
