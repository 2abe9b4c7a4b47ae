import { describe, expect, it } from '@jest/globals';
import { sampleMember } from '../../test/sample-member.js';
import {
  changeProfile,
  changeStatus,
  checkReason,
  checkSuspension,
  memberLifecycle,
  suspensionMaxMs,
  type MemberAction,
  type MemberStatus,
} from './member.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const over = new Date(now.getTime() - 1);

/** Every pair that is not here must be refused. */
const legal: Readonly<Record<MemberStatus, Partial<Record<MemberAction, MemberStatus>>>> = {
  APPLIED: { VERIFY: 'ACTIVE', REJECT: 'REJECTED', ERASE: 'ERASED' },
  REJECTED: { APPLY: 'APPLIED', ERASE: 'ERASED' },
  ACTIVE: { LAPSE: 'LAPSED', SUSPEND: 'SUSPENDED', ERASE: 'ERASED' },
  LAPSED: { GRADUATE: 'ALUMNI', REINSTATE: 'ACTIVE', ERASE: 'ERASED' },
  ALUMNI: { APPLY: 'APPLIED', ERASE: 'ERASED' },
  SUSPENDED: { REINSTATE: 'ACTIVE', ERASE: 'ERASED' },
  ERASED: {},
};
const pairs = memberLifecycle.states.flatMap((status) =>
  memberLifecycle.actions.map((action) => [status, action] as const),
);

describe('machine A', () => {
  it.each(pairs)('from %s, %s leads where the table says', (status, action) => {
    const changed = changeStatus(sampleMember({ status, statusUntil: over }), action, { now });
    expect(changed.ok ? changed.value.status : undefined).toBe(legal[status][action]);
  });

  it('keeps a lapsed member for the whole grace', () => {
    expect(
      memberLifecycle.can(
        'GRADUATE',
        sampleMember({ status: 'LAPSED', statusUntil: new Date(now.getTime() + 1) }),
        now,
      ),
    ).toBe(false);
    expect(memberLifecycle.can('GRADUATE', sampleMember({ status: 'LAPSED', statusUntil: now }), now)).toBe(true);
  });

  it('forgets the reason and the end of a status with that status', () => {
    const suspended = changeStatus(sampleMember(), 'SUSPEND', { now, reason: 'A reason.', until: now });
    expect(suspended).toMatchObject({ ok: true, value: { statusReason: 'A reason.', statusUntil: now } });
    const back = suspended.ok ? changeStatus(suspended.value, 'REINSTATE', { now }) : suspended;
    expect(back).toMatchObject({ ok: true, value: { statusReason: undefined, statusUntil: undefined } });
  });
});

describe('a suspension', () => {
  it.each([
    ['a reason and an end', { reason: ' Noise. ', until: new Date(now.getTime() + 1) }, []],
    ['the longest time', { reason: 'Noise.', until: new Date(now.getTime() + suspensionMaxMs) }, []],
    ['no reason', { reason: '  ', until: new Date(now.getTime() + 1) }, ['reason']],
    ['an end that is over', { reason: 'Noise.', until: now }, ['until']],
    ['more than a year', { reason: 'Noise.', until: new Date(now.getTime() + suspensionMaxMs + 1) }, ['until']],
  ])('with %s has these problems', (_what, suspension, problems) => {
    const checked = checkSuspension(suspension, now);
    expect(checked.ok ? [] : checked.error.fields.map(({ path }) => path)).toEqual(problems);
  });

  it('and a rejection state a reason', () => {
    expect(checkReason(' Not here. ')).toEqual({ ok: true, value: 'Not here.' });
    expect(checkReason('').ok).toBe(false);
    expect(checkReason('x'.repeat(501)).ok).toBe(false);
  });
});

describe('a profile', () => {
  it('keeps what is left out, and clears what is emptied', () => {
    const changed = changeProfile(sampleMember({ pronouns: 'she/her' }), { displayName: ' Ada O. ', pronouns: '' });
    expect(changed).toMatchObject({ ok: true, value: { displayName: 'Ada O.', pronouns: undefined, bio: 'Hello' } });
  });

  it('changes the audiences that are named and no other', () => {
    const changed = changeProfile(sampleMember(), { audiences: { bio: 'PUBLIC' } });
    expect(changed.ok ? changed.value.audiences : undefined).toEqual({ ...sampleMember().audiences, bio: 'PUBLIC' });
  });

  it('names every field that breaks a rule', () => {
    const changed = changeProfile(sampleMember(), {
      displayName: '',
      bio: 'x'.repeat(1001),
      interests: Array.from({ length: 21 }, () => 'tea'),
      languages: ['English!'],
    });
    expect(changed.ok ? [] : changed.error.fields.map(({ path, rule }) => [path, rule])).toEqual([
      ['displayName', 'REQUIRED'],
      ['bio', 'TOO_LONG'],
      ['interests', 'TOO_LONG'],
      ['languages.0', 'BAD_FORMAT'],
    ]);
  });
});
