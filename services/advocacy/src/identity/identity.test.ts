import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { isOpen, openingLifecycle, openMs, type IdentityOpening } from './identity.js';

const openedAt = new Date('2026-10-05T09:00:00Z');
const closesAt = new Date(openedAt.getTime() + openMs);
const opening: IdentityOpening = {
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e12'),
  caseId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  subject: 'carl',
  purpose: 'REACH_STUDENT',
  openedAt,
  closesAt,
  closedAt: undefined,
  version: 1,
};

describe('an opening of an identity', () => {
  it('lasts to the millisecond, unless it is closed by hand', () => {
    const last = new Date(closesAt.getTime() - 1);
    expect([isOpen(opening, last), isOpen(opening, closesAt)]).toEqual([true, false]);
    expect(isOpen({ ...opening, closedAt: openedAt }, last)).toBe(false);
  });

  it('is closed by hand once, and only while it is open', () => {
    expect(openingLifecycle.possible(opening, openedAt)).toEqual(['CLOSE']);
    expect(openingLifecycle.possible(opening, closesAt)).toEqual([]);
    expect(openingLifecycle.possible({ ...opening, closedAt: openedAt }, openedAt)).toEqual([]);
  });
});
