import type { CandidaciesQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** Where the viewer is nominated or stands. */
export const candidaciesDocument = graphql(`
  query Candidacies {
    viewer {
      subject
      candidacies {
        id
        name
        status
        statusReason
        nominationCount
        nominationsNeeded
        viewerActions
        statements {
          language
          text
        }
        nominators {
          id
          displayName
        }
        appeal {
          text
          madeAt
          isGranted
          reason
        }
        contest {
          id
          position {
            id
            title
          }
          election {
            id
            title
            status
            schedule {
              nominationsCloseAt
              campaignOpensAt
            }
            rules {
              statementMax
            }
          }
        }
      }
    }
  }
`);

/** Agrees to stand. */
export const consentDocument = graphql(`
  mutation ConsentToStand($input: ConsentToStandInput!) {
    consentToStand(input: $input) {
      __typename
    }
  }
`);

/** Does not want to stand. */
export const declineDocument = graphql(`
  mutation DeclineNomination($input: DeclineNominationInput!) {
    declineNomination(input: $input) {
      __typename
    }
  }
`);

/** Stands no longer. */
export const withdrawDocument = graphql(`
  mutation WithdrawCandidacy($input: WithdrawCandidacyInput!) {
    withdrawCandidacy(input: $input) {
      __typename
    }
  }
`);

/** Writes what one says to voters. */
export const editStatementDocument = withFaults(
  graphql(`
    mutation EditStatement($input: EditStatementInput!) {
      editStatement(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Appeals against being refused or taken out. */
export const appealDocument = withFaults(
  graphql(`
    mutation AppealCandidacy($input: AppealCandidacyInput!) {
      appealCandidacy(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** A candidacy of the viewer's own. */
export type ShownCandidacy = NonNullable<CandidaciesQuery['viewer']['candidacies']>[number];
