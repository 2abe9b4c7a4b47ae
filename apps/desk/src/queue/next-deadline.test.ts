import { describe, expect, it } from '@jest/globals';
import { byDeadline, nextDeadline } from './next-deadline.js';

const deadline = (dueAt: string, metAt: string | null = null) =>
  ({ id: dueAt, kind: 'ACKNOWLEDGE', dueAt, metAt, isLate: false }) as const;

describe('the order of the queue', () => {
  it('looks at the soonest promise that is still to be kept', () => {
    const item = {
      openedAt: '2026-11-01',
      deadlines: [deadline('2026-11-02', '2026-11-01'), deadline('2026-11-09'), deadline('2026-11-05')],
    };
    expect(nextDeadline(item)?.dueAt).toBe('2026-11-05');
    expect(nextDeadline({ openedAt: '2026-11-01', deadlines: [deadline('2026-11-02', '2026-11-01')] })).toBeUndefined();
  });

  it('puts what is owed soonest first, then what owes nothing, the oldest first', () => {
    const soon = { openedAt: '2026-11-20', deadlines: [deadline('2026-11-21')] };
    const later = { openedAt: '2026-11-01', deadlines: [deadline('2026-11-25')] };
    const old = { openedAt: '2026-10-01', deadlines: [] };
    const young = { openedAt: '2026-11-19', deadlines: [deadline('2026-11-20', '2026-11-19')] };
    expect([young, later, old, soon].toSorted(byDeadline)).toEqual([soon, later, old, young]);
  });
});
