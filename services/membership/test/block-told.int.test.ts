import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { TellOfBlocks1780000000036 } from '../migrations/0036-tell-of-blocks.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { createTies, type TieMutation } from './ties.js';

let test: TestService;
let vic: Member;
let tom: Member;
let pair: { oneId: string; otherId: string };

beforeAll(async () => {
  test = await startTestService(membership, { clock: new TestClock(testStart) });
  const fixture = new Fixture(test);
  vic = await fixture.member('vic');
  tom = await fixture.member('tom');
  const [oneId = '', otherId = ''] = [vic.id, tom.id].sort();
  pair = { oneId, otherId };
});
afterAll(() => test.stop());
beforeEach(() =>
  test.dataSource.query('delete from member_block; truncate outbox_event cascade; truncate event_sequence'),
);

const told = (): Promise<unknown> =>
  test.dataSource.query(
    `select e.name, e.data, d.subscriber from outbox_event e join outbox_delivery d using (position)
     where e.aggregate = 'Block' order by e.position`,
  );
const block = (name: TieMutation, who: string, whom: Member): Promise<unknown> =>
  createTies(() => test).act(who, name, whom.id);

describe('what other services hear of blocks', () => {
  it('is whether the two are kept apart, after each step alike and whoever of them took it', async () => {
    const stands = { name: 'BlockStood', data: pair, subscriber: 'learning' };
    await block('blockMember', 'vic', tom);
    expect(await told()).toEqual([stands]);
    await block('blockMember', 'tom', vic);
    expect(await told()).toEqual([stands, stands]);
    await block('unblockMember', 'vic', tom);
    expect(await told()).toEqual([stands, stands, stands]);
    await block('unblockMember', 'tom', vic);
    expect(await told()).toEqual([stands, stands, stands, { ...stands, name: 'BlockEnded' }]);
  });

  it('is told once of what stood before anybody listened', async () => {
    await test.dataSource.query(
      `insert into member_block (blocker_id, blocked_id, since) values ($1, $2, now()), ($2, $1, now())`,
      [vic.id, tom.id],
    );
    const runner = test.dataSource.createQueryRunner();
    await new TellOfBlocks1780000000036().up(runner);
    await runner.release();
    expect(await told()).toEqual([{ name: 'BlockStood', data: pair, subscriber: 'learning' }]);
  });
});
