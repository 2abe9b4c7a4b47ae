import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { Cancelled } from '../../src/traffic/request-lifetime.js';
import type { TrafficSettings } from '../../src/traffic/traffic-settings.js';
import {
  answerTown,
  guardService,
  person,
  quickSettings,
  type Behaviour,
  type GuardedService,
} from './guarded-service.js';

let service: GuardedService;
afterEach(async () => {
  jest.restoreAllMocks();
  await service.stop();
});

async function start(behave: Behaviour, settings?: Partial<TrafficSettings>): Promise<void> {
  service = await guardService(behave, settings);
}

/** Holds every call until it is let go. */
function holding() {
  const held: ServerResponse[] = [];
  const closed: number[] = [];
  const behave: Behaviour = ({ response, call }) => {
    held.push(response);
    response.on('close', () => closed.push(call));
  };
  return {
    behave,
    closed,
    arrived: (count: number) => waitFor(`${count} calls`, async () => held.length >= count),
    answerAll: (town?: string) => held.splice(0).forEach((response) => answerTown(response, town)),
  };
}

const town = { data: { town: 'Oxford' } };
const unavailable = { name: 'SubgraphFailure', kind: 'SUBGRAPH_UNAVAILABLE' };
const clientLeft = new Cancelled('client left');
const mutation = { kind: 'mutation', query: 'mutation { move }' } as const;

describe('a circuit', () => {
  const breaker = { window: 4, callsMin: 4, failureShare: 0.5, probeAfterMs: 1_000 };
  const settings: Partial<TrafficSettings> = { breaker, shareInFlight: false };
  const later = (ms: number): void => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + ms);
  };

  async function open(behave: Behaviour): Promise<void> {
    await start(behave, settings);
    for (let call = 0; call < 4; call += 1) await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.transport.breaker()).toBe('open');
  }

  const failUntil =
    (last: number): Behaviour =>
    ({ response, call }) =>
      call <= last ? response.writeHead(500).end() : answerTown(response);

  test('opens when most calls fail, and then refuses at once without asking the service', async () => {
    await open(failUntil(4));
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(4);
    expect(service.logLines.filter((line) => line.includes('"state":"open"'))).toHaveLength(1);
  });

  test('lets one call try after a while, and closes when that is answered', async () => {
    await open(failUntil(4));
    later(1_001);
    expect(await service.ask()).toEqual(town);
    expect(service.transport.breaker()).toBe('closed');
    expect(await service.ask()).toEqual(town);
  });

  test('stays open for as long again when the one call fails', async () => {
    await open(failUntil(5));
    later(1_001);
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(5);
    later(1_001);
    expect(await service.ask()).toEqual(town);
  });

  test('refuses the others at once while one call tries', async () => {
    const { behave, arrived, answerAll } = holding();
    await open((exchange) => (exchange.call <= 4 ? exchange.response.writeHead(500).end() : behave(exchange)));
    later(1_001);
    const probe = service.ask();
    await arrived(1);
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(5);
    answerAll();
    expect(await probe).toEqual(town);
  });

  test('does not close on a try that its client gave up', async () => {
    const { behave, arrived } = holding();
    await open((exchange) => (exchange.call <= 4 ? exchange.response.writeHead(500).end() : behave(exchange)));
    later(1_001);
    const client = new AbortController();
    const probe = service.ask({ signal: client.signal });
    await arrived(1);
    client.abort(clientLeft);
    await expect(probe).rejects.toMatchObject({ becauseOf: 'client left' });
    expect(service.transport.breaker()).toBe('open');
  });

  test('stays closed whatever clients do', async () => {
    const { behave, arrived } = holding();
    await start(behave, settings);
    for (let call = 1; call <= 8; call += 1) {
      const client = new AbortController();
      const answer = service.ask({ signal: client.signal });
      await arrived(call);
      client.abort(clientLeft);
      await expect(answer).rejects.toMatchObject({ becauseOf: 'client left' });
    }
    expect(service.transport.breaker()).toBe('closed');
  });

  test('opens for a service that hangs', async () => {
    await start(() => undefined, { ...settings, subgraphDeadlineMs: 20 });
    for (let call = 0; call < 4; call += 1)
      await expect(service.ask()).rejects.toMatchObject({ kind: 'DEADLINE_EXCEEDED' });
    expect(service.transport.breaker()).toBe('open');
  });
});

describe('a service with as many calls as it may have', () => {
  const narrow = { subgraphConcurrency: 1, subgraphQueue: 1, shareInFlight: false };

  test('lets one wait, and refuses the next at once with OVERLOADED', async () => {
    const { behave, arrived, answerAll } = holding();
    await start(behave, narrow);
    const first = service.ask();
    await arrived(1);
    const second = service.ask();
    await expect(service.ask()).rejects.toMatchObject({ kind: 'OVERLOADED' });
    expect(service.transport.load()).toEqual({ inside: 1, waiting: 1 });
    answerAll();
    expect(await first).toEqual(town);
    await arrived(1);
    answerAll();
    expect(await second).toEqual(town);
    expect(service.transport.load()).toEqual({ inside: 0, waiting: 0 });
  });

  test('forgets who left while waiting, and never sends their mutation', async () => {
    const { behave, arrived, answerAll } = holding();
    await start(behave, narrow);
    const first = service.ask();
    await arrived(1);
    const client = new AbortController();
    const second = service.ask({ ...mutation, signal: client.signal });
    client.abort(clientLeft);
    await expect(second).rejects.toMatchObject({ becauseOf: 'client left' });
    const third = service.ask();
    answerAll();
    await first;
    await arrived(1);
    answerAll();
    await third;
    expect(service.calls()).toBe(2);
  });
});

