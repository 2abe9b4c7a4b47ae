import type { CaseFilesQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** The files of a case and what may be sent to it. */
export const caseFilesDocument = graphql(`
  query CaseFiles($id: ID!) {
    case(id: $id) {
      id
      accessActions
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
`);

/** A case with its files. */
export type CaseWithFiles = NonNullable<CaseFilesQuery['case']>;

/** Makes room for a file. */
export const prepareAttachmentDocument = withFaults(
  graphql(`
    mutation PrepareAttachment($input: PrepareAttachmentInput!) {
      prepareAttachment(input: $input) {
        __typename
        ... on PrepareAttachmentSuccess {
          uploadUrl
        }
        ...Fault
      }
    }
  `),
);

/** The address of a file. */
export const openAttachmentDocument = graphql(`
  mutation OpenAttachment($input: OpenAttachmentInput!) {
    openAttachment(input: $input) {
      __typename
      ... on OpenAttachmentSuccess {
        downloadUrl
      }
    }
  }
`);
