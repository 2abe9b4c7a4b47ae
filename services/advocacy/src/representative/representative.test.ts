import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student, viewers, type ViewerName } from '../../test/viewers.js';
import { authorityLifecycle, confirmAuthority, type Authority } from '../authority/authority.js';
import { authorityPolicy } from '../authority/authority.policy.js';
import { openCase, type Case } from '../case/case.js';
import type { Pseudonym } from '../sealing/sealing.js';
import {
  checkNaming,
  consentMs,
  representativeLifecycle,
  withdrawRepresentative,
  type Representative,
} from './representative.js';
import { representativePolicy } from './representative.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const caseId = toId<'Case'>('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10');
const item: Case = {
  ...openCase(caseId, { student, matter: 'HOUSING', key: { keyId: 'k', dataKey: new Uint8Array() }, now }),
  assignee: 'carl',
};
const consent: Representative = {
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e11'),
  caseId,
  student,
  representative: 'pseudonym-of-bea' as Pseudonym,
  scope: 'READ',
  namedAt: now,
  endsAt: new Date(now.getTime() + 1000),
  withdrawnAt: undefined,
  version: 1,
};
const authority: Authority = {
  caseId,
  student,
  basis: 'PHONE',
  recordedBy: 'alias',
  recordedAt: now,
  confirmedAt: undefined,
};
const names = Object.keys(viewers) as ViewerName[];
const students: readonly ViewerName[] = [
  'student',
  'assigned worker who is the student',
  'suspended student',
  'advice manager who is the student',
];
const team = (name: ViewerName): boolean =>
  name === 'assigned worker' || (/second worker/.test(name) && representativePolicy.canSee(viewers[name], item));

describe('a consent to be represented', () => {
  it('is taken back once, while it lasts', () => {
    expect(representativeLifecycle.possible(consent, now)).toEqual(['WITHDRAW']);
    expect(representativeLifecycle.possible(consent, consent.endsAt)).toEqual([]);
    const withdrawn = { ...consent, withdrawnAt: now };
    expect(representativeLifecycle.possible(withdrawn, now)).toEqual([]);
    expect(withdrawRepresentative(withdrawn, now)).toMatchObject({ error: { state: 'WITHDRAWN', action: 'WITHDRAW' } });
  });

  it('ends on a day within the year', () => {
    for (const [ms, ok] of [
      [0, false],
      [1, true],
      [consentMs, true],
      [consentMs + 1, false],
    ] as const)
      expect(checkNaming({ endsAt: new Date(now.getTime() + ms), now, isFree: true }).ok).toBe(ok);
  });
});

describe('an authority', () => {
  it('is confirmed once', () => {
    expect(authorityLifecycle.possible(authority, now)).toEqual(['CONFIRM']);
    const confirmed = { ...authority, confirmedAt: now };
    expect(confirmAuthority(authority, now)).toMatchObject({ value: confirmed });
    expect(confirmAuthority(confirmed, now)).toMatchObject({ error: { state: 'CONFIRMED', action: 'CONFIRM' } });
  });
});

describe('the rights over representation', () => {
  it.each(names)('are for %s exactly what the table of rights says', (name) => {
    const viewer = viewers[name];
    expect(representativePolicy.canName(viewer, item)).toBe(students.includes(name));
    expect(representativePolicy.canName(viewer, { ...item, isAnonymous: true })).toBe(false);
    expect(representativePolicy.canWithdraw(viewer, consent)).toBe(
      students.includes(name) || name === 'another student',
    );
    expect(representativePolicy.canSee(viewer, item)).toBe(students.includes(name) || team(name));
    expect(authorityPolicy.canConfirm(viewer, authority)).toBe(students.includes(name));
    const workers: readonly ViewerName[] = ['assigned worker', 'assigned worker who is the student', 'another worker'];
    if (workers.includes(name)) expect(authorityPolicy.canOpen(viewer)).toBe(true);
    else if (!/worker/.test(name) || /elected|left/.test(name)) expect(authorityPolicy.canOpen(viewer)).toBe(false);
  });

  it('let only those write who were allowed to', () => {
    expect(representativePolicy.canWrite(consent)).toBe(false);
    expect(representativePolicy.canWrite({ ...consent, scope: 'READ_AND_WRITE' })).toBe(true);
  });
});
