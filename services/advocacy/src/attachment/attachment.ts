/*
 * An attachment: a file in the conversation or the inner file of a case. Its bytes are encrypted before they are stored;
 * name and digest are sealed texts. Life: awaited under an address that works once and briefly, received, judged by the
 * scanner, stored or refused; erased with its case. Owner: advocacy.
 */
import {
  documentKinds,
  incomingTransitions,
  type IncomingAction,
  type IncomingStatus,
  type ScanVerdict,
} from '@guildhall/files/declared';
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';

/** The id of an attachment; random. */
export type AttachmentId = Id<'Attachment'>;

/** Who reads it: all who read the conversation, or those who work on the case. */
export type AttachmentLayer = 'CASE' | 'INTERNAL';

/** Which side sent it. */
export type AttachmentSender = 'STUDENT' | 'CASE_WORKER' | 'REPRESENTATIVE';

/** Where an attachment stands. */
export type AttachmentStatus = IncomingStatus | 'ERASED';

/** What is known of an attachment without a key. */
export type Attachment = {
  readonly id: AttachmentId;
  readonly caseId: CaseId;
  readonly sender: AttachmentSender;
  readonly layer: AttachmentLayer;
  readonly status: AttachmentStatus;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly scan: ScanVerdict | undefined;
  readonly preparedAt: Date;
  /** Until when the bytes are awaited. */
  readonly expiresAt: Date;
  readonly storedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to an attachment. */
export type AttachmentAction = IncomingAction | 'ERASE';

/** How long an address to download from works, in milliseconds. */
export const downloadMs = 60_000;

/** The life of an attachment. */
export const attachmentLifecycle = defineLifecycle<Attachment, AttachmentStatus, AttachmentAction>(
  {
    name: 'Attachment',
    initial: ['AWAITED'],
    states: ['AWAITED', 'RECEIVING', 'STORED', 'REFUSED', 'FAILED', 'ERASED'],
    transitions: {
      ...incomingTransitions,
      ERASE: { from: ['STORED'], to: ['ERASED'] },
    },
  },
  ({ status }) => status,
);

/** Moves an attachment along; what is stored carries the scanner's verdict and the instant. */
export function changeAttachment(
  attachment: Attachment,
  action: AttachmentAction,
  now: Date,
  scan?: ScanVerdict,
): Result<Attachment, IllegalTransitionError> {
  const status = attachmentLifecycle.next(action, attachment, now);
  if (!status.ok) return status;
  const isStored = status.value === 'STORED';
  return ok({
    ...attachment,
    status: status.value,
    scan: scan ?? attachment.scan,
    storedAt: isStored ? now : attachment.storedAt,
  });
}

/** Kinds of files that people send to an advice service. */
export const contentTypes = documentKinds;

/** What those are told who declare another kind. */
export const attachmentAdvice = 'Send a PDF, a picture, plain text or a document of a word processor or spreadsheet.';

/** The most attachments one case can have; whoever needs more joins some. */
export const attachmentsMax = 100;

/** The places of an attachment's sealed words: its name, and the digest whose opening is the download. */
export const attachmentPlaces = {
  name: (id: AttachmentId): string => `attachment-name/${id}`,
  content: (id: AttachmentId): string => `attachment/${id}`,
} as const;
