import { describe, expect, test } from '@jest/globals';
import { broken, byId, plannedUnions, repeated } from './consistency-checks.js';
import type { DemoUnion } from './plan-demo-union.js';

describe.each(plannedUnions)('learning and advice in the demo union, %s,', (_name, union, anchor) => {
  const member = byId(union.members);
  const activity = byId(union.activities);

  test('passes a step fed by a fact only with that fact, after enrolment, and steps only in order', () => {
    const steps = new Map(
      union.learningPaths.flatMap(({ versions }) =>
        versions.flatMap((version) => version.steps.map((step) => [step.id, step] as const)),
      ),
    );
    const registration = byId(union.registrations);
    const mandate = byId(union.mandates);
    const rows = union.enrolments.flatMap((enrolment) =>
      enrolment.steps.map((row) => ({ ...row, enrolment, step: steps.get(row.stepId) })),
    );
    const passed = rows.filter(({ status }) => status === 'PASSED');
    expect(
      broken(passed, ({ passedAt, enrolment }) => !passedAt || passedAt < enrolment.enrolledAt || passedAt > anchor),
    ).toEqual([]);
    expect(
      broken(
        passed.filter(({ step }) => step?.kind === 'ATTEND'),
        ({ evidence, step, enrolment }) => {
          const { status, memberId, activityId } = registration(evidence ?? '');
          return (
            status !== 'ATTENDED' ||
            memberId !== enrolment.memberId ||
            activity(activityId).kind !== step?.activityKind ||
            activity(activityId).endsAt < enrolment.enrolledAt
          );
        },
      ),
    ).toEqual([]);
    expect(
      broken(
        passed.filter(({ step }) => step?.kind === 'HOLD_MANDATE'),
        ({ evidence, enrolment }) => mandate(evidence ?? '').memberId !== enrolment.memberId,
      ),
    ).toEqual([]);
    const letters: Readonly<Record<string, string>> = { PASSED: 'P', LOCKED: 'L' };
    const order = (enrolment: DemoUnion['enrolments'][number]) =>
      enrolment.steps.map(({ status }) => letters[status] ?? 'O').join('');
    expect(broken(union.enrolments, (enrolment) => !/^P*(OL*)?$/.test(order(enrolment)))).toEqual([]);
    expect(
      broken(union.enrolments, (enrolment) => (enrolment.status === 'COMPLETED') !== /^P+$/.test(order(enrolment))),
    ).toEqual([]);
    const pathOf = new Map(
      union.learningPaths.flatMap(({ id, versions }) => versions.map((version) => [version.id, id] as const)),
    );
    expect(
      repeated(union.enrolments.map(({ memberId, pathVersionId }) => `${memberId}/${pathOf.get(pathVersionId)}`)),
    ).toEqual([]);
  });

  test('lets steps read only what is published, and authors publish only after they joined', () => {
    const resource = byId(union.resources);
    const reading = union.learningPaths.flatMap(({ versions }) =>
      versions.flatMap(({ steps }) => steps.flatMap(({ resourceId }) => resourceId ?? [])),
    );
    expect(reading.length).toBeGreaterThan(20);
    expect(broken(reading, (id) => resource(id).status !== 'PUBLISHED')).toEqual([]);
    expect(
      broken(
        union.resources,
        ({ authorId, publishedAt }) =>
          publishedAt !== undefined && (publishedAt < member(authorId).joinedAt || publishedAt > anchor),
      ),
    ).toEqual([]);
    expect(
      broken(
        union.resources,
        ({ status, publishedAt }) => (status === 'PUBLISHED' || status === 'RETIRED') !== (publishedAt !== undefined),
      ),
    ).toEqual([]);
  });

  test('keeps cases and referrals in order of time, assigned to case workers, sent only with consent', () => {
    const workers = new Set(
      union.appointments.filter(({ role }) => role === 'CASE_WORKER').map(({ subject }) => subject),
    );
    const caseOf = byId(union.cases);
    expect(
      broken(union.cases, ({ memberId, openedAt }) => member(memberId).joinedAt > openedAt || openedAt > anchor),
    ).toEqual([]);
    expect(
      broken(union.cases, ({ assigneeSubject }) => assigneeSubject !== undefined && !workers.has(assigneeSubject)),
    ).toEqual([]);
    expect(
      broken(union.cases, ({ messages, openedAt, closedAt }) =>
        messages.some(
          ({ sentAt }, index) => sentAt < (messages[index - 1]?.sentAt ?? openedAt) || sentAt > (closedAt ?? anchor),
        ),
      ),
    ).toEqual([]);
    expect(
      broken(
        union.referrals,
        ({ status, consent, sentAt }) =>
          (status !== 'DRAFTED' && !consent) ||
          (sentAt !== undefined && (!consent || sentAt < consent.grantedAt || sentAt > anchor)),
      ),
    ).toEqual([]);
    expect(
      broken(
        union.referrals,
        ({ response, sentAt }) =>
          response !== undefined && (!sentAt || response.respondedAt < sentAt || response.respondedAt > anchor),
      ),
    ).toEqual([]);
    expect(broken(union.referrals, ({ caseId, draftedAt }) => draftedAt < caseOf(caseId).openedAt)).toEqual([]);
    const referred = new Set(
      union.referrals
        .filter(({ status }) => ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED'].includes(status))
        .map(({ caseId }) => caseId),
    );
    expect(broken(union.cases, ({ id, status }) => status === 'WAITING_DEPARTMENT' && !referred.has(id))).toEqual([]);
  });
});
