/*
 * A file of a resource: slides, a spreadsheet, a poster, as its author sent it.
 * Life: awaited under an address that works once and briefly, received, judged by the scanner, stored or refused; removed
 * once no version names it. What is stored never changes: another file is another one. Owner: learning.
 */
import {
  documentKinds,
  incomingTransitions,
  type IncomingAction,
  type IncomingStatus,
  type ScanVerdict,
} from '@guildhall/files/declared';
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';

/** The id of a file; random. */
export type ResourceFileId = Id<'ResourceFile'>;

/** Where a file stands. */
export type ResourceFileStatus = IncomingStatus | 'REMOVED';

/** What is known of a file. */
export type ResourceFile = {
  readonly id: ResourceFileId;
  readonly ownerId: Id<'Member'>;
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly status: ResourceFileStatus;
  /** The SHA-256 of what is stored, in hexadecimal. */
  readonly digest: string | undefined;
  readonly scan: ScanVerdict | undefined;
  readonly preparedAt: Date;
  /** Until when the bytes are awaited. */
  readonly expiresAt: Date;
  readonly storedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a file. */
export type ResourceFileAction = IncomingAction | 'REMOVE';

/** The life of a file. What is removed goes from the store first; a removal that broke off is taken up again. */
export const resourceFileLifecycle = defineLifecycle<ResourceFile, ResourceFileStatus, ResourceFileAction>(
  {
    name: 'ResourceFile',
    initial: ['AWAITED'],
    states: ['AWAITED', 'RECEIVING', 'STORED', 'REFUSED', 'FAILED', 'REMOVED'],
    transitions: {
      ...incomingTransitions,
      REMOVE: { from: ['AWAITED', 'RECEIVING', 'STORED', 'REFUSED', 'FAILED', 'REMOVED'], to: ['REMOVED'] },
    },
  },
  (file) => file.status,
);

/** Moves a file along; what is stored carries its digest, the scanner's verdict and the instant. */
export function changeResourceFile(
  file: ResourceFile,
  action: ResourceFileAction,
  { now, scan, digest }: { readonly now: Date; readonly scan?: ScanVerdict; readonly digest?: string },
): Result<ResourceFile, IllegalTransitionError> {
  const status = resourceFileLifecycle.next(action, file, now);
  if (!status.ok) return status;
  const storedAt = status.value === 'STORED' ? now : file.storedAt;
  return ok({ ...file, status: status.value, scan: scan ?? file.scan, digest: digest ?? file.digest, storedAt });
}

/** Kinds of files that people learn from: documents, slides, tables and sound. Archives are not among them: nobody sees what is in one. */
export const contentTypes: readonly string[] = [
  ...documentKinds,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/csv',
  'audio/mpeg',
  'audio/ogg',
];

/** What those are told who declare another kind. */
export const resourceFileAdvice = 'Send a document, slides, a table, a picture, plain text or sound.';
