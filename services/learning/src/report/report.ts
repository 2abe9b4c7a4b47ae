/*
 * A report: what one member says is wrong with a published resource. Its author is never told whose it is.
 * Life: open until a reviewer decides about the resource. Owner: learning.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ResourceId } from '../resource/resource.js';

/** Why a resource can be reported. */
export type ReportReason =
  | 'COPYRIGHT'
  | 'LIVE_ASSESSMENT'
  | 'WRONG'
  | 'BROKEN_LINK'
  | 'PRIVATE_INFORMATION'
  | 'OFFENSIVE'
  | 'OTHER';

/** A report as stored. */
export type ResourceReport = {
  readonly id: Id<'ResourceReport'>;
  readonly resourceId: ResourceId;
  readonly reporterId: Id<'Member'>;
  readonly reason: ReportReason;
  readonly words: string | undefined;
  /** Whether it counts towards holding the resource back without a reviewer. */
  readonly counts: boolean;
  readonly reportedAt: Date;
};

/** What is decided about a published resource. */
export type ResourceDecisionKind = 'HOLD' | 'RESTORE' | 'RETIRE';

/** A decision as stored; without a person where reports alone held the resource back, without a reason by its author. */
export type ResourceDecision = {
  readonly id: Id<'ResourceDecision'>;
  readonly resourceId: ResourceId;
  readonly decision: ResourceDecisionKind;
  readonly reason: string | undefined;
  readonly decidedBy: Id<'Member'> | undefined;
  readonly decidedAt: Date;
};

/** Checks what somebody says with a report; another reason than the listed ones needs words. */
export function checkReportWords(
  reason: ReportReason,
  words: string | undefined,
): Result<string | undefined, ValidationError> {
  const said = words?.trim() ?? '';
  return new FieldChecks()
    .text('words', said, { min: reason === 'OTHER' ? 1 : 0, max: 500 })
    .finish(said === '' ? undefined : said);
}

/** Checks the reason of a decision, which the author is told; only the author decides without one. */
export function checkDecisionReason(
  reason: string | undefined,
  isAuthor: boolean,
): Result<string | undefined, ValidationError> {
  const said = reason?.trim() ?? '';
  return new FieldChecks()
    .text('reason', said, { min: isAuthor ? 0 : 1, max: 500 })
    .finish(said === '' ? undefined : said);
}
