import type { ReadReceiptMutation } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** What a receipt code shows. */
export const readReceiptDocument = graphql(`
  mutation ReadReceipt($input: ReadReceiptInput!) {
    readReceipt(input: $input) {
      __typename
      ... on ReadReceiptSuccess {
        receipt {
          kind
          matter
          stage
          status
          openedAt
          closedAt
          outcome
          outcomeSummary
          narrative
          viewerActions
          deadlines {
            id
            kind
            dueAt
            isLate
            metAt
          }
          messages {
            edges {
              node {
                id
                author
                body
                sentAt
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
          referrals {
            id
            department
            status
            sentAt
            answer
            viewerActions
            fields {
              id
              name
              value
              consented
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
          attachmentLimits {
            bytesMax
            contentTypes
          }
        }
      }
    }
  }
`);

/** A case as its code shows it. */
export type ShownReceipt = Extract<
  ReadReceiptMutation['readReceipt'],
  { readonly __typename: 'ReadReceiptSuccess' }
>['receipt'];

/** Writes with a code. */
export const postReceiptMessageDocument = withFaults(
  graphql(`
    mutation PostReceiptMessage($input: PostReceiptMessageInput!) {
      postReceiptMessage(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Consents with a code. */
export const consentByReceiptDocument = withFaults(
  graphql(`
    mutation ConsentByReceipt($input: ConsentByReceiptInput!) {
      consentByReceipt(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes consent back with a code. */
export const withdrawConsentByReceiptDocument = graphql(`
  mutation WithdrawConsentByReceipt($input: WithdrawConsentByReceiptInput!) {
    withdrawConsentByReceipt(input: $input) {
      __typename
    }
  }
`);

/** Accepts the outcome with a code. */
export const closeByReceiptDocument = graphql(`
  mutation CloseCaseByReceipt($input: CloseCaseByReceiptInput!) {
    closeCaseByReceipt(input: $input) {
      __typename
    }
  }
`);

/** Ends the case with a code. */
export const withdrawByReceiptDocument = graphql(`
  mutation WithdrawCaseByReceipt($input: WithdrawCaseByReceiptInput!) {
    withdrawCaseByReceipt(input: $input) {
      __typename
    }
  }
`);

/** Makes the case the viewer's own. */
export const claimCaseDocument = withFaults(
  graphql(`
    mutation ClaimCase($input: ClaimCaseInput!) {
      claimCase(input: $input) {
        __typename
        ... on ClaimCaseSuccess {
          case {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** Makes room for a file with a code. */
export const prepareByReceiptDocument = withFaults(
  graphql(`
    mutation PrepareAttachmentByReceipt($input: PrepareAttachmentByReceiptInput!) {
      prepareAttachmentByReceipt(input: $input) {
        __typename
        ... on PrepareAttachmentByReceiptSuccess {
          uploadUrl
        }
        ...Fault
      }
    }
  `),
);

/** The address of a file behind a code. */
export const openByReceiptDocument = graphql(`
  mutation OpenAttachmentByReceipt($input: OpenAttachmentByReceiptInput!) {
    openAttachmentByReceipt(input: $input) {
      __typename
      ... on OpenAttachmentByReceiptSuccess {
        downloadUrl
      }
    }
  }
`);
