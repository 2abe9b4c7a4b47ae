import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CacheGateway, startCacheGateway } from './start-cache-gateway.js';

let gateway: CacheGateway;
beforeEach(async () => {
  gateway = await startCacheGateway();
});
afterEach(() => gateway.stop());

const query = 'query Shelf($ids: [ID!]!) { shelf(ids: $ids) { title } }';

const shelf = async (who: string | undefined, ...ids: string[]): Promise<unknown> =>
  (await gateway.askAs(who, query, { ids })).body.data?.['shelf'];

/** What the catalogue was asked for, and by whom. */
const asked = () => gateway.seen.filter(({ service }) => service === 'catalog').map(({ caller, ids }) => [caller, ids]);

const titles = (...ids: string[]) => ids.map((id) => ({ title: `Topic ${id}` }));

describe('public entities', () => {
  it('are asked for once by nobody, and given to everybody', async () => {
    expect(await shelf('ada', '1', '2')).toEqual(titles('1', '2'));
    expect(await shelf('omar', '2', '1')).toEqual(titles('2', '1'));
    expect(await shelf(undefined, '1')).toEqual(titles('1'));
    expect(asked()).toEqual([['anonymous', ['1', '2']]]);
  });

  it('that are missing are asked for without those that are there', async () => {
    await shelf('ada', '2');
    expect(await shelf('omar', '1', '2', '3', '2')).toEqual(titles('1', '2', '3', '2'));
    expect(asked()).toEqual([
      ['anonymous', ['2']],
      ['anonymous', ['1', '3']],
    ]);
  });

  it('are asked for once, however many want them at once', async () => {
    const people = Array.from({ length: 100 }, (_, index) => `person-${index}`);
    const answers = await Promise.all(people.map((person) => shelf(person, '1', '2')));
    for (const answer of answers) expect(answer).toEqual(titles('1', '2'));
    expect(asked()).toEqual([['anonymous', ['1', '2']]]);
  });

  it('that nobody may see are asked for by each who wants them, and not kept', async () => {
    expect(await shelf('ada', '1', 'secret')).toEqual([{ title: 'Topic 1' }, { title: 'For Ada' }]);
    expect(await shelf('omar', '1', 'secret')).toBeNull();
    expect(await shelf(undefined, 'secret')).toBeNull();
    expect(await shelf('ada', 'secret')).toEqual([{ title: 'For Ada' }]);
    expect(asked().filter(([, ids]) => ids?.includes('secret'))).toEqual([
      ['anonymous', ['1', 'secret']],
      ['ada', ['secret']],
      ['anonymous', ['secret']],
      ['omar', ['secret']],
      ['anonymous', ['secret']],
      ['anonymous', ['secret']],
      ['ada', ['secret']],
    ]);
  });

  it('of which something private is asked are asked for by oneself', async () => {
    const own = '{ shelf(ids: ["1"]) { title viewerNote } }';
    const noteOf = async (who: string) => (await gateway.askAs(who, own)).body.data?.['shelf'];
    expect(await noteOf('ada')).toEqual([{ title: 'Topic 1', viewerNote: 'note of ada' }]);
    expect(await noteOf('omar')).toEqual([{ title: 'Topic 1', viewerNote: 'note of omar' }]);
    expect(asked()).toEqual([
      ['ada', ['1']],
      ['omar', ['1']],
    ]);
  });

  it('are others for other arguments', async () => {
    const counts = 'query ($of: String) { shelf(ids: ["1"]) { count(of: $of) } }';
    const count = async (of: string) => (await gateway.askAs('ada', counts, { of })).body.data?.['shelf'];
    expect(await count('a')).toEqual([{ count: 1 }]);
    expect(await count('bc')).toEqual([{ count: 2 }]);
    expect(await count('a')).toEqual([{ count: 1 }]);
    expect(gateway.calls('catalog')).toBe(2);
  });

  it('are asked for again after their time', async () => {
    await shelf('ada', '1');
    gateway.pass(99);
    await shelf('ada', '1');
    expect(gateway.calls('catalog')).toBe(1);
    gateway.pass(1);
    await shelf('ada', '1');
    expect(gateway.calls('catalog')).toBe(1);
  });

  it('are dropped by their key alone', async () => {
    await shelf('ada', '1', '2', '3');
    gateway.titles.set('2', 'New');
    await gateway.invalidate({ typename: 'Topic', key: { id: '2' } });
    expect(await shelf('ada', '1', '2', '3')).toEqual([{ title: 'Topic 1' }, { title: 'New' }, { title: 'Topic 3' }]);
    expect(asked().at(-1)).toEqual(['anonymous', ['2']]);
  });

  it('are dropped together by a key that is not theirs', async () => {
    await shelf('ada', '1', '2');
    await gateway.invalidate({ typename: 'Topic', key: { slug: 'two' } });
    await shelf('ada', '1', '2');
    expect(asked().at(-1)).toEqual(['anonymous', ['1', '2']]);
  });

  it('are new after a mutation of their service, for the mutation itself too', async () => {
    await shelf('ada', '1');
    const renamed = await gateway.askAs('ada', 'mutation { rename(id: "1", title: "New") { title } }');
    expect(renamed.body.data?.['rename']).toEqual({ title: 'New' });
    expect(await shelf('omar', '1')).toEqual([{ title: 'New' }]);
  });

  it('that were kept are given while their service is down, and the others are told missing', async () => {
    await shelf('ada', '1', '2');
    gateway.down.add('catalog');
    expect(await shelf('omar', '2', '1')).toEqual(titles('2', '1'));
    const { body } = await gateway.askAs('omar', '{ shelf(ids: ["1", "3"]) { id title } }');
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL_SERVER_ERROR']);
    gateway.down.clear();
    expect(await shelf('omar', '3')).toEqual(titles('3'));
  });

  it('with an error are not kept', async () => {
    gateway.titles.set('4', 'broken');
    const failed = await gateway.askAs(undefined, query, { ids: ['1', '4'] });
    expect(failed.body.errors).toHaveLength(1);
    gateway.titles.set('4', 'Topic 4');
    expect(await shelf(undefined, '1', '4')).toEqual(titles('1', '4'));
    expect(asked().at(-1)).toEqual(['anonymous', ['4']]);
  });

  it('of the confidential service are asked for by each who wants them, every time', async () => {
    const advised = '{ advised { name } }';
    for (const who of ['ada', 'ada', 'omar'])
      expect((await gateway.askAs(who, advised)).body.data?.['advised']).toEqual([{ name: 'Department of welfare' }]);
    const callers = gateway.seen.filter(({ service }) => service === 'advocacy').map(({ caller }) => caller);
    expect(callers).toEqual(['ada', 'ada', 'omar']);
  });

  it('are counted for the operator', async () => {
    await shelf('ada', '1');
    await shelf('ada', '1', '2');
    const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
    expect(metrics).toContain('guildhall_cache_lookups_total{cache="entity",result="miss"} 2');
    expect(metrics).toContain('guildhall_cache_lookups_total{cache="entity",result="hit"} 1');
  });
});