describe('a client that leaves', () => {
  test('ends its query, and the service sees the connection close', async () => {
    const { behave, arrived, closed } = holding();
    await start(behave);
    const client = new AbortController();
    const answer = service.ask({ signal: client.signal });
    await arrived(1);
    client.abort(clientLeft);
    await expect(answer).rejects.toMatchObject({ kind: 'DEADLINE_EXCEEDED', becauseOf: 'client left' });
    await waitFor('the connection is closed', async () => closed.length === 1);
  });

  test('does not end its mutation, which runs to its answer', async () => {
    const { behave, arrived, answerAll } = holding();
    await start(behave);
    const client = new AbortController();
    const answer = service.ask({ ...mutation, signal: client.signal });
    await arrived(1);
    client.abort(clientLeft);
    answerAll();
    expect(await answer).toEqual(town);
  });

  test('does not keep its mutation from ending at the deadline of the request', async () => {
    const { behave, arrived, closed } = holding();
    await start(behave);
    const client = new AbortController();
    const answer = service.ask({ ...mutation, signal: client.signal, deadlineAt: performance.now() + 5_000 });
    await arrived(1);
    client.abort(clientLeft);
    await expect(answer).rejects.toMatchObject({ kind: 'DEADLINE_EXCEEDED', becauseOf: 'request deadline' });
    await waitFor('the connection is closed', async () => closed.length === 1);
  });

  test('asks nothing when it had left before', async () => {
    await start(({ response }) => answerTown(response));
    await expect(service.ask({ signal: AbortSignal.abort(clientLeft) })).rejects.toMatchObject({
      becauseOf: 'client left',
    });
    expect(service.calls()).toBe(0);
  });
});

describe('the same query under way at the same time', () => {
  test('is sent once for one caller, and each gets an answer of its own', async () => {
    const { behave, arrived, answerAll } = holding();
    await start(behave);
    const answers = [service.ask(), service.ask(), service.ask({ caller: person('ada') })];
    await arrived(1);
    answerAll();
    const [first, second, third] = await Promise.all(answers);
    expect([first, second, third]).toEqual([town, town, town]);
    expect(new Set([first?.data, second?.data, third?.data]).size).toBe(3);
    expect(service.calls()).toBe(1);
  });

  test.each([
    ['another person', { caller: person('omar') }],
    ['other scopes', { caller: person('ada', ['graph', 'admin']) }],
    ['another client', { caller: { ...person('ada'), clientId: 'desk' } }],
    ['a later sign-in', { caller: { ...person('ada'), authenticatedAt: '2026-10-06T09:00:00.000Z' } }],
    ['nobody', { caller: { kind: 'anonymous' } }],
    ['a machine of the same name', { caller: { kind: 'machine', clientId: 'ada', scopes: ['graph'] } }],
    ['other variables', { variables: { first: 1 } }],
    ['another operation name', { operationName: 'Town' }],
    ['another text', { query: '{ town  }' }],
    ['a mutation', mutation],
  ] as const)('is sent for itself with %s', async (_name, change) => {
    const { behave, arrived, answerAll } = holding();
    await start(behave);
    const answers = [service.ask(), service.ask(change)];
    await arrived(2);
    answerAll();
    await Promise.all(answers);
    expect(service.calls()).toBe(2);
  });

  test('is never joined by two mutations', async () => {
    const { behave, arrived, answerAll } = holding();
    await start(behave);
    const answers = [service.ask(mutation), service.ask(mutation)];
    await arrived(2);
    answerAll();
    expect(await Promise.all(answers)).toEqual([town, town]);
  });

  test('is not joined once a mutation has ended, so that everybody reads what they wrote', async () => {
    const { behave, arrived, answerAll } = holding();
    await start((exchange) => (exchange.call === 2 ? answerTown(exchange.response) : behave(exchange)));
    const before = service.ask();
    await arrived(1);
    await service.ask(mutation);
    const after = service.ask();
    await arrived(2);
    answerAll();
    await Promise.all([before, after]);
    expect(service.calls()).toBe(3);
  });

  test('goes on for those who stay, and ends with the last who leaves', async () => {
    const { behave, arrived, answerAll, closed } = holding();
    await start(behave);
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const leaving = service.ask({ signal: first.signal });
    const staying = service.ask({ signal: second.signal });
    await arrived(1);
    first.abort(clientLeft);
    await expect(leaving).rejects.toMatchObject({ becauseOf: 'client left' });
    answerAll();
    expect(await staying).toEqual(town);
    closed.length = 0;
    const last = service.ask({ signal: third.signal });
    await arrived(1);
    third.abort(clientLeft);
    await expect(last).rejects.toMatchObject({ becauseOf: 'client left' });
    await waitFor('the connection is closed', async () => closed.length === 1);
  });

  test('is not shared where that is switched off', async () => {
    const { behave, arrived, answerAll } = holding();
    await start(behave, { shareInFlight: false });
    const answers = [service.ask(), service.ask()];
    await arrived(2);
    answerAll();
    expect(await Promise.all(answers)).toEqual([town, town]);
  });

  test('fails for all of them when it fails', async () => {
    const { behave, arrived } = holding();
    await start(behave, { retry: { ...quickSettings.retry, retriesMax: 0 }, subgraphDeadlineMs: 5_000 });
    const answers = Promise.allSettled([service.ask(), service.ask()]);
    await arrived(1);
    const kinds = (await answers).map((answer) => answer.status === 'rejected' && answer.reason.kind);
    expect(kinds).toEqual(['DEADLINE_EXCEEDED', 'DEADLINE_EXCEEDED']);
  });
});
