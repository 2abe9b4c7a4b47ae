import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { toId } from '@guildhall/kernel';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { MemberId } from '../src/member/member.js';
import type { Telling } from '../src/notification/notification.js';
import { notificationReasons, topicOf, topics } from '../src/notification/reason.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let ada: MemberId;
let rosa: MemberId;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  ada = (await fixture.member('ada')).id;
  rosa = (await fixture.member('rosa')).id;
});
afterAll(() => test.stop());

const inbox = () => createRepositories(test.dataSource.manager).notifications;
const about = (to: Telling['to'], changes: Partial<Telling> = {}): Telling => ({
  to,
  reason: 'HELP_MATCHED',
  sourceId: randomUUID(),
  subject: { kind: 'HELP_REQUEST', id: randomUUID() },
  ...changes,
});
const everything = { topic: undefined, onlyUnread: false };
const first = { first: 100, after: undefined };

describe('telling a member', () => {
  it('happens once per reason and source, however often and however many at a time', async () => {
    const telling = about(ada);
    await Promise.all(Array.from({ length: 8 }, () => inbox().tell(telling)));
    await inbox().tell({ ...telling, reason: 'HELP_ARRANGED' });
    const { edges } = await inbox().page(ada, first, everything);
    expect(edges.map(({ node }) => node.reason).sort()).toEqual(['HELP_ARRANGED', 'HELP_MATCHED']);
    expect((await inbox().page(rosa, first, everything)).edges).toEqual([]);
  });

  it('leaves out who did it, who is unknown and who was erased', async () => {
    const gone = await fixture.member('gone');
    await test.dataSource.query(
      `update member set status = 'ERASED', subject = 'erased:' || id, student_number = 'erased:' || id, display_name = '',
         faculty = '', programme = '', languages = '{}' where id = $1`,
      [gone.id],
    );
    await inbox().tell(
      about([ada, rosa, gone.id, toId<'Member'>(randomUUID())], { reason: 'POST_REPLIED', from: rosa }),
    );
    const rows: readonly { member_id: string }[] = await test.dataSource.query(
      `select member_id from notification where reason = 'POST_REPLIED'`,
    );
    expect(rows).toEqual([{ member_id: ada }]);
  });

  it('leaves out whom the two keep apart by a block, with the same statements as for everybody else', async () => {
    const { id: blocker } = await fixture.member('blocker');
    const { id: open } = await fixture.member('open');
    await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, now())', [
      blocker,
      ada,
    ]);
    const asked = (to: MemberId) =>
      test.countStatements(() => inbox().tell(about(to, { reason: 'CONNECTION_REQUESTED', from: ada })));
    expect(await asked(blocker)).toEqual(await asked(open));
    expect(await inbox().countUnread(blocker)).toBe(0);
    expect(await inbox().countUnread(open)).toBe(1);
  });

  it('is undone with the transaction that told', async () => {
    const telling = about(rosa);
    await expect(
      test.dataSource.transaction(async (manager) => {
        await createRepositories(manager).notifications.tell(telling);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await inbox().countUnread(rosa)).toBe(0);
  });

  it('knows a topic for every reason, and the database knows every reason', async () => {
    for (const reason of notificationReasons) {
      expect(topics).toContain(topicOf(reason));
      await inbox().tell(about(rosa, { reason }));
    }
    expect(await inbox().countUnread(rosa)).toBe(notificationReasons.length);
    await expect(
      test.dataSource.query(`update notification set reason = 'GOSSIP' where member_id = $1`, [rosa]),
    ).rejects.toThrow('notification_reason_known');
  });
});
