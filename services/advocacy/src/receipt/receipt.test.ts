import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student, viewers, type ViewerName } from '../../test/viewers.js';
import { caseStages, openCase, type Case } from '../case/case.js';
import { checkStage, claimed, codeFrom, readCode } from './receipt.js';
import { receiptPolicy } from './receipt.policy.js';

const item: Case = {
  ...openCase(toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
    student,
    matter: 'HOUSING',
    key: { keyId: 'k', dataKey: new Uint8Array() },
    now: new Date('2026-10-05T09:00:00Z'),
  }),
  isAnonymous: true,
  assignee: 'carl',
};

describe('a receipt code', () => {
  it('is 100 bits of a digest in groups of five, and every bit counts', () => {
    const digest = randomBytes(32);
    const code = codeFrom(digest.toString('base64url'));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    for (const bit of [0, 7, 50, 99]) {
      const other = Buffer.from(digest);
      other[Math.floor(bit / 8)] = (other[Math.floor(bit / 8)] ?? 0) ^ (0x80 >> (bit % 8));
      expect(codeFrom(other.toString('base64url'))).not.toBe(code);
    }
  });

  it.each([
    '01ABC-DEFGH-JKMNP-QRSTV',
    '01abc defgh jkmnp qrstv',
    'oiABC-DEFGH-JKMNP-QRSTV',
    ' 0LABC.DEFGH.JKMNP.QRSTV\n',
  ])('is read however it is typed: %s', (typed) => {
    expect(readCode(typed)).toBe('01ABCDEFGHJKMNPQRSTV');
  });

  it('is not read without end', () => {
    expect(readCode('A'.repeat(1_000_000)).length).toBe(100);
  });
});

describe('an anonymous case', () => {
  it.each(caseStages)('enters %s only while that is informal', (stage) => {
    expect(checkStage(item, stage).ok).toBe(stage === 'ADVICE' || stage === 'EARLY_RESOLUTION');
    expect(checkStage(claimed(item, student), stage).ok).toBe(true);
  });
});

describe('the rights over receipts', () => {
  it.each(Object.keys(viewers) as ViewerName[])(
    'let %s take one of their own case, and claim one as a member who does not work on it',
    (name) => {
      const viewer = viewers[name];
      const students: readonly ViewerName[] = [
        'student',
        'assigned worker who is the student',
        'suspended student',
        'advice manager who is the student',
      ];
      const members: readonly ViewerName[] = [
        'student',
        'another student',
        'group officer',
        'union officer',
        'course rep',
        'advice manager who is the student',
      ];
      expect(receiptPolicy.canTake(viewer, item)).toBe(students.includes(name));
      if (members.includes(name)) expect(receiptPolicy.canClaim(viewer, item)).toBe(true);
      else if (viewer.self === undefined || ('subject' in viewer.actor && viewer.actor.subject === 'carl'))
        expect(receiptPolicy.canClaim(viewer, item)).toBe(false);
    },
  );
});
