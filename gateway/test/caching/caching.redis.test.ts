import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { Redis } from 'ioredis';
import { type RedisServer, startRedis } from '../redis-server.js';
import { createCacheGraph } from './cache-graph.js';
import { type CacheGateway, startCacheGateway } from './start-cache-gateway.js';

let redis: RedisServer;
let client: Redis;
let graph: ReturnType<typeof createCacheGraph>;
let one: CacheGateway;
let other: CacheGateway;
beforeAll(async () => {
  redis = await startRedis();
  client = new Redis(redis.url);
});
afterAll(async () => {
  client.disconnect();
  await redis.stop();
});
beforeEach(async () => {
  await client.flushall();
  graph = createCacheGraph();
  one = await startCacheGateway({ redisUrl: redis.url }, graph);
  other = await startCacheGateway({ redisUrl: redis.url }, graph);
  await waitFor('both gateways reach Redis', async () => linesAbout('is reached').length === 2);
});
afterEach(() => Promise.all([one.stop(), other.stop()]));

const linesAbout = (words: string): string[] =>
  [one, other].flatMap(({ logLines }) => logLines).filter((line) => line.includes(words));
const topics = '{ topics { title } }';
const shelf = '{ shelf(ids: ["1", "2"]) { title } }';
const askedOfCatalog = (): number => graph.seen.filter(({ service }) => service === 'catalog').length;

describe('a gateway that cannot start', () => {
  it('leaves no connection to Redis', async () => {
    await expect(startCacheGateway({ redisUrl: redis.url, supergraphSdl: 'type Query { a: Int }' })).rejects.toThrow();
    const connections = async () => String(await client.client('LIST')).split('name=guildhall-gateway').length - 1;
    await waitFor('only the two gateways are connected', async () => (await connections()) === 2);
  });
});

describe('gateways with one Redis', () => {
  it('share whole answers and entities', async () => {
    for (const gateway of [one, other]) {
      expect((await gateway.askAs(undefined, topics)).body.data?.['topics']).toHaveLength(4);
      expect((await gateway.askAs('ada', shelf)).body.data?.['shelf']).toEqual([
        { title: 'Topic 1' },
        { title: 'Topic 2' },
      ]);
    }
    expect(askedOfCatalog()).toBe(2);
  });

  it('drop together what one of them invalidates, and what one of them changes', async () => {
    await one.askAs(undefined, topics);
    await one.askAs('ada', shelf);
    graph.titles.set('2', 'New');
    await other.invalidate({ typename: 'Topic', key: { id: '2' } });
    expect((await one.askAs('ada', shelf)).body.data?.['shelf']).toEqual([{ title: 'Topic 1' }, { title: 'New' }]);
    expect(graph.seen.at(-1)?.ids).toEqual(['2']);
    expect((await one.askAs(undefined, topics)).body.data?.['topics']).toContainEqual({ title: 'New' });
    await other.askAs('ada', 'mutation { rename(id: "1", title: "Newer") { id } }');
    expect((await one.askAs(undefined, topics)).body.data?.['topics']).toContainEqual({ title: 'Newer' });
  });

  it('give nothing that was kept before Redis lost its keys', async () => {
    await one.askAs(undefined, topics);
    for (const key of await client.keys('guildhall:cache:version:*')) await client.del(key);
    await one.askAs(undefined, topics);
    expect(askedOfCatalog()).toBe(2);
  });

  it('ask again for what they cannot read', async () => {
    await one.askAs(undefined, topics);
    for (const key of await client.keys('guildhall:cache:*answer:*')) await client.set(key, '{"text":1}');
    expect((await one.askAs(undefined, topics)).body.data?.['topics']).toHaveLength(4);
    expect(askedOfCatalog()).toBe(2);
  });

  it('write nothing of a person, and nothing of the confidential service', async () => {
    for (const query of [
      topics,
      shelf,
      '{ mine whoami }',
      '{ advised { name } }',
      '{ shelf(ids: ["secret"]) { title } }',
    ])
      await one.askAs('ada', query);
    await one.askAs(undefined, '{ advice }');
    const keys = await client.keys('*');
    const kept = [...keys, ...(await client.mget(...keys))].join('\n');
    expect(kept).toContain('Topic 1');
    for (const word of ['For Ada', 'welfare', 'Come and talk']) expect(kept).not.toContain(word);
    // As a word: the letters alone may stand in a random id.
    expect(kept).not.toMatch(/\bada\b/);
  });

  it('answer while Redis is silent, and drop what was changed meanwhile', async () => {
    await one.askAs(undefined, topics);
    // Only giving up on Redis lets the next answer come.
    redis.pause();
    const answer = await one.askAs(undefined, topics);
    expect(answer.body.data?.['topics']).toHaveLength(4);
    await one.askAs('ada', 'mutation { rename(id: "1", title: "New") { id } }');
    await one.invalidate({ typename: 'Topic', key: { id: '1' } });
    redis.resume();
    await waitFor('the gateway finds Redis again', async () => {
      const before = askedOfCatalog();
      const { body } = await one.askAs(undefined, topics);
      expect(body.data?.['topics']).toContainEqual({ title: 'New' });
      return askedOfCatalog() === before;
    });
    expect((await other.askAs(undefined, topics)).body.data?.['topics']).toContainEqual({ title: 'New' });
  });

  it('answer while Redis is gone', async () => {
    await one.askAs('ada', shelf);
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    for (const query of [topics, topics, shelf]) expect((await one.askAs('ada', query)).body.errors).toBeUndefined();
    redis = await startRedis(port);
    await waitFor('the gateway keeps again', async () => {
      await one.askAs(undefined, topics);
      const before = askedOfCatalog();
      await one.askAs(undefined, topics);
      return askedOfCatalog() === before;
    });
  });
});
