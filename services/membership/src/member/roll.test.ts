import { describe, expect, it } from '@jest/globals';
import { sampleMember } from '../../test/sample-member.js';
import { applyRoll, readRollRow, refuseRepeated, type RollEntry, type RollRow } from './roll.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const row: RollRow = {
  line: 2,
  subject: 'ada',
  studentNumber: 'N1',
  displayName: 'Ada Official',
  faculty: 'Arts',
  programme: 'History',
  level: 'UG',
  year: '1',
};

function entry(changes: Partial<RollRow> = {}): RollEntry {
  const read = readRollRow({ ...row, ...changes });
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
}

describe('a row of a roll', () => {
  it.each([
    ['Undergraduate', 'UNDERGRADUATE'],
    [' ug ', 'UNDERGRADUATE'],
    ['Post-Graduate (Taught)', 'POSTGRADUATE_TAUGHT'],
    ['PGT', 'POSTGRADUATE_TAUGHT'],
    ['postgraduate_research', 'POSTGRADUATE_RESEARCH'],
    ['PhD', 'POSTGRADUATE_RESEARCH'],
  ])('may call the level "%s"', (level, expected) => {
    expect(entry({ level }).application.level).toBe(expected);
  });

  it.each<readonly [Partial<RollRow>, string]>([
    [{ subject: ' ' }, 'no sign-in subject'],
    [{ studentNumber: '' }, 'student number: write something here'],
    [{ year: '1.5' }, 'year: give a whole number from 1 to 8'],
    [{ year: '9' }, 'year: give a whole number from 1 to 8'],
    [{ level: '' }, 'level: "" is none of undergraduate, postgraduate taught, postgraduate research'],
    [{ subject: '', displayName: '' }, 'no sign-in subject; name: write something here'],
  ])('with %j is refused with every reason', (changes, reason) => {
    expect(readRollRow({ ...row, ...changes })).toEqual({ ok: false, error: { line: 2, reason } });
  });

  it('counts once, however often its subject or student number comes again', () => {
    const again = refuseRepeated([
      entry(),
      entry({ line: 3, studentNumber: 'N2' }),
      entry({ line: 4, subject: 'bob' }),
      entry({ line: 5, subject: 'eve', studentNumber: 'N2' }),
    ]);
    expect(again.entries.map(({ line }) => line)).toEqual([2, 5]);
    expect(again.refused.map(({ line }) => line)).toEqual([3, 4]);
  });
});

describe('what a roll says of somebody the register knows', () => {
  it('is nothing when the study facts are the same', () => {
    const member = sampleMember();
    expect(applyRoll(member, entry(), now)).toBe(member);
  });

  it('is the study facts and no other', () => {
    const member = sampleMember({ bio: 'Mine' });
    expect(applyRoll(member, entry({ year: '2', faculty: 'Law' }), now)).toEqual({
      ...member,
      year: 2,
      faculty: 'Law',
    });
  });

  it('verifies an applicant and moves nobody else along', () => {
    for (const status of ['REJECTED', 'LAPSED', 'ALUMNI', 'SUSPENDED'] as const)
      expect(applyRoll(sampleMember({ status }), entry(), now).status).toBe(status);
    expect(applyRoll(sampleMember({ status: 'APPLIED' }), entry(), now).status).toBe('ACTIVE');
  });

  it('never writes to somebody who was erased', () => {
    const erased = sampleMember({ status: 'ERASED', studentNumber: 'gone' });
    expect(applyRoll(erased, entry(), now)).toBe(erased);
  });
});
