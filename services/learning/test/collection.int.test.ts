import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@guildhall/testing';
import type { Resource } from '../src/resource/resource.js';
import { ask, mutate as send } from './ask.js';
import { Fixture, ids, learning, missingId, type TestMember } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let ada: TestMember;

beforeAll(async () => {
  test = await startTestService(learning);
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  await fixture.member('bob');
  const rosa = await fixture.member('rosa');
  await fixture.mandate(rosa, 'COURSE_REP');
});
afterAll(() => test.stop());

const content = { title: 'My shelf', description: '', visibility: 'PUBLIC' };
const mutate = (subject: string | undefined, name: string, input: object) =>
  send<{ collection: { id: string } }>(test, subject, {
    name,
    input,
    success: 'collection { id title itemCount viewerActions }',
  });

type Items = { itemCount: number; items: { edges: { node: { id: string } }[] } } | null;

async function read(subject: string | undefined, id: string): Promise<Items> {
  const { resourceCollection } = await ask<{ resourceCollection: Items }>(
    test,
    subject,
    'query ($id: ID!) { resourceCollection(id: $id) { itemCount items { edges { node { id } } } } }',
    { id },
  );
  return resourceCollection;
}
const idsOf = (items: Items) => items?.items.edges.map(({ node }) => node.id);

async function shelf(visibility: string, resources: readonly Resource[]): Promise<string> {
  const { collection } = await mutate('ada', 'createCollection', { content: { ...content, visibility } });
  const collectionId = collection?.id ?? '';
  for (const { id } of resources) await mutate('ada', 'addToCollection', { collectionId, resourceId: id });
  return collectionId;
}

