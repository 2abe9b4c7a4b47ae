import { request } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import type { SubgraphExecutor, SubgraphRequest } from '@guildhall/subgraph';
import { createLoadShedder } from '../../src/traffic/shed-load.js';
import { createJudge, watchPressure } from '../../src/traffic/pressure.js';
import { defaultTrafficSettings, type TrafficSettings } from '../../src/traffic/traffic-settings.js';
import { createHttpServer } from '../../src/http-server.js';
import { readAnswer, startTestGateway, type Answer, type TestGateway } from '../test-gateway.js';
import { executorOf, peopleSchema } from '../test-graph.js';
import { createTestSigner, serve } from '../test-subgraph-server.js';
import { pino } from 'pino';

let gateway: TestGateway;
afterEach(() => gateway.stop());

const people: SubgraphExecutor = executorOf(peopleSchema);

/** A service in this process that answers when it is let, and tells what it was asked. */
function holding() {
  const asked: SubgraphRequest[] = [];
  const held = Promise.withResolvers<void>();
  const executor: SubgraphExecutor = {
    async execute(one) {
      asked.push(one);
      await held.promise;
      return { data: { town: 'Oxford', rename: null } };
    },
  };
  return {
    executor,
    asked,
    letGo: () => held.resolve(),
    arrived: (count = 1) => waitFor('the service is asked', async () => asked.length >= count),
  };
}

async function start(places: SubgraphExecutor, traffic: Partial<TrafficSettings>): Promise<void> {
  gateway = await startTestGateway({
    traffic,
    subgraphs: { people: { kind: 'local', executor: people }, places: { kind: 'local', executor: places } },
  });
}

async function post(body: string, path = '/graphql'): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return readAnswer(await fetch(new URL(path, gateway.url), { method: 'POST', headers, body }));
}

const shedding = { ...defaultTrafficSettings.shedding, requestsMax: 1 };
const overloaded = (answer: Answer) => {
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(answer.body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['OVERLOADED']);
};

describe('more requests than can be served', () => {
  test('are refused with 503, Retry-After and OVERLOADED before they are parsed or their token is read', async () => {
    const service = holding();
    await start(service.executor, { shedding });
    const first = gateway.ask('{ town }');
    await service.arrived();
    overloaded(await gateway.ask('{ town }'));
    overloaded(await post('no JSON'));
    overloaded(await gateway.ask('{ town }', { headers: { authorization: 'Bearer nonsense' } }));
    service.letGo();
    expect((await first).body).toEqual({ data: { town: 'Oxford' } });
    await waitFor('the place is free', async () => (await gateway.ask('{ town }')).status === 200);
  });

  test('leave health as it is', async () => {
    const service = holding();
    await start(service.executor, { shedding });
    const first = gateway.ask('{ town }');
    await service.arrived();
    expect((await fetch(new URL('/healthz', gateway.url))).status).toBe(200);
    const ready = fetch(new URL('/readyz', gateway.url));
    await service.arrived(2);
    service.letGo();
    expect(await (await ready).json()).toMatchObject({ supergraph: true, services: { people: 'ready' } });
    await first;
  });

  test('do not keep the place of a client that left', async () => {
    const service = holding();
    await start(service.executor, { shedding });
    const client = new AbortController();
    const first = fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ town }"}',
      signal: client.signal,
    });
    await service.arrived();
    client.abort();
    await expect(first).rejects.toThrow();
    service.letGo();
    await waitFor('the place is free', async () => (await gateway.ask('{ town }')).status === 200);
  });

  test('are counted once their body is there: slow senders take no places', async () => {
    const service = holding();
    service.letGo();
    await start(service.executor, { shedding });
    const headers = { 'content-type': 'application/json', 'content-length': '100' };
    const slow = request(gateway.url, { method: 'POST', headers }).on('error', () => undefined);
    slow.write('{"query":');
    expect((await gateway.ask('{ town }')).status).toBe(200);
    slow.destroy();
  });
});

