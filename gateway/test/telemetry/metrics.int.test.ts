import { afterEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { LeanHistogram } from '../../src/telemetry/lean-histogram.js';
import { OperationNames } from '../../src/telemetry/operation-names.js';
import { createNetworks, isNetwork } from '../../src/telemetry/networks.js';
import { readTrustedOperations } from '../../src/protocol/trusted-operations.js';
import { executorOf, peopleSchema } from '../test-graph.js';
import { startTestGateway, type TestGateway } from '../test-gateway.js';

const started: TestGateway[] = [];
const start = async (...args: Parameters<typeof startTestGateway>): Promise<TestGateway> => {
  const gateway = await startTestGateway(...args);
  started.push(gateway);
  return gateway;
};
afterEach(async () => {
  await Promise.all(started.splice(0).map((gateway) => gateway.stop()));
});

function scrape(gateway: TestGateway, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL('/metrics', gateway.url), { headers });
}

/** The value of a time series; labels in any order. */
async function valueOf(gateway: TestGateway, name: string, labels: Record<string, string> = {}): Promise<number> {
  const lines = (await (await scrape(gateway)).text()).split('\n');
  const line = lines.find(
    (text) =>
      (text.startsWith(`${name}{`) || text.startsWith(`${name} `)) &&
      Object.entries(labels).every(([label, value]) => text.includes(`${label}="${value}"`)),
  );
  return line === undefined ? 0 : Number(line.split(' ').at(-1));
}

/** A request is counted when its connection has the whole answer, which may be a moment after the client has it. */
function untilCounted(gateway: TestGateway, labels: Record<string, string>, count = 1): Promise<void> {
  const counted = async () => (await valueOf(gateway, 'guildhall_requests_total', labels)) === count;
  return waitFor('the request is counted', counted);
}