describe('a collection', () => {
  it('keeps its order, holds each resource once, and is changed by its owner alone', async () => {
    const resources = [await fixture.resource(ada), await fixture.resource(ada), await fixture.resource(ada)];
    const [one, two, three] = resources.map(({ id }) => id);
    const id = await shelf('PUBLIC', resources);
    await mutate('ada', 'addToCollection', { collectionId: id, resourceId: one });
    expect(idsOf(await read('bob', id))).toEqual([one, two, three]);
    await mutate('ada', 'orderCollection', { collectionId: id, resourceIds: [three, one] });
    expect(idsOf(await read(undefined, id))).toEqual([three, one, two]);
    expect(await mutate('ada', 'orderCollection', { collectionId: id, resourceIds: [three, three] })).toMatchObject({
      fields: [{ path: 'resourceIds', rule: 'UNKNOWN' }],
    });
    await mutate('ada', 'removeFromCollection', { collectionId: id, resourceId: one });
    expect(idsOf(await read('bob', id))).toEqual([three, two]);
    for (const [name, input] of Object.entries({
      editCollection: { content },
      deleteCollection: {},
      addToCollection: { resourceId: one },
      removeFromCollection: { resourceId: two },
      orderCollection: { resourceIds: [two] },
    }))
      expect(await mutate('bob', name, { collectionId: id, ...input })).toMatchObject({
        __typename: 'NotAllowedError',
      });
    expect(await mutate('ada', 'deleteCollection', { collectionId: id })).toMatchObject({
      collection: { id, itemCount: 0 },
    });
    expect(await read('ada', id)).toBeNull();
  });

  it('that is private looks to everybody else like one that does not exist', async () => {
    const id = await shelf('PRIVATE', [await fixture.resource(ada)]);
    expect((await read('ada', id))?.itemCount).toBe(1);
    for (const subject of [undefined, 'bob', 'rosa']) {
      expect(await read(subject, id)).toBeNull();
      for (const name of ['deleteCollection', 'addToCollection']) {
        const more = name === 'addToCollection' ? { resourceId: missingId } : {};
        const answers = await Promise.all(
          [id, missingId, 'nonsense'].map((collectionId) => mutate(subject, name, { collectionId, ...more })),
        );
        expect(answers[0]).toMatchObject({ __typename: 'NotFoundError' });
        expect(answers[1]).toEqual(answers[0]);
        expect(answers[2]).toEqual(answers[0]);
      }
    }
    const list = '{ resourceCollections(first: 100) { edges { node { id } } } }';
    expect(JSON.stringify(await ask(test, 'bob', list))).not.toContain(id);
    const own = '{ viewer { resourceCollections(first: 100) { edges { node { id } } } } }';
    expect(JSON.stringify(await ask(test, 'ada', own))).toContain(id);
    expect(JSON.stringify(await ask(test, 'bob', own))).not.toContain(id);
  });

  it('shows and counts only what its viewer may see, and finds nothing by what is hidden in it', async () => {
    const held = await fixture.resource(ada);
    const open = await fixture.resource(ada);
    const id = await shelf('PUBLIC', [held, open]);
    await test.dataSource.query(`update resource set status = 'HELD', flagged_at = now() where id = $1`, [held.id]);
    expect(idsOf(await read('ada', id))).toEqual([held.id, open.id]);
    expect(await read('bob', id)).toMatchObject({ itemCount: 1, items: { edges: [{ node: { id: open.id } }] } });
    const holding =
      'query ($resourceId: ID!) { resourceCollections(resourceId: $resourceId) { edges { node { id } } } }';
    const found = (subject: string, resourceId: string) => ask(test, subject, holding, { resourceId });
    expect(await found('bob', open.id)).toMatchObject({ resourceCollections: { edges: [{ node: { id } }] } });
    expect(await found('bob', held.id)).toEqual(await found('bob', missingId));
    expect(await found('rosa', held.id)).toMatchObject({ resourceCollections: { edges: [{ node: { id } }] } });
  });

  it('takes what is published alone, and names what is wrong with it', async () => {
    const id = await shelf('PUBLIC', []);
    const draft = await fixture.resource(ada, { status: 'DRAFT' });
    expect(await mutate('ada', 'addToCollection', { collectionId: id, resourceId: draft.id })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await mutate('ada', 'createCollection', { content: { ...content, title: ' ' } })).toMatchObject({
      fields: [{ path: 'title', rule: 'REQUIRED' }],
    });
    expect(await mutate(undefined, 'createCollection', { content })).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('is full with a hundred resources, and a member has at most fifty, however many are made at the same time', async () => {
    const id = await shelf('PUBLIC', []);
    await test.dataSource.query(
      `insert into resource (id, title, summary, body, kind, language, subject, licence, author_id, status, published_at, version)
       select gen_random_uuid(), 'T', 'S', 'B', 'NOTES', 'en', 'bulk', 'CC0_1_0', $1, 'PUBLISHED', now(), 1 from generate_series(1, 100)`,
      [ada.id],
    );
    await test.dataSource.query(
      `insert into resource_collection_item select $1, id, row_number() over () from resource where subject = 'bulk'`,
      [id],
    );
    const { id: more } = await fixture.resource(ada);
    expect(await mutate('ada', 'addToCollection', { collectionId: id, resourceId: more })).toMatchObject({
      __typename: 'LimitReachedError',
    });
    const carl = await fixture.member('carl');
    for (let count = 0; count < 48; count += 1)
      await test.dataSource.query(
        `insert into resource_collection values ($1, $2, 'One of many', '', 'PRIVATE', now(), 1)`,
        [ids.ordered(), carl.id],
      );
    const answers = await Promise.all([1, 2, 3, 4].map(() => mutate('carl', 'createCollection', { content })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CreateCollectionSuccess',
      'CreateCollectionSuccess',
      'LimitReachedError',
      'LimitReachedError',
    ]);
  });

  it('keeps all that is added at the same time', async () => {
    const id = await shelf('PUBLIC', []);
    const resources = await Promise.all([1, 2, 3, 4, 5].map(() => fixture.resource(ada)));
    await Promise.all(
      resources.map((resource) => mutate('ada', 'addToCollection', { collectionId: id, resourceId: resource.id })),
    );
    expect((await read('bob', id))?.itemCount).toBe(5);
  });

  it('lists cost the same number of statements for two and for ten', async () => {
    for (let count = 0; count < 10; count += 1) await shelf('PUBLIC', [await fixture.resource(ada)]);
    const query =
      '{ resourceCollections(first: FIRST) { edges { node { title itemCount viewerActions owner { id } } } } }';
    const statements = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('bob', query.replace('FIRST', String(first))))).length;
    await statements(2);
    expect(await statements(10)).toBe(await statements(2));
  });
});
