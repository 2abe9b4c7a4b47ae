import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbox, type NewEvent } from '@guildhall/events';
import { createIdSource } from '@guildhall/kernel';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { membership } from './fixture.js';

const clock = new TestClock(testStart);
const ids = createIdSource(
  () => Date.now(),
  (count) => randomBytes(count),
);
let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership, {
    clock,
    transport: { deliver: () => Promise.reject(new Error('nobody listens')) },
  });
});
beforeEach(() => test.dataSource.query('truncate outbox_event cascade; truncate event_sequence'));
afterAll(() => test.stop());

type Change = NewEvent<'MemberStatusChanged'>;
const change = (memberId: string, status: Change['data']['status']): Change => ({
  aggregateId: memberId,
  data: { memberId, status },
});
const append = (events: readonly Change[]): Promise<void> =>
  test.dataSource.transaction((manager) => createOutbox(manager, clock, ids).appendMany('MemberStatusChanged', events));

async function stored(memberId: string): Promise<readonly (readonly [number, string])[]> {
  const rows: readonly { sequence: number; status: string }[] = await test.dataSource.query(
    `select sequence, data->>'status' as status from outbox_event where aggregate_id = $1 order by sequence`,
    [memberId],
  );
  return rows.map(({ sequence, status }) => [sequence, status]);
}

describe('appending many events', () => {
  it('goes on from the last sequence of each aggregate, in the order given', async () => {
    const [ada, omar] = [ids.ordered(), ids.ordered()];
    await test.dataSource.transaction((manager) =>
      createOutbox(manager, clock, ids).append('MemberStatusChanged', ada, { memberId: ada, status: 'APPLIED' }),
    );
    await append([change(ada, 'ACTIVE'), change(omar, 'ACTIVE'), change(ada, 'SUSPENDED'), change(ada, 'ACTIVE')]);
    expect(await stored(ada)).toEqual([
      [1, 'APPLIED'],
      [2, 'ACTIVE'],
      [3, 'SUSPENDED'],
      [4, 'ACTIVE'],
    ]);
    expect(await stored(omar)).toEqual([[1, 'ACTIVE']]);
    await append([change(omar, 'LAPSED')]);
    expect(await stored(omar)).toEqual([
      [1, 'ACTIVE'],
      [2, 'LAPSED'],
    ]);
  });

  it('keeps the order of one aggregate across statements and gives every event to every subscriber', async () => {
    const ada = ids.ordered();
    const statuses = ['ACTIVE', 'LAPSED'] as const;
    await append(Array.from({ length: 2500 }, (_unused, index) => change(ada, statuses[index % 2] ?? 'ACTIVE')));
    const rows = await stored(ada);
    expect(rows).toEqual(Array.from({ length: 2500 }, (_unused, index) => [index + 1, statuses[index % 2]]));
    const counts: readonly unknown[] = await test.dataSource.query(
      'select subscriber, count(*)::int as count from outbox_delivery group by 1 order by 1',
    );
    expect(counts).toEqual(['activities', 'advocacy', 'learning'].map((subscriber) => ({ subscriber, count: 2500 })));
  });

  it('leaves nothing behind when the transaction fails or one event does not fit the catalogue', async () => {
    const ada = ids.ordered();
    await expect(append([change(ada, 'ACTIVE'), change('no id', 'ACTIVE')])).rejects.toThrow();
    const rolledBack = test.dataSource.transaction(async (manager) => {
      await createOutbox(manager, clock, ids).appendMany('MemberStatusChanged', [change(ada, 'ACTIVE')]);
      throw new Error('after all not');
    });
    await expect(rolledBack).rejects.toThrow('after all not');
    expect(await stored(ada)).toEqual([]);
    await append([]);
    await append([change(ada, 'ACTIVE')]);
    expect(await stored(ada)).toEqual([[1, 'ACTIVE']]);
  });

  it('gives no sequence twice and leaves none out when many write about the same people at once', async () => {
    const people = Array.from({ length: 20 }, () => ids.ordered());
    await Promise.all(
      Array.from({ length: 6 }, (_unused, writer) =>
        append((writer % 2 === 0 ? people : people.toReversed()).map((id) => change(id, 'ACTIVE'))),
      ),
    );
    for (const id of people) expect((await stored(id)).map(([sequence]) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
