import type { ReferralStatus } from '../generated/graphql.js';

/** What stands in the way of an answer, and until when it is owed. */
export type OwedAnswer = { readonly status: ReferralStatus; readonly dueAt?: string | null };

const unanswered: readonly ReferralStatus[] = ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED'];

/** True for a referral whose answer is owed and past its due date. One that was answered is never late. */
export function isLate({ status, dueAt }: OwedAnswer, nowMs: number): boolean {
  return unanswered.includes(status) && dueAt !== undefined && dueAt !== null && Date.parse(dueAt) < nowMs;
}
