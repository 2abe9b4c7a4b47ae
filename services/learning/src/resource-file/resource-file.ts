/*
 * A file of a resource: slides, a spreadsheet, a poster, as its author sent it.
 * Life: awaited under an address that works once and briefly, received, judged by the scanner, stored or refused; removed
 * when no version names it. What is stored never changes. Owner: learning.
 */
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';

/** The id of a file; random. */
export type ResourceFileId = Id<'ResourceFile'>;

/** What is known of malware in it; nothing is claimed where nobody looked. */
export type ScanVerdict = 'NOT_SCANNED' | 'CLEAN' | 'INFECTED';

/** Where a file stands. */
export type ResourceFileStatus = 'AWAITED' | 'RECEIVING' | 'STORED' | 'REFUSED' | 'FAILED';

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
export type ResourceFileAction = 'RECEIVE' | 'STORE' | 'REFUSE' | 'FAIL';

/** The life of a file. */
export const resourceFileLifecycle = defineLifecycle<ResourceFile, ResourceFileStatus, ResourceFileAction>(
  {
    name: 'ResourceFile',
    initial: ['AWAITED'],
    states: ['AWAITED', 'RECEIVING', 'STORED', 'REFUSED', 'FAILED'],
    transitions: {
      RECEIVE: { from: ['AWAITED'], to: ['RECEIVING'], guard: ({ expiresAt }, now) => now <= expiresAt },
      STORE: { from: ['RECEIVING'], to: ['STORED'] },
      REFUSE: { from: ['RECEIVING'], to: ['REFUSED'] },
      FAIL: { from: ['AWAITED', 'RECEIVING'], to: ['FAILED'] },
    },
  },
  ({ status }) => status,
);

/** What is found out while the bytes pass. */
export type Found = { readonly scan?: ScanVerdict; readonly digest?: string };

/** Moves a file along; what is stored carries its digest, the scanner's verdict and the instant. */
export function changeResourceFile(
  file: ResourceFile,
  action: ResourceFileAction,
  { now, scan, digest }: Found & { readonly now: Date },
): Result<ResourceFile, IllegalTransitionError> {
  const status = resourceFileLifecycle.next(action, file, now);
  if (!status.ok) return status;
  const storedAt = status.value === 'STORED' ? now : file.storedAt;
  return ok({ ...file, status: status.value, scan: scan ?? file.scan, digest: digest ?? file.digest, storedAt });
}
