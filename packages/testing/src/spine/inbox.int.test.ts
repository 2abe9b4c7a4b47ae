import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  applyPending,
  attemptsMax,
  cleanSpine,
  discardDeadLetter,
  pageDeadLetters,
  retryDeadLetter,
  type DeadLetter,
  type EventHandlers,
} from '@guildhall/events';
import { AbstractLogger, type DataSource } from 'typeorm';
import { TestClock } from '../test-clock.js';
import { recordEffect, recordingHandlers, SpineDatabase, statusEvent } from './spine-database.js';

const start = '2026-10-05T09:00:00.000Z';
const dayMs = 86_400_000;

let learning: SpineDatabase;
let clock: TestClock;
let failures: { readonly attempt: number; readonly isDead: boolean }[];
let broken: Set<string>;

beforeEach(async () => {
  learning = await SpineDatabase.create('learning');
  clock = new TestClock(start);
  failures = [];
  broken = new Set();
});

afterEach(() => learning.drop());

/** Writes its effect first, then fails for members that are broken: what it wrote must not stay. */
const handlers: EventHandlers = {
  async MemberStatusChanged(manager, event) {
    await recordEffect(manager, event);
    if (broken.has(event.subject)) throw new Error('no');
  },
};

async function listDead(): Promise<readonly DeadLetter[]> {
  const { edges } = await pageDeadLetters(learning.dataSource.manager, { first: 100, after: undefined });
  return edges.map(({ node }) => node);
}

function applyBatch(): Promise<number> {
  return applyPending({
    dataSource: learning.dataSource,
    handlers,
    clock,
    onFailure: (failure) => failures.push(failure),
  });
}

async function applyAll(): Promise<void> {
  while ((await applyBatch()) > 0);
}

async function die(): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    await applyAll();
    clock.advance(10 * 60_000);
  }
}

async function sequences(memberId: string): Promise<readonly number[]> {
  return (await learning.effects())
    .filter(({ aggregateId }) => aggregateId === memberId)
    .map(({ sequence }) => sequence);
}

async function countAllStatements(dataSource: DataSource, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const before = dataSource.logger;
  dataSource.logger = new (class extends AbstractLogger {
    override logQuery(): void {
      count += 1;
    }

    protected override writeLog(): void {}
  })('all');
  await work();
  dataSource.logger = before;
  return count;
}

