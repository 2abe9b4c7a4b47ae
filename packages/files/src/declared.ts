/*
 * What is decided about a file before and while its bytes come, without touching one: pure, so that domain code may rest on it.
 * Life: that of the file it is about. Owner: whichever service takes the file.
 */
import { FieldChecks, type Result, type Transition, type ValidationError } from '@guildhall/kernel';

/** What is known of malware in a file; nothing is claimed where nobody looked. */
export type ScanVerdict = 'NOT_SCANNED' | 'CLEAN' | 'INFECTED';

/** Where a file stands until it is stored or given up. */
export type IncomingStatus = 'AWAITED' | 'RECEIVING' | 'STORED' | 'REFUSED' | 'FAILED';

/** What can happen to a file until then. */
export type IncomingAction = 'RECEIVE' | 'STORE' | 'REFUSE' | 'FAIL';

/** How long the bytes of a new file are awaited, in milliseconds. */
export const uploadMs = 10 * 60_000;

/** How a file comes: awaited under an address that works once and briefly, received, judged by the scanner, stored or refused. */
export const incomingTransitions: Readonly<
  Record<IncomingAction, Transition<IncomingStatus, { readonly expiresAt: Date }>>
> = {
  RECEIVE: { from: ['AWAITED'], to: ['RECEIVING'], guard: ({ expiresAt }, now) => now <= expiresAt },
  STORE: { from: ['RECEIVING'], to: ['STORED'] },
  REFUSE: { from: ['RECEIVING'], to: ['REFUSED'] },
  FAIL: { from: ['AWAITED', 'RECEIVING'], to: ['FAILED'] },
};

/** Documents and pictures that everybody can open; nothing that runs when it is opened. */
export const documentKinds = [
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

/** What somebody is about to send; the size is in bytes. */
export type DeclaredFile = { readonly name: string; readonly contentType: string; readonly size: number };

/** What is taken, and the sentence for those who declare something else. */
export type DeclaredLimits = {
  readonly bytesMax: number;
  readonly contentTypes: readonly string[];
  readonly advice: string;
};

/** Checks what somebody is about to send, before a byte of it is taken. A name is kept without a path. */
export function checkDeclared(
  told: DeclaredFile,
  { bytesMax, contentTypes, advice }: DeclaredLimits,
): Result<DeclaredFile, ValidationError> {
  const name = (told.name.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim();
  const contentType = told.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return new FieldChecks()
    .text('name', name, { max: 200 })
    .that(contentTypes.includes(contentType), 'contentType', 'UNKNOWN', advice)
    .whole('size', told.size, { min: 1, max: bytesMax })
    .finish({ name, contentType, size: told.size });
}
