import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@guildhall/testing';
import type { Resource } from '../src/resource/resource.js';
import { ask, mutate as send, type Answer } from './ask.js';
import { Fixture, learning, missingId, type TestMember } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let ada: TestMember;
const raters = ['r1', 'r2', 'r3', 'r4', 'r5'];

beforeAll(async () => {
  test = await startTestService(learning);
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  await fixture.member('bob');
  const rosa = await fixture.member('rosa');
  const uma = await fixture.member('uma');
  await fixture.mandate(rosa, 'COURSE_REP');
  await fixture.mandate(uma, 'UNION_OFFICER');
  for (const rater of raters) await fixture.member(rater);
});
afterAll(() => test.stop());

const content = {
  title: 'How to study',
  summary: 'A few things that help.',
  body: 'Sleep well.\n\nEat before.',
  kind: 'GUIDE',
  language: 'en',
  subject: 'Study',
  licence: 'CC_BY_4_0',
};

const mutate = (
  subject: string | undefined,
  name: string,
  input: object,
): Promise<Answer<{ resource: { status: string } }>> =>
  send(test, subject, {
    name,
    input,
    success: name === 'reportResource' ? 'isShown' : 'resource { id status viewerActions }',
  });

async function read<T>(subject: string | undefined, id: string, selection: string): Promise<T | null> {
  const { resource } = await ask<{ resource: T | null }>(
    test,
    subject,
    `query ($id: ID!) { resource(id: $id) { ${selection} } }`,
    { id },
  );
  return resource;
}

const published = (changes: Partial<Resource> = {}) => fixture.resource(ada, changes);

