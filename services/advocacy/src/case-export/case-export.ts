/*
 * An export: everything a student and their case worker share of a case, in one archive for an external adjudicator, with
 * the names of third parties taken out. Life: asked for by the worker, built, looked through, offered; the student consents
 * to exactly that archive or refuses; it can be downloaded until it expires and is destroyed then. Owner: advocacy.
 */
import { defineLifecycle, FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';

/** Where an export stands. */
export type ExportStatus = 'REQUESTED' | 'BUILT' | 'OFFERED' | 'CONSENTED' | 'REFUSED' | 'DISCARDED' | 'EXPIRED';

/** What is known of an export without its words, which lie sealed with the case. */
export type CaseExport = {
  readonly id: Id<'CaseExport'>;
  readonly caseId: CaseId;
  readonly status: ExportStatus;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly builtAt: Date | undefined;
  readonly offeredAt: Date | undefined;
  readonly answeredAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  /** The SHA-256 of the archive in hexadecimal. */
  readonly digest: string | undefined;
  readonly sizeBytes: number | undefined;
  readonly consentedDigest: string | undefined;
  readonly version: number;
};

/** One download of an export, and by which side. */
export type ExportDownload = {
  readonly id: Id<'ExportDownload'>;
  readonly exportId: Id<'CaseExport'>;
  readonly byWhom: 'STUDENT' | 'CASE_WORKER';
  readonly at: Date;
};

/** What can happen to an export. */
export type ExportAction = 'BUILD' | 'OFFER' | 'CONSENT' | 'REFUSE' | 'DOWNLOAD' | 'DISCARD' | 'EXPIRE';

const living = ['REQUESTED', 'BUILT', 'OFFERED', 'CONSENTED'] as const;
const isInTime = ({ expiresAt }: CaseExport, now: Date): boolean => expiresAt !== undefined && now < expiresAt;

/** The life of an export. */
export const exportLifecycle = defineLifecycle<CaseExport, ExportStatus, ExportAction>(
  {
    name: 'Case export',
    initial: ['REQUESTED'],
    states: [...living, 'REFUSED', 'DISCARDED', 'EXPIRED'],
    transitions: {
      BUILD: { from: ['REQUESTED'], to: ['BUILT'] },
      OFFER: { from: ['BUILT'], to: ['OFFERED'], guard: isInTime },
      CONSENT: { from: ['OFFERED'], to: ['CONSENTED'], guard: isInTime },
      REFUSE: { from: ['OFFERED', 'CONSENTED'], to: ['REFUSED'] },
      DOWNLOAD: { from: ['CONSENTED'], to: ['CONSENTED'], guard: isInTime },
      DISCARD: { from: ['REQUESTED', 'BUILT', 'OFFERED'], to: ['DISCARDED'] },
      EXPIRE: { from: living, to: ['EXPIRED'], guard: (item, now) => !isInTime(item, now) },
    },
  },
  ({ status }) => status,
);

/** Checks the names a worker wants taken out: at most 40, each of 2 to 120 characters. */
export function checkRedactions(names: readonly string[]): Result<readonly string[], ValidationError> {
  const wanted = [...new Set(names.map((name) => name.trim()))];
  const checks = new FieldChecks().textList('redactions', wanted, { max: 40, maxLength: 120 });
  wanted.forEach((name, index) => checks.text(`redactions.${index}`, name, { min: 2, max: 120 }));
  return checks.finish(wanted);
}
