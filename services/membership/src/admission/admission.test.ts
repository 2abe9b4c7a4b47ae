import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds } from '../../test/personas.js';
import {
  admissionLifecycle,
  admissionMs,
  asTheGroupSees,
  ask,
  expiryOf,
  settleAdmission,
  type Admission,
  type AdmissionAction,
  type AdmissionStatus,
} from './admission.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const later = new Date('2026-10-06T09:00:00.000Z');
const asking = {
  id: fixedId<'GroupMembership'>(7),
  groupId,
  memberId: memberIds.mo,
  askedBy: memberIds.mo,
  words: ' I play the oboe. ',
};

function asked(kind: Admission['kind']): Admission {
  const made = ask(kind, asking, now);
  if (!made.ok) throw new Error('the words are fine');
  return made.value;
}

describe('the way into a group', () => {
  const possible: Readonly<
    Record<
      AdmissionStatus,
      { readonly inTime: readonly AdmissionAction[]; readonly tooLate: readonly AdmissionAction[] }
    >
  > = {
    INVITED: { inTime: ['ACCEPT', 'DECLINE', 'WITHDRAW'], tooLate: ['EXPIRE'] },
    REQUESTED: { inTime: ['ACCEPT', 'DECLINE', 'WITHDRAW'], tooLate: ['EXPIRE'] },
    ACTIVE: { inTime: [], tooLate: [] },
    DECLINED: { inTime: [], tooLate: [] },
    WITHDRAWN: { inTime: [], tooLate: [] },
    EXPIRED: { inTime: [], tooLate: [] },
  };
  it.each(admissionLifecycle.states)('allows in %s what the table says', (status) => {
    const admission = { ...asked('REQUEST'), status };
    expect(admissionLifecycle.possible(admission, now)).toEqual(possible[status].inTime);
    expect(admissionLifecycle.possible(admission, admission.expiresAt)).toEqual(possible[status].tooLate);
  });

  it('begins as a request or an invitation that waits 30 days', () => {
    expect(asked('REQUEST')).toMatchObject({ status: 'REQUESTED', words: 'I play the oboe.', until: undefined });
    expect(asked('INVITATION').status).toBe('INVITED');
    expect(expiryOf(asked('REQUEST')).runAt).toEqual(new Date(now.getTime() + admissionMs));
    expect(ask('REQUEST', { ...asking, words: ' ' }, now)).toMatchObject({ ok: true, value: { words: undefined } });
    expect(ask('REQUEST', { ...asking, words: 'x'.repeat(501) }, now)).toMatchObject({
      error: { fields: [{ path: 'words', rule: 'TOO_LONG' }] },
    });
  });

  it('becomes a membership from the instant of the yes, and ends at the instant of any no', () => {
    expect(settleAdmission(asked('REQUEST'), 'ACCEPT', later)).toMatchObject({
      value: { status: 'ACTIVE', since: later, until: undefined },
    });
    for (const action of ['DECLINE', 'WITHDRAW'] as const)
      expect(settleAdmission(asked('REQUEST'), action, later)).toMatchObject({ value: { until: later } });
    const old = asked('INVITATION');
    const muchLater = new Date(old.expiresAt.getTime() + 1);
    expect(settleAdmission(old, 'EXPIRE', muchLater)).toMatchObject({
      value: { status: 'EXPIRED', until: old.expiresAt },
    });
    expect(settleAdmission(old, 'EXPIRE', later)).toMatchObject({ ok: false });
  });

  it('shows the group a declined invitation as one that waits, and a declined request as declined', () => {
    const declined = { status: 'DECLINED' as const, until: later };
    expect(asTheGroupSees({ ...asked('INVITATION'), ...declined })).toMatchObject({
      status: 'INVITED',
      until: undefined,
    });
    expect(asTheGroupSees({ ...asked('REQUEST'), ...declined }).status).toBe('DECLINED');
  });
});
