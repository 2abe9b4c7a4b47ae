import type { ActingQuery, RepresentedCaseQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** Who acts on a case, by what authority it was opened, and whether there is a receipt for it. */
export const actingDocument = graphql(`
  query Acting($id: ID!) {
    case(id: $id) {
      id
      isAnonymous
      receiptMadeAt
      accessActions
      authority {
        basis
        recordedAt
        confirmedAt
        viewerActions
      }
      representatives {
        id
        name
        scope
        namedAt
        endsAt
        withdrawnAt
        viewerActions
      }
    }
  }
`);

/** A case with what surrounds its conversation. */
export type ActingCase = NonNullable<ActingQuery['case']>;

/** Lets somebody act. */
export const nameRepresentativeDocument = withFaults(
  graphql(`
    mutation NameRepresentative($input: NameRepresentativeInput!) {
      nameRepresentative(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Ends that. */
export const withdrawRepresentativeDocument = graphql(`
  mutation WithdrawRepresentative($input: WithdrawRepresentativeInput!) {
    withdrawRepresentative(input: $input) {
      __typename
    }
  }
`);

/** Confirms a case that was opened for the viewer. */
export const confirmCaseDocument = graphql(`
  mutation ConfirmCase($input: ConfirmCaseInput!) {
    confirmCase(input: $input) {
      __typename
    }
  }
`);

/** Makes a code for the status of the viewer's own case. */
export const takeReceiptDocument = graphql(`
  mutation TakeReceipt($input: TakeReceiptInput!) {
    takeReceipt(input: $input) {
      __typename
      ... on TakeReceiptSuccess {
        code
      }
    }
  }
`);

/** Cases on which the viewer acts for others. */
export const representedCasesDocument = graphql(`
  query RepresentedCases {
    representedCases(first: 50) {
      edges {
        node {
          id
          matter
          status
          consent {
            id
            endsAt
          }
        }
      }
    }
  }
`);

/** One of them. */
export const representedCaseDocument = graphql(`
  query RepresentedCase($id: ID!) {
    representedCase(caseId: $id) {
      id
      matter
      status
      stage
      openedAt
      narrative
      outcome
      outcomeSummary
      viewerActions
      consent {
        id
        scope
        endsAt
        viewerActions
      }
      messages(first: 100) {
        edges {
          node {
            id
            author
            body
            sentAt
          }
        }
      }
      attachments {
        id
        name
        sender
        size
        scan
        storedAt
      }
    }
  }
`);

/** A case of somebody else's as their representative reads it. */
export type RepresentedCase = NonNullable<RepresentedCaseQuery['representedCase']>;

/** Writes for a student. */
export const postAsRepresentativeDocument = withFaults(
  graphql(`
    mutation PostAsRepresentative($input: PostAsRepresentativeInput!) {
      postAsRepresentative(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
