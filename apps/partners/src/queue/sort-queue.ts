import type { ReferralStatus } from '../generated/graphql.js';
import type { QueuePart } from './queue-search.js';

/** What the queue needs to know of a referral. */
export type QueuedReferral = {
  readonly id: string;
  readonly status: ReferralStatus;
  readonly sentAt?: string | null;
  readonly dueAt?: string | null;
};

const parts: Readonly<Record<ReferralStatus, QueuePart>> = {
  DRAFTED: 'open',
  CONSENTED: 'open',
  SENT: 'open',
  ACKNOWLEDGED: 'open',
  INFO_REQUESTED: 'open',
  RESPONDED: 'answered',
  ACTIONS: 'answered',
  CLOSED: 'over',
  WITHDRAWN: 'over',
};

/** The referrals of one part of the queue: first due first, and what is over the other way round, because the newest is looked for. */
export function sortQueue<Row extends QueuedReferral>(rows: readonly Row[], part: QueuePart): readonly Row[] {
  const ofPart = rows.filter(({ status }) => parts[status] === part);
  const sign = part === 'over' ? -1 : 1;
  return ofPart.toSorted((a, b) => sign * (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
}

/** True for a referral whose answer is owed and past its due date. One that was answered is never late. */
export function isLate({ status, dueAt }: QueuedReferral, nowMs: number): boolean {
  return parts[status] === 'open' && dueAt !== undefined && dueAt !== null && Date.parse(dueAt) < nowMs;
}
