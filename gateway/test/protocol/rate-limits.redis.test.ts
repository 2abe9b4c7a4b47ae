import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { startRedis, type RedisServer } from '../redis-server.js';
import { startTestGateway, type TestGateway } from '../test-gateway.js';

let redis: RedisServer;
let gateways: readonly TestGateway[];
beforeAll(async () => {
  redis = await startRedis();
  const options = { rates: { viewer: 20, client: 1_000 }, redisUrl: redis.url };
  gateways = [await startTestGateway(options), await startTestGateway(options)];
  await waitFor('both gateways reach Redis', async () => linesAbout('is reached').length === 2);
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await redis.stop();
});

const statusesOf = (count: number): Promise<number[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const answer = await gateways[index % gateways.length]?.ask('{ town }');
      return answer?.status ?? 0;
    }),
  );

const linesAbout = (words: string): string[] =>
  gateways.flatMap(({ logLines }) => logLines).filter((line) => line.includes(words));

describe('two gateways with one Redis', () => {
  it('count together, and each by itself while Redis is away', async () => {
    const together = await statusesOf(50);
    expect(together.filter((status) => status === 200)).toHaveLength(20);
    expect(together.filter((status) => status === 429)).toHaveLength(30);

    const port = Number(new URL(redis.url).port);
    await redis.stop();
    const apart = await statusesOf(50);
    expect(apart.filter((status) => status === 200)).toHaveLength(40);

    redis = await startRedis(port);
    await waitFor('both gateways find Redis again', async () => linesAbout('is reached').length === 4);
    // Redis began anew, and its counts with it.
    expect((await statusesOf(50)).filter((status) => status === 200)).toHaveLength(20);
  });

  it('log the loss once and name no address', () => {
    expect(linesAbout('cannot be reached')).toHaveLength(2);
    expect(linesAbout('Redis').join('')).not.toContain('127.0.0.1');
  });
});