describe('the inbox', () => {
  it('ignores a duplicate by id, and one by place in its aggregate', async () => {
    const memberId = randomUUID();
    const event = statusEvent(memberId, 1);
    await learning.receive([event, event, statusEvent(memberId, 1)], clock.now());
    await learning.receive([event], clock.now());
    await applyAll();
    await learning.receive([event, statusEvent(memberId, 1)], clock.now());
    await applyAll();
    expect(await sequences(memberId)).toEqual([1]);
  });

  it('puts events that arrive out of order back into order, and lets a gap wait', async () => {
    const memberId = randomUUID();
    await learning.receive(
      [5, 3, 2].map((sequence) => statusEvent(memberId, sequence)),
      clock.now(),
    );
    await applyAll();
    expect(await sequences(memberId)).toEqual([]);
    await learning.receive([statusEvent(memberId, 1)], clock.now());
    await applyAll();
    expect(await sequences(memberId)).toEqual([1, 2, 3]);
    await learning.receive([statusEvent(memberId, 4)], clock.now());
    await applyAll();
    expect(await sequences(memberId)).toEqual([1, 2, 3, 4, 5]);
  });

  it('changes nothing when everything is replayed, even after the applied rows were cleaned away', async () => {
    const memberId = randomUUID();
    const events = [1, 2, 3].map((sequence) => statusEvent(memberId, sequence));
    await learning.receive(events, clock.now());
    await applyAll();
    await learning.receive(events, clock.now());
    await applyAll();
    clock.advance(31 * dayMs);
    await cleanSpine(learning.dataSource.manager, clock.now());
    expect(await learning.received()).toEqual([]);
    await learning.receive(events, clock.now());
    await applyAll();
    expect(await sequences(memberId)).toEqual([1, 2, 3]);
  });

  it('applies each event once with three appliers at work', async () => {
    const members = Array.from({ length: 30 }, () => randomUUID());
    await learning.receive(
      members.flatMap((id) => [1, 2, 3, 4].map((sequence) => statusEvent(id, sequence))),
      clock.now(),
    );
    await Promise.all([applyAll(), applyAll(), applyAll()]);
    await applyAll();
    for (const memberId of members) expect(await sequences(memberId)).toEqual([1, 2, 3, 4]);
    expect(failures).toEqual([]);
  });

  it('stops the aggregate of an event whose handler fails, undoes its half-made effects, and no other aggregate', async () => {
    const [bad, good] = [randomUUID(), randomUUID()];
    broken.add(bad);
    await learning.receive(
      [statusEvent(bad, 1), statusEvent(good, 1), statusEvent(bad, 2), statusEvent(good, 2)],
      clock.now(),
    );
    await applyAll();
    expect(await learning.effects()).toEqual([1, 2].map((sequence) => ({ aggregateId: good, sequence })));
    broken.clear();
    await applyAll();
    expect(await sequences(bad)).toEqual([]);
    clock.advance(1_000);
    await applyAll();
    expect(await sequences(bad)).toEqual([1, 2]);
  });

  it('waits twice as long before each further try, and gives up after the last', async () => {
    const bad = randomUUID();
    broken.add(bad);
    await learning.receive([statusEvent(bad, 1)], clock.now());
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      await applyAll();
      expect(failures).toHaveLength(attempt);
      const pauseMs = 1_000 * 2 ** (attempt - 1);
      clock.advance(pauseMs - 1);
      await applyAll();
      expect(failures).toHaveLength(attempt);
      clock.advance(1);
    }
    await applyAll();
    expect(failures).toHaveLength(attemptsMax);
    expect(failures.at(-1)).toMatchObject({ attempt: attemptsMax, isDead: true });
  });

  it('treats a payload that does not fit, an unknown name and a stream of another owner as poison', async () => {
    const good = randomUUID();
    const unfit = { ...statusEvent('unfit', 1), data: { memberId: 'unfit', status: 'PRESIDENT' } };
    const unknown = { ...statusEvent('unknown', 1), name: 'MemberCrowned' };
    const foreign = { ...statusEvent(good, 1), source: 'activities' as const };
    await learning.receive([unfit, unknown, foreign, statusEvent(good, 1)], clock.now());
    await die();
    expect(await learning.effects()).toEqual([{ aggregateId: good, sequence: 1 }]);
    const dead = await listDead();
    expect(dead.map(({ failure }) => String(failure)).toSorted()).toEqual(['Error', 'Error', 'ZodError']);
  });

  it('costs no statement per event but the handler itself, as long as nothing fails', async () => {
    const events = Array.from({ length: 50 }, () => statusEvent(randomUUID(), 1));
    await learning.receive(events, clock.now());
    const statements = await countAllStatements(learning.dataSource, applyBatch);
    expect(await learning.effects()).toHaveLength(50);
    // One look, one transaction, one read under lock, one mark.
    expect(statements).toBe(50 + 5);
  });

  it('counts a broken statement as a failure of its event alone', async () => {
    const [bad, good] = [randomUUID(), randomUUID()];
    await learning.receive([statusEvent(bad, 1), statusEvent(good, 1)], clock.now());
    await applyPending({
      dataSource: learning.dataSource,
      clock,
      onFailure: (failure) => failures.push(failure),
      handlers: {
        async MemberStatusChanged(manager, event) {
          if (event.subject === bad) await manager.query('select 1 / 0').catch(() => undefined);
          await recordEffect(manager, event);
        },
      },
    });
    expect(await learning.effects()).toEqual([{ aggregateId: good, sequence: 1 }]);
    expect(failures).toHaveLength(1);
  });
});

