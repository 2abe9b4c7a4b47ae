/*
 * Help credits: what those who are helped hand on when it is done. Zero-sum, without interest, worth nothing elsewhere.
 * A balance is the sum of the movements; no column holds it. Owner: membership.
 */
import type { Id } from '@guildhall/kernel';
import type { HelpMatchId } from '../help-match/help-match.js';
import type { HelpRequest, HelpRequestId } from '../help-request/help-request.js';
import { creditFloor } from '../help-request/help-limits.js';
import type { MemberId } from '../member/member.js';

/** One side of a transfer, as its member reads it. */
export type HelpCreditMovement = {
  readonly id: Id<'HelpCreditMovement'>;
  readonly matchId: HelpMatchId;
  readonly requestId: HelpRequestId;
  readonly memberId: MemberId;
  /** Who gave or got the other side. */
  readonly otherId: MemberId;
  readonly amount: number;
  readonly movedAt: Date;
};

/** How many credits a member could still promise. */
export function promisable({ balance, promised }: { readonly balance: number; readonly promised: number }): number {
  return balance - promised - creditFloor;
}

/** What a request promises to all helpers together. */
export function promiseOf({ credits, helpersWanted }: Pick<HelpRequest, 'credits' | 'helpersWanted'>): number {
  return credits * helpersWanted;
}
