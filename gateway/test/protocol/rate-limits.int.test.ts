import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRateLimiter } from '../../src/protocol/rate-limits.js';
import { startTestGateway, type TestGateway } from '../test-gateway.js';

const person = (subject: string, clientId = 'portal') =>
  ({ kind: 'person', subject, clientId, scopes: [], authenticatedAt: '2026-10-05T09:00:00Z' }) as const;
const address = '192.0.2.1';

describe('requests are counted', () => {
  it('for each person, whichever client they use, and for nobody else', async () => {
    const limiter = createRateLimiter({ viewer: 2, client: 100 });
    await limiter.take({ caller: person('ada'), address });
    await limiter.take({ caller: person('ada', 'desk'), address });
    await expect(limiter.take({ caller: person('ada'), address })).rejects.toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
    });
    await limiter.take({ caller: person('omar'), address });
  });

  it('for each client, whoever uses it', async () => {
    const limiter = createRateLimiter({ viewer: 100, client: 2 });
    await limiter.take({ caller: person('ada'), address });
    await limiter.take({ caller: person('omar'), address });
    await expect(limiter.take({ caller: person('uma'), address })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await limiter.take({ caller: person('uma', 'desk'), address });
  });

  it('for a machine by its client, and for nobody by the address', async () => {
    const limiter = createRateLimiter({ viewer: 1, client: 100 });
    await limiter.take({ caller: { kind: 'machine', clientId: 'department-housing', scopes: [] }, address });
    await limiter.take({ caller: { kind: 'anonymous' }, address });
    await limiter.take({ caller: { kind: 'anonymous' }, address: '192.0.2.2' });
    await expect(limiter.take({ caller: { kind: 'anonymous' }, address })).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
  });

  it('once, when many come at the same time', async () => {
    const limiter = createRateLimiter({ viewer: 10, client: 100 });
    const taken = await Promise.allSettled(
      Array.from({ length: 30 }, () => limiter.take({ caller: person('ada'), address })),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });
});

describe('a gateway with limits', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ rates: { viewer: 2, client: 100 } });
  });
  afterAll(() => gateway.stop());

  it('tells how much is left, and refuses beyond it with the seconds to wait', async () => {
    const first = await gateway.ask('{ town }');
    expect(first.headers.get('ratelimit-policy')).toBe('"viewer";q=2;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"viewer";r=1;t=\d+$/);
    await gateway.ask('{ town }');
    const refused = await gateway.ask('{ town }');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const forwarded = await gateway.ask('{ town }', { headers: { 'x-forwarded-for': '198.51.100.7' } });
    expect(forwarded.status).toBe(200);
  });
});