type Queue = {
  resourcesToReview: {
    edges: { node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

async function revised(id: string, body: string): Promise<void> {
  await mutate('ada', 'reviseResource', { resourceId: id });
  await mutate('ada', 'editResource', { resourceId: id, content: { ...content, body }, changeNote: 'More.' });
  await mutate('ada', 'submitResource', { resourceId: id });
}

describe('a new version', () => {
  it('leaves what is published readable until somebody else publishes it, and is seen by nobody too early', async () => {
    const { id } = await published({ title: content.title, body: 'Sleep well.' });
    expect(await mutate('ada', 'reviseResource', { resourceId: id })).toMatchObject({
      resource: { status: 'PUBLISHED' },
    });
    const work = 'body inWork { number status body } versions { edges { node { number } } }';
    const shown = { body: 'Sleep well.', inWork: null, versions: { edges: [{ node: { number: 1 } }] } };
    for (const subject of [undefined, 'bob', 'rosa', 'uma']) expect(await read(subject, id, work)).toEqual(shown);
    await mutate('ada', 'editResource', { resourceId: id, content, changeNote: 'Food.' });
    expect(await read('ada', id, work)).toMatchObject({ body: 'Sleep well.', inWork: { body: content.body } });
    await mutate('ada', 'submitResource', { resourceId: id });
    expect(await read('rosa', id, work)).toMatchObject({ inWork: { number: 2, status: 'IN_REVIEW' } });
    for (const subject of [undefined, 'bob']) expect(await read(subject, id, work)).toEqual(shown);
    await mutate('rosa', 'publishResource', { resourceId: id });
    expect(
      await read(undefined, id, 'number body revisedAt versions { edges { node { number status changeNote } } }'),
    ).toMatchObject({
      number: 2,
      body: content.body,
      revisedAt: expect.any(String),
      versions: {
        edges: [
          { node: { number: 2, status: 'PUBLISHED', changeNote: 'Food.' } },
          { node: { number: 1, status: 'SUPERSEDED', changeNote: null } },
        ],
      },
    });
  });

  it('is never published by its author, and comes back with a note for them alone', async () => {
    const { id } = await published();
    await revised(id, 'Longer.');
    expect(await mutate('ada', 'publishResource', { resourceId: id })).toMatchObject({ __typename: 'NotAllowedError' });
    await mutate('rosa', 'sendBackResource', { resourceId: id, note: ' Say where from. ' });
    expect(await read('ada', id, 'inWork { status reviewNote }')).toEqual({
      inWork: { status: 'DRAFT', reviewNote: 'Say where from.' },
    });
    expect(await read('rosa', id, 'inWork { status }')).toEqual({ inWork: null });
    await mutate('ada', 'submitResource', { resourceId: id });
    await mutate('uma', 'publishResource', { resourceId: id });
    const notes = 'versions { edges { node { number reviewNote } } }';
    expect(JSON.stringify(await read('bob', id, notes))).not.toContain('Say where from.');
    await expect(
      test.dataSource.query('update resource_version set reviewer_id = author_id where resource_id = $1', [id]),
    ).rejects.toThrow('resource_version_reviewed_by_another');
  });

  it('is opened once by two requests at the same time, can be dropped, and published words stay', async () => {
    const { id } = await published();
    const answers = await Promise.all([1, 2, 3].map(() => mutate('ada', 'reviseResource', { resourceId: id })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'IllegalTransitionError',
      'IllegalTransitionError',
      'ReviseResourceSuccess',
    ]);
    expect(await mutate('ada', 'discardRevision', { resourceId: id })).toMatchObject({
      __typename: 'DiscardRevisionSuccess',
    });
    expect(await mutate('ada', 'discardRevision', { resourceId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await mutate('bob', 'reviseResource', { resourceId: id })).toMatchObject({ __typename: 'NotAllowedError' });
    await expect(
      test.dataSource.query(`update resource_version set body = 'other' where resource_id = $1`, [id]),
    ).rejects.toThrow('what was published stays as it was');
  });

  it('is compared with another one only where both are in sight', async () => {
    const { id } = await published({ title: content.title, summary: content.summary, body: 'Sleep well.' });
    await revised(id, 'Sleep very well.');
    const diff = 'diff(from: 1, to: 2) { body { text change } facts { fact before after } }';
    expect(await read('bob', id, diff)).toEqual({ diff: null });
    expect(await read('rosa', id, diff)).toEqual({
      diff: {
        body: [
          { text: 'Sleep ', change: 'SAME' },
          { text: 'very ', change: 'ADDED' },
          { text: 'well.', change: 'SAME' },
        ],
        facts: [],
      },
    });
    expect(await read('rosa', id, 'diff(from: 1, to: 9) { from }')).toEqual({ diff: null });
  });

  it('waits in the queue of reviewers other than its author, longest waiting first, in stable pages', async () => {
    const ids: string[] = [];
    for (const title of ['First one', 'Second one', 'Third one']) {
      const resource = await published({ title });
      ids.push(resource.id);
      await revised(resource.id, title);
    }
    const query =
      'query ($first: Int, $after: String) { resourcesToReview(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    let after: string | null = null;
    while (seen.filter((id) => ids.includes(id)).length < ids.length) {
      const answer: Queue = await ask<Queue>(test, 'rosa', query, { first: 1, after });
      seen.push(...answer.resourcesToReview.edges.map(({ node }) => node.id));
      after = answer.resourcesToReview.pageInfo.endCursor;
      await revised((await published({ title: 'Newer' })).id, 'Newer');
    }
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
    for (const subject of [undefined, 'bob', 'ada'])
      expect(await ask(test, subject, query, {})).toMatchObject({ resourcesToReview: { edges: [] } });
  });
});

describe('ratings', () => {
  const rating = { stars: 4, reason: 'CLEAR' };
  const summary = 'ratings { average raters stars { stars count } reasons { reason count } }';

  it('show an average and a distribution from five raters on, one rating each, and words to the author without a name', async () => {
    const { id } = await published();
    const stars = [5, 5, 4, 3, 2];
    for (const [index, rater] of raters.entries()) {
      expect(await read('bob', id, summary)).toEqual({ ratings: null });
      await mutate(rater, 'rateResource', {
        ...rating,
        resourceId: id,
        stars: stars[index],
        words: index === 0 ? 'Held.' : null,
      });
    }
    await mutate('r1', 'rateResource', { resourceId: id, stars: 1, reason: 'MISTAKES', words: 'Not so.' });
    expect(await read(undefined, id, summary)).toEqual({
      ratings: {
        average: 3,
        raters: 5,
        stars: [5, 4, 3, 2, 1].map((count) => ({ stars: count, count: 1 })),
        reasons: [
          { reason: 'CLEAR', count: 4 },
          { reason: 'MISTAKES', count: 1 },
        ],
      },
    });
    const remarks = 'remarks { edges { node { stars words } } }';
    expect(await read('ada', id, remarks)).toEqual({
      remarks: { edges: [{ node: { stars: 1, words: 'Not so.' } }] },
    });
    expect(await read('bob', id, remarks)).toEqual({ remarks: null });
    expect(await read('r1', id, 'viewerRating { stars reason words }')).toEqual({
      viewerRating: { stars: 1, reason: 'MISTAKES', words: 'Not so.' },
    });
    expect(await read('bob', id, 'viewerRating { stars }')).toEqual({ viewerRating: null });
    await mutate('r1', 'withdrawRating', { resourceId: id });
    expect(await read('ada', id, `${summary} ${remarks}`)).toEqual({ ratings: null, remarks: { edges: [] } });
  });

  it('are refused for own work, by the database too, and name every broken field', async () => {
    const { id } = await published();
    expect(await mutate('ada', 'rateResource', { ...rating, resourceId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate(undefined, 'rateResource', { ...rating, resourceId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await expect(
      test.dataSource.query(
        `insert into resource_rating (id, resource_id, author_id, member_id, stars, reason, rated_at)
         values (gen_random_uuid(), $1, $2, $2, 5, 'CLEAR', now())`,
        [id, ada.id],
      ),
    ).rejects.toThrow('resource_rating_of_another');
    const answer = await mutate('bob', 'rateResource', { resourceId: id, stars: 6, reason: 'OTHER' });
    expect(answer.fields).toEqual([
      { path: 'stars', rule: 'OUT_OF_RANGE' },
      { path: 'words', rule: 'REQUIRED' },
    ]);
  });

  it('count once for one member, however often they are sent at the same time', async () => {
    const { id } = await published();
    await Promise.all([5, 4, 3, 2].map((stars) => mutate('bob', 'rateResource', { ...rating, resourceId: id, stars })));
    const rows: unknown[] = await test.dataSource.query('select 1 from resource_rating where resource_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });
});

describe('reports', () => {
  const report = { reason: 'COPYRIGHT' };

  it('of three members hold a resource back once, and nobody learns who they are', async () => {
    const { id } = await published();
    expect(await mutate('r1', 'reportResource', { ...report, resourceId: id })).toMatchObject({ isShown: true });
    await mutate('r1', 'reportResource', { ...report, resourceId: id });
    const answers = await Promise.all(
      ['r2', 'r3', 'r4'].map((subject) => mutate(subject, 'reportResource', { ...report, resourceId: id })),
    );
    expect(answers.filter((answer) => 'isShown' in answer && answer['isShown'] === false)).toHaveLength(1);
    expect(await read('bob', id, 'status')).toBeNull();
    expect(await read('ada', id, 'status reports { reason } decisions { decision reason }')).toEqual({
      status: 'HELD',
      reports: null,
      decisions: [{ decision: 'HOLD', reason: null }],
    });
    expect(await read('rosa', id, 'status viewerActions reports { reason words }')).toMatchObject({
      status: 'HELD',
      viewerActions: ['RETIRE', 'RESTORE'],
      reports: [{ reason: 'COPYRIGHT' }, { reason: 'COPYRIGHT' }, { reason: 'COPYRIGHT' }],
    });
    expect(await ask(test, 'rosa', '{ reportedResources { edges { node { id } } } }')).toEqual({
      reportedResources: { edges: [{ node: { id } }] },
    });
    for (const subject of [undefined, 'bob', 'ada'])
      expect(await ask(test, subject, '{ reportedResources { edges { node { id } } } }')).toEqual({
        reportedResources: { edges: [] },
      });
    expect(await mutate('ada', 'restoreResource', { resourceId: id, reason: 'Mine.' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate('rosa', 'restoreResource', { resourceId: id, reason: ' ' })).toMatchObject({
      fields: [{ path: 'reason', rule: 'REQUIRED' }],
    });
    expect(await mutate('rosa', 'restoreResource', { resourceId: id, reason: 'It is hers.' })).toMatchObject({
      resource: { status: 'PUBLISHED' },
    });
    for (const subject of ['r1', 'r2', 'r3', 'r4'])
      await mutate(subject, 'reportResource', { ...report, resourceId: id });
    expect(await read('bob', id, 'status')).toEqual({ status: 'PUBLISHED' });
  });

  it('can be let stay or followed before it is held, with a reason that the author reads', async () => {
    const kept = await published();
    await mutate('r1', 'reportResource', { ...report, resourceId: kept.id });
    expect(await mutate('uma', 'restoreResource', { resourceId: kept.id, reason: 'Fine.' })).toMatchObject({
      resource: { status: 'PUBLISHED' },
    });
    const { id } = await published();
    expect(await mutate('rosa', 'holdResource', { resourceId: id, reason: 'Let me look.' })).toMatchObject({
      resource: { status: 'HELD' },
    });
    expect(await mutate('uma', 'holdResource', { resourceId: id, reason: 'Again.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await mutate('ada', 'reviseResource', { resourceId: id });
    expect(await mutate('rosa', 'retireResource', { resourceId: id })).toMatchObject({
      fields: [{ path: 'reason', rule: 'REQUIRED' }],
    });
    await mutate('rosa', 'retireResource', { resourceId: id, reason: 'Not ours to share.' });
    expect(await read('ada', id, 'status inWork { id } decisions { decision reason }')).toEqual({
      status: 'RETIRED',
      inWork: null,
      decisions: [
        { decision: 'HOLD', reason: 'Let me look.' },
        { decision: 'RETIRE', reason: 'Not ours to share.' },
      ],
    });
    expect(await mutate('bob', 'reportResource', { ...report, resourceId: kept.id })).toMatchObject({ isShown: true });
    expect(await mutate('ada', 'retireResource', { resourceId: kept.id })).toMatchObject({
      resource: { status: 'RETIRED' },
    });
  });

  it('are limited by the day, need words where the list has none, and are nothing for own work', async () => {
    const { id } = await published();
    expect(await mutate('bob', 'reportResource', { resourceId: id, reason: 'OTHER' })).toMatchObject({
      fields: [{ path: 'words', rule: 'REQUIRED' }],
    });
    expect(await mutate('ada', 'reportResource', { ...report, resourceId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    for (let count = 0; count < 10; count += 1)
      await mutate('r5', 'reportResource', { ...report, resourceId: (await published()).id });
    expect(await mutate('r5', 'reportResource', { ...report, resourceId: id })).toMatchObject({
      __typename: 'LimitReachedError',
    });
  });

  it('tell the author of each decision with ids alone', async () => {
    const { id } = await published();
    await mutate('rosa', 'holdResource', { resourceId: id, reason: 'Secret words.' });
    const rows: { data: object }[] = await test.dataSource.query(
      `select data from outbox_event where name = 'LearningNotice' and data->>'aboutId' = $1`,
      [id],
    );
    expect(rows).toEqual([{ data: expect.objectContaining({ notice: 'RESOURCE_REVIEWED', memberIds: [ada.id] }) }]);
    expect(JSON.stringify(rows)).not.toContain('Secret words');
  });
});

describe('what is hidden', () => {
  it('gives every new mutation exactly what a missing one gives', async () => {
    const hidden = (await published({ status: 'DRAFT' })).id;
    const inputs: Readonly<Record<string, object>> = {
      reviseResource: {},
      discardRevision: {},
      rateResource: { stars: 3, reason: 'CLEAR' },
      withdrawRating: {},
      reportResource: { reason: 'WRONG' },
      holdResource: { reason: 'x' },
      restoreResource: { reason: 'x' },
    };
    for (const subject of [undefined, 'bob', 'rosa'])
      for (const [name, input] of Object.entries(inputs)) {
        const answers = await Promise.all(
          [hidden, missingId, 'nonsense'].map((resourceId) => mutate(subject, name, { ...input, resourceId })),
        );
        expect(answers[0]).toMatchObject({ __typename: 'NotFoundError' });
        expect(answers[1]).toEqual(answers[0]);
        expect(answers[2]).toEqual(answers[0]);
      }
  });
});
