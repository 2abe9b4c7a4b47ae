import { describe, expect, test } from '@jest/globals';
import { demoEdges, departmentId, planDemoUnion } from './index.js';

describe.each(['small', 'full'] as const)('the edge rows of the %s demo union', (size) => {
  const union = planDemoUnion({ anchor: new Date('2026-11-22T10:00:00Z'), size });
  const registrationsFor = (id: string) => union.registrations.filter(({ activityId }) => activityId === id);
  const referral = (id: string) => union.referrals.find((row) => row.id === id);

  test('hold an activity whose capacity was lowered below the places given, with nobody waiting', () => {
    expect(union.activities.find(({ id }) => id === demoEdges.overfullActivity)?.capacity).toBe(24);
    expect(registrationsFor(demoEdges.overfullActivity).map(({ status }) => status)).toEqual(
      Array.from({ length: 28 }, () => 'CONFIRMED'),
    );
  });

  test('hold a full activity with six people waiting after the last place was given', () => {
    const queue = registrationsFor(demoEdges.waitingListActivity).sort(
      (one, other) => one.queuedAt.getTime() - other.queuedAt.getTime(),
    );
    expect(queue.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 16 }, () => 'CONFIRMED'),
      ...Array.from({ length: 6 }, () => 'WAITLISTED'),
    ]);
  });

  test('hold a cancelled activity whose registrations are all void', () => {
    expect(union.activities.find(({ id }) => id === demoEdges.cancelledActivity)?.status).toBe('CANCELLED');
    expect(new Set(registrationsFor(demoEdges.cancelledActivity).map(({ status }) => status))).toEqual(
      new Set(['VOID']),
    );
  });

  test('hold one absence that was corrected after an appeal: attended without a scan', () => {
    const corrected = registrationsFor(demoEdges.appealWonActivity).filter(
      ({ status, checkedInAt }) => status === 'ATTENDED' && !checkedInAt,
    );
    expect(corrected).toHaveLength(1);
  });

  test('hold two sides of one dispute with two case workers', () => {
    const [one, other] = demoEdges.walledCases.map((id) => union.cases.find((row) => row.id === id));
    expect(one?.otherParty?.memberId).toBe(other?.memberId);
    expect(other?.otherParty?.memberId).toBe(one?.memberId);
    expect(one?.assigneeSubject).not.toBe(other?.assigneeSubject);
  });

  test('hold a referral whose consent was withdrawn after it was sent, and one that was redirected to a named department', () => {
    const withdrawn = referral(demoEdges.withdrawnReferral);
    expect(withdrawn?.status).toBe('WITHDRAWN');
    expect((withdrawn?.consent?.withdrawnAt?.getTime() ?? 0) > (withdrawn?.sentAt?.getTime() ?? Infinity)).toBe(true);
    expect(referral(demoEdges.redirectedReferral)?.response).toMatchObject({
      decision: 'REDIRECT',
      redirectToId: departmentId('money'),
    });
  });

  test('hold a department with exactly three cases of three people', () => {
    const touched = union.referrals
      .filter((row) => row.departmentId === demoEdges.smallDepartment)
      .map(({ caseId }) => caseId);
    const people = union.cases.filter(({ id }) => touched.includes(id)).map(({ memberId }) => memberId);
    expect([new Set(touched).size, new Set(people).size]).toEqual([3, 3]);
  });
});
