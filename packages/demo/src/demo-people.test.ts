import { describe, expect, test } from '@jest/globals';
import {
  adasCrewEnrolment,
  adasReferral,
  demoActivities,
  demoCases,
  demoEdges,
  demoGroups,
  demoMachineClients,
  demoMembers,
  demoPeople,
  demoPositions,
  departmentId,
  planDemoUnion,
} from './index.js';

const anchors = ['2026-11-22T10:00:00Z', '2027-05-28T22:00:00Z', '2027-06-03T01:00:00Z', '2027-08-15T12:00:00Z'].map(
  (at) => new Date(at),
);

describe('the demo people', () => {
  test('are twelve, each with a subject, a name and one line, four of them members', () => {
    expect(demoPeople.map(({ subject }) => subject)).toEqual([
      'ada',
      'omar',
      'uma',
      'rosa',
      'carl',
      'amira',
      'milo',
      'dana',
      'dirk',
      'otto',
      'nina',
      'sys',
    ]);
    expect(demoPeople.filter(({ memberId }) => memberId).map(({ subject }) => subject)).toEqual([
      'ada',
      'omar',
      'uma',
      'rosa',
    ]);
    for (const { displayName, description } of demoPeople)
      expect([displayName.length > 5, description.includes('\n')]).toEqual([true, false]);
  });

  test('come with a machine client for one department and one for the analysts, each with its own scopes', () => {
    expect(demoMachineClients.map(({ clientId, scopes, departmentId: owner }) => [clientId, scopes, owner])).toEqual([
      ['department-housing', ['referrals:read', 'referrals:answer'], departmentId('housing')],
      ['analytics', ['insights:read'], undefined],
    ]);
  });
});

