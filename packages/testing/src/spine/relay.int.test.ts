import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  applyPending,
  cleanSpine,
  startRelay,
  type EventTransport,
  type Loop,
  type ServiceName,
} from '@guildhall/events';
import { systemClock } from '@guildhall/subgraph';
import { waitFor } from '../wait-for.js';
import { directTransport, recordingHandlers, SpineDatabase } from './spine-database.js';

let membership: SpineDatabase;
let learning: SpineDatabase;
let activities: SpineDatabase;
let loops: Loop[];

beforeEach(async () => {
  [membership, learning, activities] = await Promise.all([
    SpineDatabase.create('membership'),
    SpineDatabase.create('learning'),
    SpineDatabase.create('activities'),
  ]);
  loops = [];
});

afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.stop()));
  await Promise.all([membership.drop(), learning.drop(), activities.drop()]);
});

function relay(
  transport: EventTransport,
  subscribers: readonly ServiceName[] = ['learning'],
  failures: ServiceName[] = [],
): Loop {
  const loop = startRelay({
    dataSource: membership.dataSource,
    subscribers,
    transport,
    onFailure: (subscriber) => failures.push(subscriber),
  });
  loops.push(loop);
  return loop;
}

async function applyAll(): Promise<void> {
  const options = {
    dataSource: learning.dataSource,
    handlers: recordingHandlers,
    clock: systemClock,
    onFailure: () => undefined,
  };
  while ((await applyPending(options)) > 0);
}

const sequencesOf = (rows: readonly { aggregateId: string; sequence: number }[], id: string): readonly number[] =>
  rows.filter(({ aggregateId }) => aggregateId === id).map(({ sequence }) => sequence);

describe('the relay', () => {
  it('delivers an event whose transaction commits after later positions were delivered', async () => {
    const [early, late] = [randomUUID(), randomUUID()];
    const runner = membership.dataSource.createQueryRunner();
    await runner.startTransaction();
    await membership.append(late, 1, runner.manager);
    await membership.append(early);
    const loop = relay(directTransport([learning]));
    await waitFor('the later position is delivered', async () => (await learning.received()).length === 1);
    expect(await learning.received()).toEqual([{ aggregateId: early, sequence: 1 }]);
    await runner.commitTransaction();
    await runner.release();
    loop.wake();
    await waitFor('the late one is delivered', async () => (await learning.received()).length === 2);
    expect(await membership.undelivered('learning')).toBe(0);
  });

  it('delivers nothing of a transaction that rolled back, and its sequence leaves no gap', async () => {
    const memberId = randomUUID();
    const rolledBack = membership.dataSource.transaction(async (manager) => {
      await membership.append(memberId, 3, manager);
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await membership.append(memberId);
    relay(directTransport([learning]));
    await waitFor('it is delivered', async () => (await membership.undelivered('learning')) === 0);
    expect(await learning.received()).toEqual([{ aggregateId: memberId, sequence: 1 }]);
  });

  it('lets a subscriber that is down delay nobody, and gives it everything in order once it is up', async () => {
    const memberId = randomUUID();
    await membership.append(memberId, 3);
    const up = [learning];
    const failures: ServiceName[] = [];
    relay(
      { deliver: (subscriber, events) => directTransport(up).deliver(subscriber, events) },
      ['learning', 'activities'],
      failures,
    );
    await waitFor('the one that is up has all', async () => (await learning.received()).length === 3);
    await waitFor('the other was tried', () => Promise.resolve(failures.length > 0));
    expect(new Set(failures)).toEqual(new Set(['activities']));
    expect(await membership.undelivered('activities')).toBe(3);
    await membership.append(memberId, 2);
    up.push(activities);
    await waitFor('the other has all', async () => (await activities.received()).length === 5);
    expect(sequencesOf(await activities.received(), memberId)).toEqual([1, 2, 3, 4, 5]);
  });

  it('asks a subscriber that is down at a growing pause, however many commits wake it', async () => {
    await membership.append(randomUUID());
    const failures: ServiceName[] = [];
    const loop = relay(directTransport([]), ['learning'], failures);
    await waitFor('it was tried', () => Promise.resolve(failures.length > 0));
    for (let wakes = 0; wakes < 40; wakes += 1) {
      loop.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(failures.length).toBeLessThanOrEqual(2);
  });

  it('delivers again when the answer was lost after storing, and each event is applied once', async () => {
    const memberId = randomUUID();
    await membership.append(memberId, 5);
    let losses = 2;
    relay({
      async deliver(subscriber, events) {
        await directTransport([learning]).deliver(subscriber, events);
        await applyAll();
        losses -= 1;
        if (losses >= 0) throw new Error('the answer was lost');
      },
    });
    await waitFor('everything counts as delivered', async () => (await membership.undelivered('learning')) === 0);
    await applyAll();
    expect(losses).toBe(-1);
    expect(sequencesOf(await learning.effects(), memberId)).toEqual([1, 2, 3, 4, 5]);
  });

  it('delivers each event with two relays on one outbox, and no effect overtakes another of its aggregate', async () => {
    const members = Array.from({ length: 8 }, () => randomUUID());
    const deliveries: string[] = [];
    const transport: EventTransport = {
      async deliver(subscriber, events) {
        deliveries.push(...events.map(({ id }) => id));
        await directTransport([learning]).deliver(subscriber, events);
      },
    };
    const both = [relay(transport), relay(transport)];
    await Promise.all(
      members.map(async (memberId) => {
        for (let count = 0; count < 20; count += 1) {
          await membership.append(memberId);
          for (const loop of both) loop.wake();
          await applyAll();
        }
      }),
    );
    await waitFor('everything is delivered', async () => (await membership.undelivered('learning')) === 0);
    await applyAll();
    const effects = await learning.effects();
    const inOrder = Array.from({ length: 20 }, (_, index) => index + 1);
    for (const memberId of members) expect(sequencesOf(effects, memberId)).toEqual(inOrder);
    expect(new Set(deliveries).size).toBe(160);
    expect(deliveries).toHaveLength(160);
  });

  it('keeps an undelivered event for as long as it takes, and a delivered one for thirty days', async () => {
    await membership.append(randomUUID());
    await membership.dataSource.query(`update outbox_event set time = now() - interval '31 days'`);
    const count = async (): Promise<unknown> => membership.dataSource.query('select count(*)::int from outbox_event');
    await cleanSpine(membership.dataSource.manager, new Date());
    expect(await count()).toEqual([{ count: 1 }]);
    await membership.dataSource.query('delete from outbox_delivery');
    await membership.append(randomUUID());
    await cleanSpine(membership.dataSource.manager, new Date());
    expect(await count()).toEqual([{ count: 1 }]);
  });
});
