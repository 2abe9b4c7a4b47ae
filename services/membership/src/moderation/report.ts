/*
 * A report: what one member says against one thing that another wrote. Life: live until the thing is decided about or
 * taken back. Its words are kept as they were when it was made, because authors edit. Owner: membership.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { ModerationItemId, ReportReason } from './moderation.js';

/** The id of a report. */
export type ReportId = Id<'Report'>;

/** How a report ended. */
export type ReportOutcome = 'KEPT' | 'REMOVED' | 'GONE';

/** A report as stored. */
export type Report = {
  readonly id: ReportId;
  readonly itemId: ModerationItemId;
  readonly reporterId: MemberId;
  readonly reason: ReportReason;
  readonly note: string | undefined;
  /** What the thing said when it was reported; nothing is left of it once its author took it back. */
  readonly words: string;
  /** Whether it counts towards holding the thing back without a moderator. */
  readonly counts: boolean;
  readonly reportedAt: Date;
  readonly closedAt: Date | undefined;
  readonly outcome: ReportOutcome | undefined;
};

/** Checks what somebody says with a report. Something else than the listed reasons needs words. */
export function checkNote(reason: ReportReason, note: string | undefined): Result<string | undefined, ValidationError> {
  const words = note?.trim() ?? '';
  return new FieldChecks()
    .text('note', words, { min: reason === 'OTHER' ? 1 : 0, max: 500 })
    .finish(words === '' ? undefined : words);
}