describe.each(anchors)('the life of the demo people at %p', (anchor) => {
  const union = planDemoUnion({ anchor, size: 'small' });
  const { ada, omar, uma, rosa } = demoMembers;
  const activityOf = new Map(union.activities.map((activity) => [activity.id, activity]));
  const registrationsOf = (memberId: string) => union.registrations.filter((row) => row.memberId === memberId);
  const inForce = union.mandates.filter(({ from, to }) => from <= anchor && anchor < to);

  test('Ada is in three groups, one of them Omar’s, and has places behind and ahead of her', () => {
    expect(
      union.groupMemberships
        .filter(({ memberId, status }) => memberId === ada.memberId && status === 'ACTIVE')
        .map(({ groupId }) => groupId)
        .sort(),
    ).toEqual(Object.values(demoGroups).sort());
    const own = registrationsOf(ada.memberId).map((row) => ({
      ...row,
      startsAt: activityOf.get(row.activityId)?.startsAt ?? anchor,
    }));
    expect(
      own.filter(({ status, startsAt }) => status === 'CONFIRMED' && startsAt > anchor).length,
    ).toBeGreaterThanOrEqual(3);
    expect(own.filter(({ status }) => status === 'ATTENDED').length).toBeGreaterThanOrEqual(3);
  });

  test('Ada is third of six on a waiting list', () => {
    const queue = union.registrations
      .filter(({ activityId, status }) => activityId === demoEdges.waitingListActivity && status === 'WAITLISTED')
      .sort((one, other) => one.queuedAt.getTime() - other.queuedAt.getTime() || (one.id < other.id ? -1 : 1));
    expect([queue.length, queue.findIndex(({ memberId }) => memberId === ada.memberId)]).toEqual([6, 2]);
  });

  test('Ada will pass the first step of a path by attending Omar’s training, and has not yet', () => {
    const enrolment = union.enrolments.find(({ id }) => id === adasCrewEnrolment);
    expect(enrolment?.steps.map(({ status }) => status)).toEqual(['AVAILABLE', 'LOCKED', 'LOCKED', 'LOCKED']);
    const version = union.learningPaths
      .flatMap(({ versions }) => versions)
      .find(({ id }) => id === enrolment?.pathVersionId);
    expect(version?.steps[0]).toMatchObject({ kind: 'ATTEND', activityKind: 'TRAINING' });
    const training = activityOf.get(demoActivities.stageTraining);
    expect(training).toMatchObject({
      kind: 'TRAINING',
      status: 'PUBLISHED',
      groupId: demoGroups.theatre,
      organiserId: omar.memberId,
    });
    expect(
      registrationsOf(ada.memberId).find(({ activityId }) => activityId === demoActivities.stageTraining)?.status,
    ).toBe('CONFIRMED');
    const days = ((training?.startsAt.getTime() ?? 0) - anchor.getTime()) / 86_400_000;
    expect(days > 1 && days < 5).toBe(true);
  });

  test('Nobody of the demo people has been to a training yet', () => {
    const people = new Set(Object.values(demoMembers).map(({ memberId }) => memberId));
    const been = union.registrations.filter(
      ({ activityId, memberId, status }) =>
        people.has(memberId) && activityOf.get(activityId)?.kind === 'TRAINING' && status === 'ATTENDED',
    );
    expect(been).toEqual([]);
  });

  test('Ada’s case is Carl’s, and one referral went to Student Housing with her consent to all but her health', () => {
    const own = union.cases.filter(({ memberId }) => memberId === ada.memberId);
    expect(own.map(({ id, assigneeSubject, matter, status }) => [id, assigneeSubject, matter, status])).toEqual([
      [demoCases.ada, 'carl', 'HOUSING', 'WAITING_DEPARTMENT'],
    ]);
    const referrals = union.referrals.filter(({ caseId }) => caseId === demoCases.ada);
    expect(referrals).toHaveLength(1);
    expect(referrals[0]).toMatchObject({ id: adasReferral, departmentId: departmentId('housing'), status: 'SENT' });
    expect(referrals[0]?.consent?.withdrawnAt).toBeUndefined();
    expect(referrals[0]?.fields.filter(({ consented }) => !consented).map(({ name }) => name)).toEqual(['health']);
  });

  test('Omar, Uma and Rosa hold their offices today and for the next months', () => {
    const holders = [demoPositions.theatrePresident, demoPositions.welfareOfficer, demoPositions.physicsRep].map(
      (positionId) =>
        inForce.find(
          (mandate) =>
            mandate.positionId === positionId &&
            Object.values(demoMembers).some(({ memberId }) => memberId === mandate.memberId),
        ),
    );
    expect(holders.map((mandate) => mandate?.memberId)).toEqual([omar.memberId, uma.memberId, rosa.memberId]);
    for (const mandate of holders)
      expect((mandate?.to.getTime() ?? 0) - anchor.getTime()).toBeGreaterThan(90 * 86_400_000);
  });

  test('Omar’s society has activities in every state that he works with, one of them tonight or tomorrow', () => {
    const own = union.activities.filter(
      ({ groupId, organiserId }) => groupId === demoGroups.theatre && organiserId === omar.memberId,
    );
    for (const status of ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'COMPLETED'] as const)
      expect(own.map((activity) => activity.status)).toContain(status);
    const next = activityOf.get(demoActivities.tonight);
    const hours = ((next?.startsAt.getTime() ?? 0) - anchor.getTime()) / 3_600_000;
    expect([next?.status, hours > 4 && hours < 48]).toEqual(['PUBLISHED', true]);
    expect(
      union.registrations.filter(({ activityId }) => activityId === demoActivities.tonight).length,
    ).toBeGreaterThan(30);
  });

  test('staff have the appointments of their roles and no member record', () => {
    const roles = Object.fromEntries(
      union.appointments
        .filter(({ from, to }) => from <= anchor && anchor < to)
        .map(({ subject, role }) => [subject, role]),
    );
    expect(roles).toMatchObject({
      carl: 'CASE_WORKER',
      amira: 'ADVICE_MANAGER',
      milo: 'MEDIATOR',
      otto: 'RETURNING_OFFICER',
      nina: 'ANALYST',
      sys: 'ADMIN',
    });
    const housing = union.departmentStaff.filter((staff) => staff.departmentId === departmentId('housing'));
    expect(housing.map(({ subject, role }) => [subject, role])).toEqual([
      ['dirk', 'LEAD'],
      ['dana', 'STAFF'],
      ['housing-staff-2', 'STAFF'],
    ]);
    expect(union.members.filter(({ subject }) => subject in roles || subject === 'dana' || subject === 'dirk')).toEqual(
      [],
    );
  });
});
