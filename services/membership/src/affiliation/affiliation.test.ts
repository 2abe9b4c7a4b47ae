import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds } from '../../test/personas.js';
import type { GroupStatus } from '../group/group.js';
import {
  checkDraft,
  checkNote,
  occasionFor,
  officersInPlace,
  settleSubmission,
  submissionLifecycle,
  type AffiliationSubmission,
  type SubmissionAction,
  type SubmissionStatus,
} from './affiliation.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const officers = { presidentId: memberIds.omar, treasurerId: memberIds.ada, secretaryId: memberIds.rosa };
const draft = {
  constitutionText: 'We meet every week and decide by majority.',
  constitutionLink: undefined,
  riskStatement: 'Chess boards are heavy. Two people carry each.',
  programme: 'An open evening in the first week of November.',
};
const submission: AffiliationSubmission = {
  ...draft,
  ...officers,
  id: fixedId<'AffiliationSubmission'>(1),
  groupId,
  occasion: 'FOUNDING',
  status: 'SUBMITTED',
  submittedBy: memberIds.omar,
  submittedAt: now,
  version: 1,
};

describe('the way of a submission', () => {
  const targets: Readonly<Record<SubmissionStatus, Partial<Readonly<Record<SubmissionAction, SubmissionStatus>>>>> = {
    SUBMITTED: {
      REQUEST_CHANGES: 'CHANGES_REQUESTED',
      APPROVE: 'APPROVED',
      DECLINE: 'DECLINED',
      WITHDRAW: 'WITHDRAWN',
    },
    CHANGES_REQUESTED: { RESUBMIT: 'SUBMITTED', WITHDRAW: 'WITHDRAWN' },
    APPROVED: {},
    DECLINED: {},
    WITHDRAWN: {},
  };
  const cases = submissionLifecycle.states.flatMap((status) =>
    submissionLifecycle.actions.map((action) => [status, action] as const),
  );
  it.each(cases)('from %s by %s', (status, action) => {
    const settled = settleSubmission({ ...submission, status }, action, now);
    expect(settled.ok ? settled.value.status : undefined).toBe(targets[status][action]);
  });
});

describe('what a group hands in', () => {
  it('needs a constitution as text or as a link, a risk statement, a programme and three people in office', () => {
    expect(checkDraft(draft, officers).ok).toBe(true);
    expect(
      checkDraft({ ...draft, constitutionText: '', constitutionLink: ' https://a.example/c ' }, officers),
    ).toMatchObject({
      ok: true,
      value: { constitutionText: undefined, constitutionLink: 'https://a.example/c' },
    });
    const empty = { constitutionText: undefined, constitutionLink: undefined, riskStatement: '', programme: 'Soon.' };
    const refused = checkDraft(empty, undefined);
    expect(refused.ok ? [] : refused.error.fields.map(({ path, rule }) => [path, rule])).toEqual([
      ['constitutionText', 'REQUIRED'],
      ['riskStatement', 'REQUIRED'],
      ['programme', 'TOO_SHORT'],
      ['officers', 'REQUIRED'],
    ]);
  });

  it.each([
    ['http://a.example/c', 'BAD_FORMAT'],
    ['nonsense', 'BAD_FORMAT'],
    [`https://a.example/${'x'.repeat(500)}`, 'BAD_FORMAT'],
  ])('refuses %s as a link', (constitutionLink, rule) => {
    expect(checkDraft({ ...draft, constitutionText: undefined, constitutionLink }, officers)).toMatchObject({
      error: { fields: [{ path: 'constitutionLink', rule }] },
    });
  });

  it('has one form of the constitution, not both', () => {
    expect(checkDraft({ ...draft, constitutionLink: 'https://a.example/c' }, officers)).toMatchObject({
      error: { fields: [{ path: 'constitutionLink', rule: 'CONTRADICTION' }] },
    });
  });

  it('is for what the group is now', () => {
    const of = (status: GroupStatus) => occasionFor(status);
    expect(['PROPOSED', 'PROVISIONAL', 'AFFILIATED', 'DORMANT', 'DISSOLVED'].map((s) => of(s as GroupStatus))).toEqual([
      undefined,
      'FOUNDING',
      'YEARLY',
      'REVIVAL',
      undefined,
    ]);
  });
});

describe('officers in place', () => {
  const held = (
    kind: 'PRESIDENT' | 'TREASURER' | 'SECRETARY',
    memberId: (typeof memberIds)[keyof typeof memberIds],
  ) => ({
    kind,
    memberId,
  });
  it('are three different people', () => {
    const two = [held('PRESIDENT', memberIds.omar), held('TREASURER', memberIds.ada)];
    expect(officersInPlace(two)).toBeUndefined();
    expect(officersInPlace([...two, held('SECRETARY', memberIds.omar)])).toBeUndefined();
    expect(officersInPlace([...two, held('SECRETARY', memberIds.rosa)])).toEqual(officers);
  });

  it('are found although the first of two secretaries is the president', () => {
    const holdings = [
      held('PRESIDENT', memberIds.omar),
      held('TREASURER', memberIds.ada),
      held('SECRETARY', memberIds.omar),
      held('SECRETARY', memberIds.rosa),
    ];
    expect(officersInPlace(holdings)).toEqual(officers);
  });
});

describe('a note to a group', () => {
  it('says something', () => {
    expect(checkNote(' Name your treasurer, please. ')).toMatchObject({ value: 'Name your treasurer, please.' });
    expect(checkNote('no')).toMatchObject({ error: { fields: [{ path: 'note', rule: 'TOO_SHORT' }] } });
  });
});
