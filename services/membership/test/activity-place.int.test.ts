import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createActivityPlaceRepository, type PlaceTold } from '../src/activity-place/activity-place.repository.js';
import type { MemberId } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const activityId = '018f0000-0000-7000-8000-0000000000c1' as PlaceTold['activityId'];
const at = (minutes: number): Date => new Date(Date.parse(testStart) + minutes * 60_000);
let test: TestService;
let ada: MemberId;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  ada = (await new Fixture(test).member('ada')).id;
});
afterAll(() => test.stop());

const note = (registrationId: string, isHeld: boolean, minutes: number, memberId: string = ada) =>
  createActivityPlaceRepository(test.dataSource.manager).note({
    registrationId: `018f0000-0000-7000-8000-${registrationId.padStart(12, '0')}`,
    activityId,
    memberId: memberId as MemberId,
    isHeld,
    changedAt: at(minutes),
  });
const holders = async (): Promise<readonly string[]> => {
  const rows: readonly { member_id: string }[] = await test.dataSource.query('select member_id from activity_place');
  return rows.map((row) => row.member_id);
};

describe('who holds a place of what', () => {
  it('follows the newest word on each registration, told once or twice', async () => {
    expect(await note('1', true, 0)).toBe(true);
    await note('1', true, 0);
    expect(await holders()).toEqual([ada]);
    await note('1', false, 5);
    expect(await holders()).toEqual([]);
  });

  it('is not changed by an old word that comes late', async () => {
    expect(await note('1', true, 3)).toBe(false);
    expect(await holders()).toEqual([]);
    await note('2', true, 7);
    await note('3', false, 6);
    expect(await holders()).toEqual([ada]);
  });

  it('does not learn of a person who is not in the register', async () => {
    expect(await note('4', true, 9, '018f0000-0000-7000-8000-0000000000ff')).toBe(false);
    expect(await holders()).toEqual([ada]);
  });

  it('counts one person once, and is forgotten with the activity', async () => {
    await note('5', true, 8);
    expect(await holders()).toEqual([ada]);
    const places = createActivityPlaceRepository(test.dataSource.manager);
    expect(await places.isHeld(activityId, ada)).toBe(true);
    await places.forget(activityId);
    expect(await holders()).toEqual([]);
  });
});
