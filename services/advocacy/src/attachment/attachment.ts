/*
 * An attachment: a file in the conversation or the inner file of a case. Its bytes are encrypted before they are stored;
 * name and digest are sealed texts. Life: awaited under an address that works once and briefly, received, judged by the
 * scanner, stored or refused; erased with its case. Owner: advocacy.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';

/** The id of an attachment; random. */
export type AttachmentId = Id<'Attachment'>;

/** Who reads it: all who read the conversation, or those who work on the case. */
export type AttachmentLayer = 'CASE' | 'INTERNAL';

/** Which side sent it. */
export type AttachmentSender = 'STUDENT' | 'CASE_WORKER' | 'REPRESENTATIVE';

/** What is known of malware in it; nothing is claimed where nobody looked. */
export type ScanVerdict = 'NOT_SCANNED' | 'CLEAN' | 'INFECTED';

/** Where an attachment stands. */
export type AttachmentStatus = 'AWAITED' | 'RECEIVING' | 'STORED' | 'REFUSED' | 'FAILED' | 'ERASED';

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
export type AttachmentAction = 'RECEIVE' | 'STORE' | 'REFUSE' | 'FAIL' | 'ERASE';

/** How long the bytes of a new attachment are awaited, in milliseconds. */
export const uploadMs = 10 * 60_000;

/** How long an address to download from works, in milliseconds. */
export const downloadMs = 60_000;

/** The life of an attachment. */
export const attachmentLifecycle = defineLifecycle<Attachment, AttachmentStatus, AttachmentAction>(
  {
    name: 'Attachment',
    initial: ['AWAITED'],
    states: ['AWAITED', 'RECEIVING', 'STORED', 'REFUSED', 'FAILED', 'ERASED'],
    transitions: {
      RECEIVE: { from: ['AWAITED'], to: ['RECEIVING'], guard: ({ expiresAt }, now) => now <= expiresAt },
      STORE: { from: ['RECEIVING'], to: ['STORED'] },
      REFUSE: { from: ['RECEIVING'], to: ['REFUSED'] },
      FAIL: { from: ['AWAITED', 'RECEIVING'], to: ['FAILED'] },
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

/** Files that people send to an advice service; nothing that runs when it is opened. */
export const contentTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
] as const;

/** The most attachments one case can have; whoever needs more joins some. */
export const attachmentsMax = 100;

/** What somebody is about to send. */
export type DeclaredFile = { readonly name: string; readonly contentType: string; readonly size: number };

/** Checks what somebody is about to send, before a byte of it is taken. A name is kept without a path. */
export function checkDeclared(told: DeclaredFile, bytesMax: number): Result<DeclaredFile, ValidationError> {
  const name = (told.name.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim();
  const contentType = told.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return new FieldChecks()
    .text('name', name, { max: 200 })
    .that(
      contentTypes.some((known) => known === contentType),
      'contentType',
      'UNKNOWN',
      'Send a PDF, a picture, plain text or a document of a word processor or spreadsheet.',
    )
    .whole('size', told.size, { min: 1, max: bytesMax })
    .finish({ name, contentType, size: told.size });
}

/** The places of an attachment's sealed words: its name, and the digest whose opening is the download. */
export const attachmentPlaces = {
  name: (id: AttachmentId): string => `attachment-name/${id}`,
  content: (id: AttachmentId): string => `attachment/${id}`,
} as const;