describe('a process in trouble', () => {
  const settings = { ...defaultTrafficSettings.shedding, requestsFloor: 1 };
  const calm = { loopDelayMs: 1, heapShare: 0.1 };
  const late = { loopDelayMs: 10_000, heapShare: 0.1 };
  const full = { loopDelayMs: 1, heapShare: 0.99 };

  test('is one that was late in two samples running, or whose heap is nearly full', () => {
    const judge = createJudge(settings);
    expect([calm, late, calm, late, late, late, calm, full, calm].map(judge)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  test('refuses requests while it has others, and takes them when it has none', async () => {
    await start(people, {});
    let isHigh = true;
    const shedder = createLoadShedder(settings, {
      isHigh: () => isHigh,
      forgive: () => undefined,
      stop: () => undefined,
    });
    const app = createHttpServer({
      logger: pino({ level: 'silent' }),
      corsOrigins: [],
      bodyBytes: 1_024,
      trustedProxies: [],
    });
    const held = Promise.withResolvers<void>();
    app.route({
      method: 'GET',
      url: '/work',
      onRequest: async (_request, reply) => shedder.arrive(reply),
      preValidation: async (_request, reply) => shedder.begin(reply),
      handler: async () => {
        await held.promise;
        return {};
      },
    });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const first = fetch(`${url}/work`);
    await waitFor('the first runs', async () => shedder.running() === 1);
    expect((await fetch(`${url}/work`)).status).toBe(503);
    isHigh = false;
    const second = fetch(`${url}/work`);
    held.resolve();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    await app.close();
  });

  test('is measured', async () => {
    await start(people, {});
    const pressure = watchPressure({ ...settings, heapShareMax: 0 });
    await waitFor('a sample', async () => pressure.isHigh());
    pressure.forgive();
    expect(pressure.isHigh()).toBe(false);
    pressure.stop();
  });
});

describe('a client that closes its connection', () => {
  async function leave(query: string, service: ReturnType<typeof holding>): Promise<void> {
    const client = new AbortController();
    const answer = fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: client.signal,
    });
    await service.arrived();
    client.abort();
    await expect(answer).rejects.toThrow();
  }

  test('ends its query at a service in this process', async () => {
    const service = holding();
    await start(service.executor, {});
    await leave('{ town }', service);
    await waitFor('the service is told', async () => service.asked[0]?.signal?.aborted === true);
    expect(service.asked).toHaveLength(1);
    service.letGo();
  });

  test('ends its query at a service over HTTP, which sees its connection close', async () => {
    const told = Promise.withResolvers<string>();
    const arrived = Promise.withResolvers<void>();
    const hanging = await serve((_request, response) => {
      arrived.resolve();
      response.on('close', () => told.resolve('closed'));
    });
    const { signer } = await createTestSigner();
    gateway = await startTestGateway({
      signer,
      subgraphs: { people: { kind: 'local', executor: people }, places: { kind: 'http', url: hanging.url } },
    });
    const client = new AbortController();
    const answer = fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ town }"}',
      signal: client.signal,
    });
    await arrived.promise;
    client.abort();
    await expect(answer).rejects.toThrow();
    expect(await told.promise).toBe('closed');
    await hanging.stop();
  });

  test('does not end its mutation', async () => {
    const service = holding();
    gateway = await startTestGateway({
      traffic: { shedding },
      subgraphs: {
        people: { kind: 'local', executor: service.executor },
        places: { kind: 'local', executor: { execute: async () => ({ data: { town: 'Oxford' } }) } },
      },
    });
    await leave('mutation { rename(input: { id: "1", name: "Eve" }) { name } }', service);
    // Its place is free again, so the gateway has seen it leave.
    await waitFor('the place is free', async () => (await gateway.ask('{ town }')).status === 200);
    expect(service.asked[0]?.signal?.aborted).toBe(false);
    service.letGo();
  });
});

describe('the deadline of a request', () => {
  test('ends what is still missing with DEADLINE_EXCEEDED and leaves the rest', async () => {
    const service = holding();
    await start(service.executor, { requestDeadlineMs: 3_000 });
    const { status, body } = await gateway.ask('{ me { name } town }');
    expect(status).toBe(200);
    expect(body.data).toEqual({ me: { name: 'Ada' }, town: null });
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ['town'],
        extensions: expect.objectContaining({ code: 'DEADLINE_EXCEEDED', service: 'places' }),
      }),
    ]);
    service.letGo();
  });
});

describe('a service that is gone', () => {
  test('leaves its fields null with SUBGRAPH_UNAVAILABLE, its name and their path, and nothing else of it', async () => {
    const { signer } = await createTestSigner();
    gateway = await startTestGateway({
      signer,
      traffic: { breaker: { window: 4, callsMin: 2, failureShare: 0.5, probeAfterMs: 600_000 } },
      subgraphs: {
        people: { kind: 'local', executor: people },
        places: { kind: 'http', url: 'http://127.0.0.1:9/graphql' },
      },
    });
    // The first finds out, the later ones meet the open circuit: clients see no difference.
    for (let round = 0; round < 4; round += 1) {
      const { status, body, text } = await gateway.ask('{ me { name } town }');
      expect(status).toBe(200);
      expect(body.data).toEqual({ me: { name: 'Ada' }, town: null });
      expect(body.errors).toEqual([
        {
          message: expect.stringContaining('places'),
          path: ['town'],
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'places', requestId: expect.any(String) },
        },
      ]);
      expect(text).not.toMatch(/127\.0\.0\.1|ECONN|circuit/);
    }
  });
});
