import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@guildhall/testing';
import { Fixture, membership } from './fixture.js';

let test: TestService;

/** 12 people join in the week of 14 September, 7 in the next one, 3 in the third. */
beforeAll(async () => {
  test = await startTestService(membership);
  const fixture = new Fixture(test);
  const join = async (week: string, people: number): Promise<void> => {
    for (let index = 0; index < people; index += 1)
      await fixture.member(`${week}-${index}`, { joinedAt: new Date(`${week}T12:00:00Z`) });
  };
  await join('2026-09-15', 12);
  await join('2026-09-23', 7);
  await join('2026-09-30', 3);
  await fixture.member('applicant', { status: 'APPLIED', joinedAt: new Date('2026-09-30T12:00:00Z') });
  const uma = await fixture.member('uma', { joinedAt: new Date('2024-10-01T12:00:00Z') });
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
  await fixture.appointment('nina', 'ANALYST');
  await fixture.appointment('amira', 'ADVICE_MANAGER');
  await fixture.appointment('sys', 'ADMIN');
});
afterAll(() => test.stop());

const query =
  'query ($year: Int) { insights(academicYear: $year) { threshold membersJoining { weekOf joined { value suppressed reason } } } }';
const hidden = { value: null, suppressed: true, reason: 'BELOW_THRESHOLD' };
/** Every week of the academic year up to the first Monday of October, with the figures that are shown; nothing else is told. */
const autumn = (figures: Readonly<Record<string, object>>) =>
  ['07-27', '08-03', '08-10', '08-17', '08-24', '08-31', '09-07', '09-14', '09-21', '09-28', '10-05'].map((day) => ({
    weekOf: `2026-${day}`,
    joined: figures[day] ?? hidden,
  }));
const shown = (value: number) => ({ value, suppressed: false, reason: null });

describe('members joining by week', () => {
  it.each([['uma'], ['amira']])('hides for %s what stands for fewer than five people', async (subject) => {
    expect((await test.run(subject, query)).data).toEqual({
      insights: {
        threshold: 5,
        membersJoining: autumn({ '09-14': shown(12), '09-21': shown(7) }),
      },
    });
  });

  it('hides for analysts and their programs what stands for fewer than ten', async () => {
    const expected = {
      insights: {
        threshold: 10,
        membersJoining: autumn({ '09-14': shown(12) }),
      },
    };
    expect((await test.run('nina', query)).data).toEqual(expected);
    expect(
      (await test.runAs({ kind: 'machine', clientId: 'analytics', scopes: ['insights:read'] }, query)).data,
    ).toEqual(expected);
  });

  it('are nothing for everybody else', async () => {
    for (const subject of [undefined, 'sys', 'carl', '2026-09-15-0'])
      expect((await test.run(subject, query)).data).toEqual({ insights: null });
    expect(
      (await test.runAs({ kind: 'machine', clientId: 'department-housing', scopes: ['referrals:read'] }, query)).data,
    ).toEqual({ insights: null });
  });

  it('belong to the academic year that is asked for', async () => {
    const { data } = await test.run('uma', query, { year: 2024 });
    const joining = (data as { insights: { membersJoining: { joined: object }[] } }).insights.membersJoining;
    expect(joining).toHaveLength(53);
    expect(joining.every(({ joined }) => JSON.stringify(joined) === JSON.stringify(hidden))).toBe(true);
    expect((await test.run('uma', query, { year: 1800 })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
