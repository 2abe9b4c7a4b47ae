import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { composeCacheGraph } from './cache-graph.js';
import { type CacheGateway, startCacheGateway } from './start-cache-gateway.js';

let gateway: CacheGateway;
beforeEach(async () => {
  gateway = await startCacheGateway();
});
afterEach(() => gateway.stop());

const cacheControl = async (subject: string | undefined, query: string): Promise<string | null> =>
  (await gateway.askAs(subject, query)).headers.get('cache-control');

describe('the headers of an answer', () => {
  it('say for how long it may be kept, and by whom', async () => {
    expect(await cacheControl(undefined, '{ topics { id } }')).toBe('max-age=60, public');
    expect(await cacheControl(undefined, '{ topics { id count } }')).toBe('max-age=20, public');
    expect(await cacheControl('ada', '{ topics { id } }')).toBe('max-age=60, private');
    expect(await cacheControl(undefined, '{ mine }')).toBe('max-age=60, private');
  });

  it('name what an answer depends on besides its address', async () => {
    const { headers } = await gateway.askAs(undefined, '{ topics { id } }');
    expect(headers.get('vary')).toBe('origin, authorization, accept');
  });

  it.each([
    ['something of which the schema says nothing', undefined, '{ topics { id } plain }'],
    ['something that is never kept', undefined, '{ topics { viewerNote } }'],
    ['a mutation', undefined, 'mutation { rename(id: "1", title: "New") { id } }'],
    ['an error', undefined, '{ topics(kind: "broken") { id } }'],
    ['a field that was taken out', undefined, '{ topics { id } vault }'],
    ['a request that is not valid', undefined, '{ nothing }'],
    ['no more than a type name', undefined, '{ __typename }'],
    ['a service of which nothing is kept', undefined, '{ advice }'],
  ])('forbid to keep %s', async (_what, subject, query) => {
    expect(await cacheControl(subject, query)).toBe('no-store');
  });

  it('forbid to keep an answer that tells its cost', async () => {
    const { headers } = await gateway.ask('{ topics { id } }', { headers: { 'x-guildhall-cost': 'true' } });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('call what asks for a token private, whoever has one', async () => {
    expect(await cacheControl('ada', '{ vault }')).toBe('max-age=60, private');
  });

  it('count the age of what was kept, until it is asked for again', async () => {
    const query = '{ topics { id title } }';
    expect((await gateway.askAs(undefined, query)).headers.get('age')).toBeNull();
    gateway.pass(7);
    const kept = await gateway.askAs(undefined, query);
    expect(kept.headers.get('age')).toBe('7');
    expect(kept.headers.get('cache-control')).toBe('max-age=60, public');
    expect(gateway.calls('catalog')).toBe(1);
    gateway.pass(53);
    expect((await gateway.askAs(undefined, query)).headers.get('age')).toBeNull();
    expect(gateway.calls('catalog')).toBe(1);
  });

  it('let an answer last no longer than the oldest thing in it', async () => {
    // The title may be kept for 100 seconds, the window for 60.
    await gateway.askAs('ada', '{ shelf(ids: ["1"]) { title } }');
    gateway.titles.set('1', 'New');
    const look = async () => {
      const { body, headers } = await gateway.askAs(undefined, '{ window(ids: ["1"]) { title } }');
      return [body.data?.['window'], headers.get('age')];
    };
    gateway.pass(30);
    expect(await look()).toEqual([[{ title: 'Topic 1' }], '0']);
    gateway.pass(60);
    expect(await look()).toEqual([[{ title: 'Topic 1' }], '50']);
    gateway.pass(10);
    expect(await look()).toEqual([[{ title: 'New' }], null]);
  });
});

describe('a whole public answer', () => {
  it('is asked for once, however many want it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => gateway.askAs(undefined, '{ topics { id } }')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body.data?.['topics']).toHaveLength(4);
    expect(gateway.calls('catalog')).toBe(1);
  });

  it('is the same however it is written down, and another for other variables', async () => {
    const query = 'query Topics($kind: String) { topics(kind: $kind) { id } }';
    await gateway.askAs(undefined, query, { kind: 'a' });
    await gateway.askAs(undefined, `# again\n${query.replaceAll(' ', '\n ')}`, { kind: 'a', unused: 1 });
    expect(gateway.calls('catalog')).toBe(1);
    await gateway.askAs(undefined, query, { kind: 'b' });
    expect(gateway.calls('catalog')).toBe(1);
    await gateway.askAs(undefined, query);
    await gateway.askAs(undefined, query, { kind: null });
    // Left out and null are not the same.
    expect(gateway.calls('catalog')).toBe(2);
  });

  it('is made for nobody, and never given to somebody', async () => {
    const ask = async (who: string | undefined) => (await gateway.askAs(who, '{ whoami }')).body.data?.['whoami'];
    expect(await ask('ada')).toBe('ada');
    expect(await ask(undefined)).toBe('anonymous');
    expect(await ask('omar')).toBe('omar');
    expect(await ask(undefined)).toBe('anonymous');
    expect(await ask('ada')).toBe('ada');
    expect(gateway.calls('catalog')).toBe(4);
  });

  it('is not shared when it is private, not even by those without a token', async () => {
    await gateway.askAs(undefined, '{ mine }');
    await gateway.askAs(undefined, '{ mine }');
    expect(gateway.calls('catalog')).toBe(2);
  });

  it('without denied fields stays apart from the whole', async () => {
    const query = '{ topics { id } vault }';
    const denied = await gateway.askAs(undefined, query);
    expect(denied.body.data?.['vault']).toBeNull();
    const whole = await gateway.askAs('ada', query);
    expect(whole.body.data?.['vault']).toBe('vault of ada');
    const again = await gateway.askAs(undefined, query);
    expect(again.body).toEqual({ ...denied.body, errors: again.body.errors });
    expect(again.body.errors?.[0]?.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(again.headers.get('cache-control')).toBe('no-store');
  });

  it('with an error is not kept', async () => {
    gateway.down.add('catalog');
    const failed = await gateway.askAs(undefined, '{ topics { id } }');
    expect(failed.body.errors).toHaveLength(1);
    gateway.down.clear();
    const answer = await gateway.askAs(undefined, '{ topics { id } }');
    expect(answer.body.errors).toBeUndefined();
    expect(answer.body.data?.['topics']).toHaveLength(4);
  });

  it('of the confidential service does not outlive its request', async () => {
    await gateway.askAs(undefined, '{ advice }');
    await gateway.askAs(undefined, '{ advice }');
    expect(gateway.calls('advocacy')).toBe(2);
  });

  it('is gone as soon as a mutation of its service ended', async () => {
    const titleOf = async () => (await gateway.askAs(undefined, '{ topics { title } }')).body.data?.['topics'];
    await titleOf();
    await gateway.askAs('ada', 'mutation { rename(id: "1", title: "New") { id } }');
    expect(await titleOf()).toContainEqual({ title: 'New' });
  });

  it('is gone when an entity in it is invalidated', async () => {
    await gateway.askAs(undefined, '{ topics { title } }');
    gateway.titles.set('1', 'New');
    await gateway.invalidate({ typename: 'Topic', key: { id: '1' } });
    const { body } = await gateway.askAs(undefined, '{ topics { title } }');
    expect(body.data?.['topics']).toContainEqual({ title: 'New' });
  });

  it('is not given by another supergraph', async () => {
    const ask = () => gateway.askAs(undefined, '{ topics { title } }');
    await ask();
    await gateway.replaceSupergraph(composeCacheGraph(7));
    expect((await ask()).headers.get('cache-control')).toBe('max-age=7, public');
    expect(gateway.calls('catalog')).toBe(2);
  });
});

describe('invalidation', () => {
  it('refuses a type that is no entity', async () => {
    await expect(gateway.invalidate({ typename: 'Rumour', key: { id: '1' } })).rejects.toThrow('Rumour');
  });
});

describe('a gateway that keeps nothing', () => {
  it('asks every time and says no-store', async () => {
    await gateway.stop();
    gateway = await startCacheGateway({ caching: { isOn: false } });
    expect(await cacheControl(undefined, '{ topics { id } }')).toBe('no-store');
    expect(await cacheControl(undefined, '{ topics { id } }')).toBe('no-store');
    expect(gateway.calls('catalog')).toBe(2);
  });

  it('of a service that there is not does not start', async () => {
    await expect(startCacheGateway({ caching: { neverKept: ['nowhere'] } })).rejects.toThrow('nowhere');
  });

  it('of one service keeps what others give', async () => {
    await gateway.stop();
    gateway = await startCacheGateway({ caching: { neverKept: ['catalog'] } });
    for (const query of ['{ topics { id } }', '{ topics { id } }', '{ advice }', '{ advice }'])
      expect(await cacheControl(undefined, query)).toBe('no-store');
    expect(gateway.seen).toHaveLength(4);
  });
});
