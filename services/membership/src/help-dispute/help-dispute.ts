/*
 * That those who took part disagree whether help was given. Life: waits until an officer of the union who took no part
 * decides. Owner: membership.
 */
import { FieldChecks, ok, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { HelpRequestId } from '../help-request/help-request.js';
import type { MemberId } from '../member/member.js';

/** The id of a dispute. */
export type HelpDisputeId = Id<'HelpDispute'>;

/** What can be decided: it was done, and what was promised is handed on, or it was not. */
export type HelpDecision = 'COMPLETED' | 'CANCELLED';

/** A dispute as stored; the last four come together. */
export type HelpDispute = {
  readonly id: HelpDisputeId;
  readonly requestId: HelpRequestId;
  readonly raisedBy: MemberId;
  readonly words: string;
  readonly raisedAt: Date;
  readonly decision: HelpDecision | undefined;
  readonly decidedBy: MemberId | undefined;
  readonly reason: string | undefined;
  readonly decidedAt: Date | undefined;
  readonly version: number;
};

/** A dispute that waits for a decision. */
export function raise(
  words: string,
  made: Pick<HelpDispute, 'id' | 'requestId' | 'raisedBy' | 'raisedAt'>,
): Result<HelpDispute, ValidationError> {
  const checked = new FieldChecks().text('words', words, { min: 10, max: 1000 }).finish(words.trim());
  if (!checked.ok) return checked;
  return ok({
    ...made,
    words: checked.value,
    decision: undefined,
    decidedBy: undefined,
    reason: undefined,
    decidedAt: undefined,
    version: 1,
  });
}

/** What an officer decided, and why. */
export type Decided = {
  readonly decision: HelpDecision;
  readonly decidedBy: MemberId;
  readonly reason: string;
  readonly decidedAt: Date;
};

/** A decision with its reason, which everybody who took part reads. */
export function decide(dispute: HelpDispute, decided: Decided): Result<HelpDispute, ValidationError> {
  const reason = decided.reason.trim();
  return new FieldChecks().text('reason', reason, { min: 10, max: 1000 }).finish({ ...dispute, ...decided, reason });
}
