import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import type { Achievement } from '../achievement/achievement.js';
import { evidenceId, type Evidence } from '../record/evidence.js';
import {
  credentialLifecycle,
  expireCredential,
  isGood,
  issueCredential,
  revokeCredential,
  settleCredential,
  type Credential,
} from './credential.js';
import { credentialPolicy, visibleCredentials } from './credential.policy.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const attended = (sourceId: string, changes: Partial<Evidence> = {}): Evidence => ({
  id: evidenceId('ATTENDANCE', sourceId, authorId),
  memberId: authorId,
  kind: 'ATTENDANCE',
  sourceId,
  happenedAt: new Date('2026-09-01T09:00:00.000Z'),
  until: undefined,
  minutes: undefined,
  detail: {},
  isStanding: true,
  takenBackAt: undefined,
  ...changes,
});
const achievement: Achievement = {
  id: toId('a'),
  seriesId: toId('s'),
  number: 1,
  titleEn: 'Curious',
  titleZh: '好学',
  summaryEn: 'Came twice.',
  summaryZh: '参加两次。',
  criteria: [{ kind: 'ATTENDANCE', measure: 'COUNT', amount: 2 }],
  skills: [],
  validDays: 30,
  authorId: toId('x'),
  publisherId: toId('y'),
  status: 'PUBLISHED',
  publishedAt: now,
  version: 1,
};
const claim = {
  id: toId<'Credential'>('c'),
  subjectId: toId<'CredentialSubject'>('d'),
  memberId: authorId,
  achievement,
  listNumber: 1,
  listIndex: 7,
};

function issued(): Credential {
  const result = issueCredential(claim, [attended('1'), attended('2')], now);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('a claimed credential', () => {
  it('is issued on the evidence that meets the criteria, copied, and ends on its day', () => {
    expect(issued()).toMatchObject({
      status: 'ISSUED',
      criteria: achievement.criteria,
      evidenceIds: [attended('1').id, attended('2').id].sort(),
      issuedAt: now,
      expiresAt: later(30),
    });
  });

  it('is refused without the evidence', () => {
    expect(issueCredential(claim, [attended('1')], now)).toMatchObject({
      error: { __typename: 'IllegalTransitionError', state: 'NOT_ELIGIBLE' },
    });
  });
});

describe('a correction', () => {
  it('suspends a credential at once, restores it when evidence comes back, and revokes it after the correction time', () => {
    const suspended = settleCredential(issued(), [attended('1')], later(1));
    expect(suspended).toMatchObject({ status: 'SUSPENDED', suspendedAt: later(1), evidenceIds: issued().evidenceIds });
    expect(settleCredential(suspended, [attended('1')], later(2))).toBe(suspended);
    const restored = settleCredential(suspended, [attended('1'), attended('3')], later(2));
    expect(restored).toMatchObject({ status: 'ISSUED', suspendedAt: undefined });
    expect(restored.evidenceIds).toContain(attended('3').id);
    expect(revokeCredential(suspended, later(14.9))).toMatchObject({ error: { state: 'SUSPENDED' } });
    expect(revokeCredential(suspended, later(15))).toMatchObject({
      value: { status: 'REVOKED', reason: 'EVIDENCE_TAKEN_BACK', endedAt: later(15) },
    });
  });

  it('changes nothing while the criteria of its day are still met, except what it rests on', () => {
    const whole = [attended('1'), attended('2')];
    const credential = issued();
    expect(settleCredential(credential, whole, later(1))).toBe(credential);
    expect(settleCredential(credential, [attended('1'), attended('3')], later(1))).toMatchObject({
      status: 'ISSUED',
      version: 1,
    });
  });

  it('leaves alone what is over', () => {
    const expired = expireCredential(issued(), later(30));
    if (!expired.ok) throw new Error(expired.error.message);
    expect(settleCredential(expired.value, [], later(31))).toBe(expired.value);
    expect(expireCredential(issued(), later(29))).toMatchObject({ ok: false });
    expect([isGood(issued(), later(29)), isGood(issued(), later(30))]).toEqual([true, false]);
  });
});

describe('the life of a credential', () => {
  const subject = { suspendedAt: later(-20), expiresAt: later(-1) };

  it.each([
    ['ELIGIBLE', ['CLAIM']],
    ['CLAIMED', ['ISSUE']],
    ['ISSUED', ['SUSPEND', 'EXPIRE']],
    ['SUSPENDED', ['RESTORE', 'REVOKE', 'EXPIRE']],
    ['REVOKED', []],
    ['EXPIRED', []],
  ] as const)('in %s allows exactly %j once its times have come', (status, actions) => {
    expect(credentialLifecycle.possible({ ...subject, status }, now)).toEqual(actions);
    const early = { status, suspendedAt: now, expiresAt: later(1) };
    expect(credentialLifecycle.possible(early, now)).toEqual(
      actions.filter((action) => action !== 'REVOKE' && action !== 'EXPIRE'),
    );
  });
});

describe('rights over credentials', () => {
  it.each(Object.keys(actors))('of %s are those of a member over their own', (role) => {
    const actor = actors[role];
    if (actor === undefined) throw new Error(`no actor ${role}`);
    const isMember = !['anonymous', 'machine', 'staff', 'system'].includes(role);
    expect(credentialPolicy.canClaim(actor)).toBe(isMember);
    expect(credentialPolicy.canRead(actor, authorId)).toBe(role.startsWith('author'));
    expect(visibleCredentials(actor).everything).toBe(role === 'system');
  });
});