describe('a dead letter', () => {
  const bad = '0198b2f0-0000-7000-8000-000000000002';
  let deadId: string;

  beforeEach(async () => {
    broken.add(bad);
    const events = [1, 2, 3].map((sequence) => statusEvent(bad, sequence));
    deadId = events[0]?.id ?? '';
    await learning.receive(events, clock.now());
    await die();
  });

  it('is listed with the kind of its fault, its content and how much waits behind it', async () => {
    const [dead, ...others] = await listDead();
    expect(others).toEqual([]);
    expect(dead).toMatchObject({
      id: deadId,
      aggregateId: bad,
      sequence: 1,
      attempts: attemptsMax,
      failure: 'Error',
      waiting: 2,
    });
    expect(dead?.envelope.data).toEqual({ memberId: bad, status: 'ACTIVE' });
  });

  it('is applied with all that waited when it is retried after the cause was mended', async () => {
    broken.clear();
    await applyAll();
    expect(await sequences(bad)).toEqual([]);
    expect(await retryDeadLetter(learning.dataSource.manager, deadId, clock.now())).toBe(true);
    await applyAll();
    expect(await sequences(bad)).toEqual([1, 2, 3]);
    expect(await listDead()).toEqual([]);
  });

  it('gets all its tries again when it is retried too early', async () => {
    await retryDeadLetter(learning.dataSource.manager, deadId, clock.now());
    failures = [];
    await die();
    expect(failures).toHaveLength(attemptsMax);
    expect(await listDead()).toHaveLength(1);
  });

  it('lets its aggregate go on when it is discarded, and never comes back', async () => {
    broken.clear();
    expect(await discardDeadLetter(learning.dataSource.manager, deadId)).toBe(true);
    await learning.receive([{ ...statusEvent(bad, 1), id: deadId }], clock.now());
    await applyAll();
    expect(await sequences(bad)).toEqual([2, 3]);
    expect(await listDead()).toEqual([]);
  });

  it('lets an aggregate go on that had got further before, when it is discarded', async () => {
    const memberId = randomUUID();
    const [first, second, third] = [1, 2, 3].map((sequence) => statusEvent(memberId, sequence));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three events were made');
    await learning.receive([first], clock.now());
    await applyAll();
    broken.add(memberId);
    await learning.receive([second, third], clock.now());
    await die();
    broken.clear();
    expect(await discardDeadLetter(learning.dataSource.manager, second.id)).toBe(true);
    await applyAll();
    expect(await sequences(memberId)).toEqual([1, 3]);
  });

  it('is the only kind of event that can be retried or discarded', async () => {
    const alive = statusEvent(randomUUID(), 2);
    await learning.receive([alive], clock.now());
    const { manager } = learning.dataSource;
    for (const id of [alive.id, randomUUID()]) {
      expect(await retryDeadLetter(manager, id, clock.now())).toBe(false);
      expect(await discardDeadLetter(manager, id)).toBe(false);
    }
  });

  it('is given up after ninety days, so that its aggregate does not wait for ever', async () => {
    broken.clear();
    clock.advance(89 * dayMs);
    await cleanSpine(learning.dataSource.manager, clock.now());
    expect(await listDead()).toHaveLength(1);
    clock.advance(2 * dayMs);
    await cleanSpine(learning.dataSource.manager, clock.now());
    await applyAll();
    expect(await sequences(bad)).toEqual([2, 3]);
  });
});

describe('events of a subscribed stream without a handler', () => {
  it('are accepted, skipped and counted, so that later ones are not held up', async () => {
    const memberId = randomUUID();
    await learning.receive([statusEvent(memberId, 1)], clock.now());
    const options = { dataSource: learning.dataSource, clock, onFailure: () => undefined };
    await applyPending({ ...options, handlers: {} });
    await learning.receive([statusEvent(memberId, 2)], clock.now());
    await applyPending({ ...options, handlers: recordingHandlers });
    expect(await sequences(memberId)).toEqual([2]);
  });
});