const twoServices = 'query Home { people { id home } }';
const lost = { execute: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432')) };

describe('metrics', () => {
  it('count requests by operation, status and code', async () => {
    const gateway = await start({ limits: {} });
    await gateway.ask(twoServices);
    await gateway.ask('{ town }');
    await gateway.ask('query Home { nonsense }');
    await untilCounted(gateway, { operation: 'Home', status: '200', code: 'none' });
    await untilCounted(gateway, { operation: 'anonymous', status: '200', code: 'none' });
    await untilCounted(gateway, { operation: 'none', status: '400', code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(await valueOf(gateway, 'guildhall_request_duration_seconds_count', { operation: 'Home' })).toBe(1);
    expect(await valueOf(gateway, 'guildhall_plan_duration_seconds_count')).toBe(2);
  });

  it('count calls to each service by outcome, and what was sent to it', async () => {
    const gateway = await start({
      subgraphs: {
        people: { kind: 'local', executor: executorOf(peopleSchema) },
        places: { kind: 'local', executor: lost },
      },
    });
    await gateway.ask(twoServices);
    await gateway.ask('{ broken }');
    const outcomes = async (service: string, outcome: string): Promise<number> =>
      valueOf(gateway, 'guildhall_service_calls_total', { service, outcome });
    expect(await outcomes('people', 'ok')).toBe(1);
    expect(await outcomes('people', 'errors')).toBe(1);
    expect(await outcomes('places', 'fault')).toBe(1);
    expect(await valueOf(gateway, 'guildhall_service_requests_total', { service: 'people' })).toBe(2);
    expect(await valueOf(gateway, 'guildhall_service_call_duration_seconds_count', { service: 'places' })).toBe(1);
  });

  it('tell the circuit of a service, what runs and what waits', async () => {
    const gateway = await start();
    expect(await valueOf(gateway, 'guildhall_service_breaker_state', { service: 'people', state: 'closed' })).toBe(1);
    expect(await valueOf(gateway, 'guildhall_service_breaker_state', { service: 'people', state: 'open' })).toBe(0);
    const text = await (await scrape(gateway)).text();
    for (const name of ['requests_running', 'service_calls_running', 'service_calls_waiting'])
      expect(text).toContain(`guildhall_${name}`);
    expect(text).toContain('process_cpu_user_seconds_total');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('tell an open circuit', async () => {
    const unreachable = { kind: 'http', url: 'http://127.0.0.1:9/graphql' } as const;
    const gateway = await start({
      signer: 'unsigned',
      subgraphs: { people: { kind: 'local', executor: executorOf(peopleSchema) }, places: unreachable },
    });
    for (let count = 0; count < 15; count += 1) await gateway.ask('{ town }');
    expect(await valueOf(gateway, 'guildhall_service_breaker_state', { service: 'places', state: 'open' })).toBe(1);
    expect(await valueOf(gateway, 'guildhall_service_calls_total', { outcome: 'circuit_open' })).toBeGreaterThan(0);
  });

  it('tell what operations cost before, and after for those that ask and one in a hundred of the rest', async () => {
    const gateway = await start();
    for (let count = 0; count < 3; count += 1) await gateway.ask(twoServices);
    await gateway.ask(twoServices, { headers: { 'x-guildhall-cost': 'true' } });
    expect(await valueOf(gateway, 'guildhall_operation_cost_estimated_count', { operation: 'Home' })).toBe(4);
    expect(await valueOf(gateway, 'guildhall_operation_cost_actual_count', { operation: 'Home' })).toBe(2);
  });

  it('count who was turned away, and are themselves never turned away', async () => {
    const full = { requestsMax: 0, requestsFloor: 0, loopDelayMaxMs: 1e6, heapShareMax: 2 };
    const busy = await start({ traffic: { shedding: full } });
    expect((await busy.ask('{ town }')).status).toBe(503);
    expect(await valueOf(busy, 'guildhall_requests_shed_total')).toBe(1);
    const strict = await start({ rates: { viewer: 1, client: 10 } });
    await strict.ask('{ town }');
    expect((await strict.ask('{ town }')).status).toBe(429);
    for (let count = 0; count < 3; count += 1) expect((await scrape(strict)).status).toBe(200);
    expect(await valueOf(strict, 'guildhall_requests_rate_limited_total')).toBe(1);
    await untilCounted(strict, { operation: 'none', status: '429', code: 'RATE_LIMITED' });
  });
});

describe('the address of metrics', () => {
  it('does not exist for anybody but the networks named', async () => {
    const gateway = await start({ telemetry: { metricsNetworks: ['10.0.0.0/8'] } });
    const unknown = await fetch(new URL('/nothing', gateway.url), { headers: { 'x-request-id': 'same-request' } });
    const refused = await scrape(gateway, { 'x-request-id': 'same-request' });
    expect(refused.status).toBe(404);
    expect(await refused.text()).toBe(await unknown.text());
    const comparable = (response: Response) => [...response.headers].filter(([name]) => name !== 'date');
    expect(comparable(refused)).toEqual(comparable(unknown));
  });

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'does not exist through a proxy of this machine that sends %s',
    async (header) => {
      const gateway = await start();
      expect((await scrape(gateway)).status).toBe(200);
      expect((await scrape(gateway, { [header]: '127.0.0.1' })).status).toBe(404);
    },
  );
});

describe('a histogram', () => {
  it('counts each value in every bucket that holds it, a bound included, and keeps the sum', () => {
    const histogram = new LeanHistogram({ name: 'waits', help: 'How long.', label: 'who', buckets: [1, 10] });
    for (const value of [0.5, 1, 10, 11]) histogram.observe(value, 'a "b"');
    expect(histogram.text()).toBe(
      [
        '# HELP waits How long.',
        '# TYPE waits histogram',
        String.raw`waits_bucket{le="1",who="a \"b\""} 2`,
        String.raw`waits_bucket{le="10",who="a \"b\""} 3`,
        String.raw`waits_bucket{le="+Inf",who="a \"b\""} 4`,
        String.raw`waits_sum{who="a \"b\""} 22.5`,
        String.raw`waits_count{who="a \"b\""} 4`,
        '',
      ].join('\n'),
    );
  });
});

describe('networks', () => {
  it.each([
    ['127.0.0.0/8', '127.0.0.1', true],
    ['127.0.0.0/8', '::ffff:127.0.0.1', true],
    ['127.0.0.0/8', '128.0.0.1', false],
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '10.1.2.4', false],
    ['fd00::/8', 'fd12::1', true],
    ['fd00::/8', 'fe80::1', false],
    ['10.0.0.0/8', 'no address', false],
  ])('%s and %s: %s', (network, address, isIn) => {
    expect(createNetworks([network])(address)).toBe(isIn);
  });

  it.each(['', 'localhost', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::1/129', '10.0.0.0/-1'])(
    '"%s" is none',
    (text) => {
      expect(isNetwork(text)).toBe(false);
      expect(() => createNetworks([text])).toThrow(/neither an address nor a network/);
    },
  );
});

describe('names of operations', () => {
  const { names } = readTrustedOperations([
    JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'a', name: 'Town', type: 'query', body: 'query Town { town }' }],
    }),
  ]);

  it('are a bounded set, however many clients make up, and trusted ones are always among them', () => {
    const labels = new OperationNames(names);
    const seen = new Set(Array.from({ length: 1_000 }, (_, index) => labels.label(`Made${index}`)));
    expect(seen.size).toBe(101);
    expect(seen).toContain('other');
    expect(labels.label('Town')).toBe('Town');
    expect(labels.label('Made0')).toBe('Made0');
    expect(labels.label(undefined)).toBe('none');
  });
});
