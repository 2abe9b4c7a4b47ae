import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyPending, storeReceived, type ReceivedEvent } from '@guildhall/events';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import fc from 'fast-check';
import { createRepositories } from '../src/app.js';
import { createHandlers } from '../src/handlers.js';
import { Fixture, ids, learning, type TestMember } from './fixture.js';
import { HandoverFixture, type TestMandate } from './handover-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let handovers: HandoverFixture;
let olu: TestMember;
let sam: TestMember;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  handovers = new HandoverFixture(test, new Fixture(test), clock);
  olu = await handovers.person('olu');
  sam = await handovers.person('sam');
});
afterAll(() => test.stop());

type Office = { readonly groupId: string; readonly positionId: string };
const office = (): Office => ({ groupId: randomUUID(), positionId: randomUUID() });
const old = (of: Office, changes: Partial<TestMandate> = {}): TestMandate => ({
  ...of,
  member: olu,
  from: -335,
  to: 30,
  ...changes,
});
const fresh = (of: Office, changes: Partial<TestMandate> = {}): TestMandate => ({
  ...of,
  member: sam,
  from: 30,
  to: 395,
  ...changes,
});

/** Applies events one by one through the real inbox, in the order given, whatever their own order is. */
async function deliver(events: readonly ReceivedEvent[]): Promise<void> {
  const failures: unknown[] = [];
  for (const event of events) {
    await storeReceived(test.dataSource.manager, [event], clock.now());
    await waitFor('the inbox to come to rest', async () => {
      await applyPending({
        dataSource: test.dataSource,
        handlers: createHandlers(createRepositories, { clock, ids }),
        clock,
        onFailure: ({ error }) => failures.push(error),
      });
      const open: readonly unknown[] = await test.dataSource.query(
        `select 1 from inbox_event e left join inbox_position p using (source, aggregate, aggregate_id)
         where e.applied_at is null and e.sequence = coalesce(p.last, 0) + 1`,
      );
      return open.length === 0;
    });
  }
  expect(failures).toEqual([]);
}

async function opened(mandateId: string): Promise<unknown> {
  const [row] = await test.dataSource.query(
    `select status, predecessor_id, successor_id, outgoing_ids, due_at from handover_capsule where mandate_id = $1`,
    [mandateId],
  );
  return row;
}

