import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addJobs, systemIds, type JobQueue, type PlannedJob } from '@guildhall/subgraph';
import { toId } from '@guildhall/kernel';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { EntityManager } from 'typeorm';
import { tell } from '../src/update/use-cases/tell.js';
import { createUpdateRepository } from '../src/update/update.repository.js';
import type { Telling } from '../src/update/update.js';
import { startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;
const clock = new TestClock(testStart);
const ids = systemIds({ now: () => new Date() });
const endorsers = 5000;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
afterAll(() => test.stop());

/** Jobs of a test: kept in a list, or handed to the service's own worker. */
const queueOf = (manager: EntityManager): JobQueue => {
  const enqueueMany = (jobs: readonly PlannedJob[]): Promise<void> =>
    addJobs(
      manager,
      jobs.map((job) => ({ ...job, runAt: new Date(testStart) })),
    );
  return {
    enqueue: (task, payload, { key, runAt }) => enqueueMany([{ task, payload, key, runAt }]),
    enqueueMany,
    cancel: () => Promise.resolve(),
  };
};
const kept: string[] = [];
const keeping: JobQueue = {
  enqueue: (_task, payload) => {
    kept.push(String(payload['changeId']));
    return Promise.resolve();
  },
  enqueueMany: (jobs) => {
    kept.push(...jobs.map(({ payload }) => String(payload['changeId'])));
    return Promise.resolve();
  },
  cancel: () => Promise.resolve(),
};

const telling = (proposalId: string, changes: Partial<Telling> = {}): Telling => ({
  subject: { kind: 'PROPOSAL', id: proposalId },
  change: 'QUALIFIED',
  sourceId: 'once',
  at: new Date(testStart),
  to: 'EVERYBODY_CONCERNED',
  ...changes,
});
const say = (what: Telling, jobs?: JobQueue): Promise<void> =>
  test.dataSource.transaction((manager) =>
    tell({ updates: createUpdateRepository(manager), jobs: jobs ?? queueOf(manager) }, ids, what),
  );

/** An open proposal of ada with this many endorsers, all of them before the test began. */
async function endorsed(count: number): Promise<string> {
  const id = randomUUID();
  await fixture.sql(
    `insert into proposal (id, author_id, author_named, status, needs_council, text_number, drafted_at, published_at, opened_at,
       closes_at, opening, threshold, constituency_size, rule_version, answer_round, delivery_round, version)
     values ($1, $2, true, 'GATHERING', false, 1, '2026-09-01', '2026-09-02', '2026-09-02', '2026-11-02', 1, 9999, 20000, 1, 0, 0, 1)`,
    [id, fixture.members['ada']],
  );
  await fixture.sql(`insert into proposal_text values ($1, 1, 'en', 'Title', 'b', 'p', 's', '2026-09-01')`, [id]);
  await fixture.sql(
    `with people as (insert into proposal_roll select $1, gen_random_uuid(), 1 from generate_series(1, $2) returning member_id)
     select count(*) from people`,
    [id, count],
  );
  await fixture.sql(
    `insert into endorsement (proposal_id, member_id, text_number, endorsed_at, confirmed_at)
     select proposal_id, member_id, 1, '2026-09-03', '2026-09-03' from proposal_roll where proposal_id = $1`,
    [id],
  );
  return id;
}

const toldOf = async (proposalId: string) =>
  (
    await fixture.sql<{ rows: number; people: number }>(
      `select count(*)::int as rows, count(distinct u.member_id)::int as people
       from member_update u join matter_change c on c.id = u.change_id where c.subject_id = $1`,
      [proposalId],
    )
  )[0];

const finished = async (proposalId: string): Promise<boolean> =>
  (await fixture.sql('select 1 from matter_change where subject_id = $1 and told_at is null', [proposalId])).length ===
  0;

const mine = (who: string, onlyUnread = false) =>
  fixture
    .ask(
      who,
      'query ($onlyUnread: Boolean) { viewer { updates(onlyUnread: $onlyUnread) { unreadCount edges { node { id change subject { id } readAt isMuted } } } } }',
      { onlyUnread },
    )
    .then(({ viewer }) => viewer.updates);

describe('a change of a proposal with 5,000 endorsers', () => {
  it('is told to each of them and to the author exactly once, by the worker', async () => {
    const proposalId = await endorsed(endorsers);
    const begun = performance.now();
    await say(telling(proposalId));
    await waitFor('everybody is told', () => finished(proposalId), 25_000);
    process.stdout.write(`told ${endorsers + 1} members in ${Math.round(performance.now() - begun)} ms\n`);
    expect(await toldOf(proposalId)).toEqual({ rows: endorsers + 1, people: endorsers + 1 });
  });

  it('is told once by two workers at the same time, and by a third that comes later', async () => {
    const proposalId = await endorsed(endorsers);
    await say(telling(proposalId), keeping);
    const changeId = toId<'MatterChange'>(kept.at(-1) ?? '');
    const work = async (size: number): Promise<void> => {
      let goesOn = true;
      while (goesOn) {
        goesOn = await test.dataSource.transaction((manager) =>
          createUpdateRepository(manager).tellChunk(changeId, size),
        );
      }
    };
    await Promise.all([work(700), work(900)]);
    await work(1000);
    expect(await finished(proposalId)).toBe(true);
    expect(await toldOf(proposalId)).toEqual({ rows: endorsers + 1, people: endorsers + 1 });
  });

  it('goes on after a failure where it was, without telling anybody again', async () => {
    const proposalId = await endorsed(50);
    await say(telling(proposalId), keeping);
    const changeId = toId<'MatterChange'>(kept.at(-1) ?? '');
    const chunk = (isLost: boolean): Promise<unknown> =>
      test.dataSource.transaction(async (manager) => {
        await createUpdateRepository(manager).tellChunk(changeId, 20);
        if (isLost) throw new Error('the process ends here');
      });
    await chunk(false);
    await expect(chunk(true)).rejects.toThrow('ends here');
    expect(await toldOf(proposalId)).toEqual({ rows: 20, people: 20 });
    await chunk(false);
    await chunk(false);
    expect(await toldOf(proposalId)).toEqual({ rows: 51, people: 51 });
  });
});

describe('telling', () => {
  it('happens once for the same change from the same source, and again for another', async () => {
    const proposalId = await endorsed(3);
    const to = [toId<'Member'>(fixture.members['bea'] ?? '')];
    await say(telling(proposalId, { to }));
    await say(telling(proposalId, { to }));
    expect(await toldOf(proposalId)).toEqual({ rows: 1, people: 1 });
    await say(telling(proposalId, { to, sourceId: 'twice' }));
    expect(await toldOf(proposalId)).toEqual({ rows: 2, people: 1 });
  });

  it('leaves no trace of a change that was rolled back', async () => {
    const proposalId = await endorsed(3);
    const failing = test.dataSource.transaction(async (manager) => {
      await tell({ updates: createUpdateRepository(manager), jobs: queueOf(manager) }, ids, telling(proposalId));
      throw new Error('not kept');
    });
    await expect(failing).rejects.toThrow('not kept');
    expect(await fixture.sql('select 1 from matter_change where subject_id = $1', [proposalId])).toEqual([]);
  });

  it('tells nobody of what happened before it concerned them', async () => {
    const proposalId = await endorsed(3);
    await fixture.sql(
      `update endorsement set endorsed_at = '2026-12-01' where member_id = (
      select member_id from endorsement where proposal_id = $1 limit 1)`,
      [proposalId],
    );
    await say(telling(proposalId));
    await waitFor('everybody is told', () => finished(proposalId));
    expect(await toldOf(proposalId)).toEqual({ rows: 3, people: 3 });
  });

  it('cannot write the same news twice, whatever the code does', async () => {
    const proposalId = await endorsed(1);
    await say(telling(proposalId));
    await waitFor('everybody is told', () => finished(proposalId));
    await expect(
      fixture.sql(`insert into member_update select member_id, change_id, at from member_update limit 1`),
    ).rejects.toMatchObject({ constraint: 'member_update_once' });
  });
});

describe('one’s own news', () => {
  it('is listed newest first, counted, and read piece by piece or all at once', async () => {
    const to = [toId<'Member'>(fixture.members['rosa'] ?? '')];
    const proposals = [randomUUID(), randomUUID(), randomUUID()];
    for (const [hour, id] of proposals.entries())
      await say(telling(id, { to, at: new Date(Date.parse(testStart) - (3 - hour) * 3_600_000) }));
    const news = await mine('rosa');
    expect(news.unreadCount).toBe(3);
    expect(news.edges.map(({ node }: { node: { subject: { id: string } } }) => node.subject.id)).toEqual(
      proposals.toReversed(),
    );
    expect(
      await fixture.mutate('rosa', 'markUpdatesRead', { updateIds: [news.edges[0].node.id] }, 'unreadCount'),
    ).toMatchObject({
      unreadCount: 2,
    });
    expect((await mine('rosa', true)).edges).toHaveLength(2);
    expect(await fixture.mutate('rosa', 'markUpdatesRead', {}, 'unreadCount')).toMatchObject({ unreadCount: 0 });
    expect((await mine('rosa', true)).edges).toEqual([]);
    expect((await mine('rosa')).edges).toHaveLength(3);
    expect(
      await fixture.mutate('rosa', 'markUpdatesRead', { updateIds: Array.from({ length: 101 }, () => randomUUID()) }),
    ).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'updateIds' }] });
  });

  it('pages without gaps or repeats while news arrives', async () => {
    const to = [toId<'Member'>(fixture.members['omar'] ?? '')];
    for (let hour = 0; hour < 5; hour += 1)
      await say(telling(randomUUID(), { to, at: new Date(Date.parse(testStart) - (9 - hour) * 3_600_000) }));
    const page = (after?: string) =>
      fixture
        .ask(
          'omar',
          'query ($after: String) { viewer { updates(first: 2, after: $after) { edges { node { subject { id } } } pageInfo { hasNextPage endCursor } } } }',
          { after },
        )
        .then(({ viewer }) => viewer.updates);
    const before = (await mine('omar')).edges.map(({ node }: { node: { subject: { id: string } } }) => node.subject.id);
    const first = await page();
    await say(telling(randomUUID(), { to }));
    const second = await page(first.pageInfo.endCursor);
    const third = await page(second.pageInfo.endCursor);
    const seen = [...first.edges, ...second.edges, ...third.edges].map(({ node }) => node.subject.id);
    expect(seen).toEqual(before);
    expect(third.pageInfo.hasNextPage).toBe(false);
  });

  it('stops for a matter that was muted, and comes again', async () => {
    const uma = toId<'Member'>(fixture.members['uma'] ?? '');
    const proposalId = randomUUID();
    const input = { subjectKind: 'PROPOSAL', subjectId: proposalId };
    expect(await fixture.mutate('uma', 'muteUpdates', { ...input, muted: true })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await say(telling(proposalId, { to: [uma] }));
    expect(await fixture.mutate('uma', 'muteUpdates', { ...input, muted: true }, 'muted')).toMatchObject({
      muted: true,
    });
    await say(telling(proposalId, { to: [uma], sourceId: 'muted' }));
    const news = await mine('uma');
    expect(news.edges).toHaveLength(1);
    expect(news.edges[0].node.isMuted).toBe(true);
    await fixture.expectSuccess('uma', 'muteUpdates', { ...input, muted: false });
    await say(telling(proposalId, { to: [uma], sourceId: 'heard again' }));
    expect((await mine('uma')).edges).toHaveLength(2);
  });

  it('is nobody else’s to see, read or stop', async () => {
    const ada = toId<'Member'>(fixture.members['ada'] ?? '');
    const proposalId = randomUUID();
    await say(telling(proposalId, { to: [ada] }));
    const [{ node }] = (await mine('ada', true)).edges;
    await fixture.expectSuccess('bea', 'markUpdatesRead', { updateIds: [node.id] });
    expect((await mine('ada', true)).edges[0].node.id).toBe(node.id);
    const stranger = await fixture.mutate('bea', 'muteUpdates', {
      subjectKind: 'PROPOSAL',
      subjectId: proposalId,
      muted: true,
    });
    const missing = await fixture.mutate('bea', 'muteUpdates', {
      subjectKind: 'PROPOSAL',
      subjectId: randomUUID(),
      muted: true,
    });
    expect(stranger).toEqual(missing);
    for (const who of ['carl', 'dana', undefined]) {
      expect((await fixture.ask(who, '{ viewer { updates { unreadCount } } }'))['viewer'].updates).toBeNull();
      expect(await fixture.mutate(who, 'markUpdatesRead', {})).toMatchObject({ __typename: 'NotAllowedError' });
      expect(
        await fixture.mutate(who, 'muteUpdates', { subjectKind: 'ISSUE', subjectId: proposalId, muted: true }),
      ).toMatchObject({ __typename: 'NotAllowedError' });
    }
  });
});
