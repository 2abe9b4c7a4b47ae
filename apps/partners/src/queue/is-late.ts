import type { ReferralStatus } from '../generated/graphql.js';

/** Where a referral stands, and until when its answer is owed. */
export type OwedAnswer = { readonly status: ReferralStatus; readonly dueAt?: string | null };

const unanswered: readonly ReferralStatus[] = ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED'];

/** True while the department owes an answer. */
export function isOwed({ status }: Pick<OwedAnswer, 'status'>): boolean {
  return unanswered.includes(status);
}

/** True for a referral whose answer is owed and past its due date. One that was answered is never late. */
export function isLate({ status, dueAt }: OwedAnswer, nowMs: number): boolean {
  return isOwed({ status }) && dueAt !== undefined && dueAt !== null && Date.parse(dueAt) < nowMs;
}
