import { describe, expect, it } from '@jest/globals';
import type { QueuedReferral } from './sort-queue.js';
import { isLate, sortQueue } from './sort-queue.js';

const referral = (id: string, status: QueuedReferral['status'], dueAt: string): QueuedReferral => ({
  id,
  status,
  dueAt,
});
const rows = [
  referral('closed-old', 'CLOSED', '2026-09-01T09:00:00.000Z'),
  referral('sent-late', 'SENT', '2026-11-01T09:00:00.000Z'),
  referral('asked', 'INFO_REQUESTED', '2026-10-20T09:00:00.000Z'),
  referral('in-hand', 'ACTIONS', '2026-10-02T09:00:00.000Z'),
  referral('withdrawn', 'WITHDRAWN', '2026-10-10T09:00:00.000Z'),
];
const now = Date.parse('2026-10-25T09:00:00.000Z');

describe('the queue of a department', () => {
  it('shows what waits for an answer, first due first, and puts every referral into one part', () => {
    const ids = (part: 'open' | 'answered' | 'over') => sortQueue(rows, part).map(({ id }) => id);
    expect(ids('open')).toEqual(['asked', 'sent-late']);
    expect(ids('answered')).toEqual(['in-hand']);
    expect(ids('over')).toEqual(['withdrawn', 'closed-old']);
  });

  it('calls late what is owed past its date, and nothing that was answered, closed, withdrawn or has no date', () => {
    expect(rows.filter((row) => isLate(row, now)).map(({ id }) => id)).toEqual(['asked']);
    expect(isLate({ id: 'new', status: 'SENT' }, now)).toBe(false);
  });
});