describe('an election', () => {
  it('opens one handover in whichever order it and the mandates are heard, and however often', async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 3 }).filter((some) => new Set(some).size === 3);
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const of = office();
        const [before, after] = [randomUUID(), randomUUID()];
        const events = [
          handovers.started(before, old(of)),
          handovers.started(after, fresh(of)),
          handovers.declared([after]),
        ];
        const colleague = await handovers.person('cleo');
        await handovers.mandate({ member: colleague, groupId: of.groupId, kind: 'TREASURER', from: -9, to: 99 });
        await deliver(places.flatMap((place) => events[place] ?? []));
        expect(await opened(after)).toEqual({
          status: 'OPEN',
          predecessor_id: before,
          successor_id: sam.id,
          outgoing_ids: [olu.id],
          due_at: handovers.at(30),
        });
        expect(await handovers.count('handover_capsule where group_id = $1', of.groupId)).toBe(1);
      }),
      { numRuns: 15 },
    );
  });

  it('opens it when the declaration and the mandate are heard at the same moment', async () => {
    for (const _ of [1, 2, 3, 4, 5]) {
      const of = office();
      await handovers.mandate(old(of));
      const after = randomUUID();
      await Promise.all([deliver([handovers.started(after, fresh(of))]), deliver([handovers.declared([after])])]);
      await waitFor('the handover', async () => (await opened(after)) !== undefined);
      expect(await opened(after)).toMatchObject({ outgoing_ids: [olu.id] });
    }
  });

  it('opens it before an office that waits for training begins, and nobody serves by such an office', async () => {
    const of = office();
    const [before, after] = [randomUUID(), randomUUID()];
    await deliver([handovers.started(before, old(of)), handovers.given(after, fresh(of)), handovers.declared([after])]);
    expect(await opened(after)).toMatchObject({ status: 'OPEN', outgoing_ids: [olu.id] });
    const begun = 'mandate_term where has_begun and mandate_id = $1';
    expect(await handovers.count(begun, after)).toBe(0);
    await deliver([handovers.started(after, { ...fresh(of), from: 40 }, 2)]);
    expect(await handovers.count(`${begun} and starts_at = '${handovers.at(40).toISOString()}'`, after)).toBe(1);
    expect(await handovers.count('handover_capsule where group_id = $1', of.groupId)).toBe(1);
  });

  it('opens none for mandates that were given without one', async () => {
    const of = office();
    await handovers.mandate(old(of));
    const given = await handovers.mandate(fresh(of));
    expect(await opened(given)).toBeUndefined();
  });

  it('opens none for whoever held the office themselves', async () => {
    const of = office();
    await handovers.mandate(old(of, { member: sam }));
    const again = await handovers.mandate(fresh(of));
    await handovers.declare(again);
    expect(await opened(again)).toBeUndefined();
  });

  it('tells offices of one kind in one group apart', async () => {
    const of = office();
    await handovers.mandate(old({ ...of, positionId: randomUUID() }, { kind: 'OFFICER' }));
    const media = await handovers.mandate(old(of, { kind: 'OFFICER', member: await handovers.person('mei'), to: 20 }));
    const after = await handovers.mandate(fresh(of, { kind: 'OFFICER' }));
    await handovers.declare(after);
    expect(await opened(after)).toMatchObject({ predecessor_id: media });
  });

  it('pairs an office of several seats one to one', async () => {
    const of = office();
    const before = [
      await handovers.mandate(old(of)),
      await handovers.mandate(old(of, { member: await handovers.person('ola') })),
    ];
    const after = [
      await handovers.mandate(fresh(of)),
      await handovers.mandate(fresh(of, { member: await handovers.person('sue') })),
    ];
    await handovers.declare(...after);
    const rows = await Promise.all(after.map((id) => opened(id)));
    expect(rows.map((row) => (row as { predecessor_id: string }).predecessor_id).sort()).toEqual([...before].sort());
  });

  it('lets the officers of the group hand over an office that nobody held', async () => {
    const of = office();
    const president = await handovers.person('pia');
    await handovers.mandate({ member: president, groupId: of.groupId, kind: 'PRESIDENT', from: -9, to: 99 });
    const after = await handovers.mandate(fresh(of, { kind: 'WELFARE_LEAD', from: 1 }));
    await handovers.declare(after);
    expect(await opened(after)).toMatchObject({
      predecessor_id: null,
      outgoing_ids: [president.id],
      due_at: handovers.at(14),
    });
  });

  it('opens none where nobody is there to hand over, until somebody is', async () => {
    const of = office();
    const after = await handovers.mandate(fresh(of));
    await handovers.declare(after);
    expect(await opened(after)).toBeUndefined();
    await handovers.mandate(old(of));
    expect(await opened(after)).toMatchObject({ outgoing_ids: [olu.id] });
  });

  it('opens one for offices of the union too, and for course representatives', async () => {
    for (const kind of ['UNION_OFFICER', 'COURSE_REP'] as const) {
      const of = {
        groupId: null,
        positionId: randomUUID(),
        kind,
        ...(kind === 'COURSE_REP' && { constituencyId: randomUUID() }),
      };
      const before = await handovers.mandate({ ...of, member: olu, from: -99, to: 9 });
      const after = await handovers.mandate({ ...of, member: sam, from: 9, to: 99 });
      await handovers.declare(after);
      expect(await opened(after)).toMatchObject({ predecessor_id: before });
    }
  });
});

describe('a mandate that ends early', () => {
  it('makes what its holder hands over due at once', async () => {
    const made = await handovers.succession();
    const endedAt = handovers.at(5);
    await handovers.end(made.oldMandate, endedAt);
    expect(await opened(made.newMandate)).toMatchObject({ due_at: endedAt });
    const [job] = await test.dataSource.query('select run_at from graphile_worker.jobs where key = $1', [
      `alert-handover:${made.capsuleId}`,
    ]);
    expect(job).toBeDefined();
  });

  it('ends what whoever takes over may read, and seals the handover', async () => {
    const made = await handovers.succession();
    await handovers.fill(made);
    await handovers.act(made.outgoing, 'handOver', { capsuleId: made.capsuleId });
    await handovers.act(made.successor, 'startHandoverShadowing', { capsuleId: made.capsuleId });
    const endedAt = clock.now();
    await handovers.end(made.newMandate, endedAt);
    const ended = await test.dataSource.query(
      `select data->>'endedAt' as at from outbox_event where name = 'ShadowAccessEnded' and aggregate_id = $1`,
      [made.capsuleId],
    );
    expect(ended).toEqual([{ at: endedAt.toISOString() }]);
    await waitFor('the seal', async () => ((await opened(made.newMandate)) as { status: string }).status === 'SEALED');
  });
});
