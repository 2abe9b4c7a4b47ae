import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseEvent, type ReceivedEvent } from '@guildhall/events';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { TellWhatStands1780000000027 } from '../migrations/0027-tell-what-stands.js';
import { activities, Fixture, inHours } from './fixture.js';
import { ServiceFixture } from './service-fixture.js';

type Row = Pick<ReceivedEvent, 'id' | 'aggregate' | 'sequence' | 'name' | 'data'> & { readonly aggregate_id: string };

let test: TestService;
beforeAll(async () => {
  test = await startTestService(activities, { clock: new TestClock(testStart) });
});
afterAll(() => test.stop());

describe('what stands before anybody kept a record', () => {
  it('is told once, as the first events of streams that learning hears', async () => {
    const fixture = new Fixture(test);
    const service = new ServiceFixture(test);
    const [ada, omar] = [await fixture.member('ada'), await fixture.member('omar')];
    const group = await fixture.group(omar);
    const host = await service.host({ contactId: omar, groupId: group });
    const verified = await service.claim(host, ada, { status: 'VERIFIED' });
    await service.claim(host, ada, { status: 'VOIDED', workedFrom: inHours(-72), workedTo: inHours(-70) });
    await service.claim(host, ada, { workedFrom: inHours(-96), workedTo: inHours(-94) });
    const activity = await fixture.activity(group, 'COMPLETED', { organiserId: omar });
    const placeId = randomUUID();
    await test.dataSource.query(
      `insert into team_place (id, activity_id, member_id, role, status, asked_at, joined_at, led_at, version)
       values ($1, $2, $3, 'COORDINATOR', 'ON_TEAM', now(), now(), $4, 1)`,
      [placeId, activity.id, ada, inHours(-5)],
    );
    await test.dataSource.query(`delete from outbox_event where aggregate in ('VerifiedHours', 'ActivityLead')`);
    await test.dataSource.query(`delete from event_sequence where aggregate in ('VerifiedHours', 'ActivityLead')`);
    const runner = test.dataSource.createQueryRunner();
    await runner.startTransaction();
    await new TellWhatStands1780000000027().up(runner);
    const rows: readonly Row[] = await runner.query(
      `select e.* from outbox_event e join outbox_delivery d using (position)
         where d.subscriber = 'learning' and e.aggregate in ('VerifiedHours', 'ActivityLead') order by e.time`,
    );
    await runner.rollbackTransaction();
    await runner.release();
    const told = rows.map(({ id, aggregate, aggregate_id: subject, sequence, name, data }) =>
      parseEvent({
        specversion: '1.0',
        id,
        type: `guildhall.activities.${name}.v1`,
        source: 'activities',
        time: testStart,
        subject,
        aggregate,
        sequence,
        datacontenttype: 'application/json',
        name,
        data,
      }),
    );
    expect(told).toMatchObject([
      {
        subject: verified.id,
        sequence: 1,
        name: 'HoursVerified',
        data: {
          memberId: ada,
          minutes: 120,
          hostGroupId: group,
          workedOn: '2026-10-04',
          verifiedAt: inHours(-18).toISOString(),
        },
      },
      {
        subject: placeId,
        sequence: 1,
        name: 'ActivityLed',
        data: {
          memberId: ada,
          role: 'COORDINATOR',
          activityKind: activity.kind,
          groupId: group,
          ledAt: inHours(-5).toISOString(),
        },
      },
    ]);
  });
});
