import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { housing, student, viewers, type ViewerName } from '../../test/viewers.js';
import { draftReferral, referralLifecycle, type ReferralAction, type ReferralFile } from './referral.js';
import { referralPolicy, visibleReferrals } from './referral.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const drafted: ReferralFile = {
  referral: draftReferral(toId('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
    caseId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
    departmentId: housing,
    now,
  }),
  sides: { student, assignee: 'carl' },
};
const sent: ReferralFile = { ...drafted, referral: { ...drafted.referral, sentAt: now } };
const names = Object.keys(viewers) as ViewerName[];

const ofStudent: readonly ReferralAction[] = ['CONSENT', 'ANSWER', 'WITHDRAW'];
const ofCase: Partial<Record<ViewerName, readonly ReferralAction[]>> = {
  student: ofStudent,
  'suspended student': ofStudent,
  'assigned worker who is the student': ofStudent,
  'advice manager who is the student': ofStudent,
  'assigned worker': ['SEND', 'PROPOSE_ANSWER', 'CLOSE'],
};
const ofDepartment: Partial<Record<ViewerName, readonly ReferralAction[]>> = {
  'department staff': ['ACKNOWLEDGE', 'ASK_INFORMATION', 'DRAFT_RESPONSE', 'HAND'],
  'department lead': [
    'ACKNOWLEDGE',
    'ASK_INFORMATION',
    'DRAFT_RESPONSE',
    'RESPOND',
    'START_ACTIONS',
    'ADD_MILESTONE',
    'HAND',
  ],
  'department client': [
    'ACKNOWLEDGE',
    'ASK_INFORMATION',
    'DRAFT_RESPONSE',
    'RESPOND',
    'START_ACTIONS',
    'ADD_MILESTONE',
  ],
};

const granted = (name: ViewerName, file: ReferralFile) =>
  referralLifecycle.actions.filter((action) => referralPolicy.can(viewers[name], action, file));

describe('the rights over a referral', () => {
  it.each(names)('give %s exactly what the table of rights says, before it is sent and after', (name) => {
    expect(granted(name, drafted)).toEqual(ofCase[name] ?? []);
    expect(granted(name, sent)).toEqual(ofCase[name] ?? ofDepartment[name] ?? []);
  });

  it.each(names)('show what departments get to %s only through a post or a client of that department', (name) => {
    const readers = [...Object.keys(ofDepartment), 'department client that only reads'];
    expect(visibleReferrals(viewers[name]).departmentIds.includes(housing)).toBe(readers.includes(name));
  });

  it('let nobody refer a student to the department they work for themselves', () => {
    expect(referralPolicy.canReferTo(viewers['department staff'], housing)).toBe(false);
    expect(referralPolicy.canReferTo(viewers['assigned worker'], housing)).toBe(true);
  });

  it('seal the content to the department, and not to the student, once consent is withdrawn', () => {
    const withdrawn = { ...sent, referral: { ...sent.referral, withdrawnAt: now } };
    expect(referralPolicy.canSeeContent(viewers['department lead'], withdrawn)).toBe(false);
    expect(referralPolicy.canSeeContent(viewers.student, withdrawn)).toBe(true);
    expect(referralPolicy.canSeeContent(viewers['department lead'], sent)).toBe(true);
  });
});
