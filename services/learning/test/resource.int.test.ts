import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@guildhall/testing';
import { mutate as send } from './ask.js';
import { Fixture, learning, missingId, type TestMember } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let rosa: TestMember;
let uma: TestMember;

beforeAll(async () => {
  test = await startTestService(learning);
  fixture = new Fixture(test);
  await fixture.member('ada');
  rosa = await fixture.member('rosa');
  uma = await fixture.member('uma');
  await fixture.member('bob');
  await fixture.member('lapsed', false);
  await fixture.mandate(rosa, 'COURSE_REP');
  await fixture.mandate(uma, 'UNION_OFFICER');
});
afterAll(() => test.stop());

const content = {
  title: 'How to study',
  summary: 'A few things that help.',
  body: 'Sleep.',
  kind: 'GUIDE',
  language: 'en',
  subject: 'Study',
  licence: 'CC_BY_4_0',
};

type Success = { resource: { id: string; status: string; viewerActions: string[] } };

const mutate = (subject: string | undefined, name: string, input: object) =>
  send<Success>(test, subject, { name, input, success: 'resource { id status viewerActions }' });

const draft = async (subject: string): Promise<string> =>
  (await mutate(subject, 'draftResource', { content })).resource?.id ?? '';
const read = async (subject: string | undefined, id: string) =>
  (await test.run(subject, 'query ($id: ID!) { resource(id: $id) { status viewerActions } }', { id })).data?.[
    'resource'
  ];

describe('a resource', () => {
  it('goes from its author through a reviewer to everybody, and each sees what they may do', async () => {
    const id = await draft('ada');
    expect(await read('ada', id)).toEqual({ status: 'DRAFT', viewerActions: ['EDIT', 'SUBMIT'] });
    for (const subject of [undefined, 'bob', 'rosa', 'uma']) expect(await read(subject, id)).toBeNull();
    expect(await mutate('ada', 'submitResource', { resourceId: id })).toMatchObject({
      __typename: 'SubmitResourceSuccess',
    });
    expect(await read('rosa', id)).toEqual({ status: 'IN_REVIEW', viewerActions: ['SEND_BACK', 'PUBLISH'] });
    expect(await read('ada', id)).toEqual({ status: 'IN_REVIEW', viewerActions: [] });
    expect(await read('bob', id)).toBeNull();
    expect(await mutate('rosa', 'publishResource', { resourceId: id })).toMatchObject({
      __typename: 'PublishResourceSuccess',
    });
    for (const subject of [undefined, 'carl'])
      expect(await read(subject, id)).toEqual({ status: 'PUBLISHED', viewerActions: [] });
    expect(await read('bob', id)).toEqual({ status: 'PUBLISHED', viewerActions: ['RATE', 'REPORT'] });
    expect(await mutate('uma', 'retireResource', { resourceId: id, reason: 'Out of date.' })).toMatchObject({
      __typename: 'RetireResourceSuccess',
    });
    expect(await read('bob', id)).toBeNull();
    expect(await read('ada', id)).toEqual({ status: 'RETIRED', viewerActions: [] });
  });

  it('is never published by its author, whatever office they hold', async () => {
    const id = await draft('rosa');
    await mutate('rosa', 'submitResource', { resourceId: id });
    expect(await mutate('rosa', 'publishResource', { resourceId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await expect(
      test.dataSource.query(`update resource set reviewer_id = author_id where id = $1`, [id]),
    ).rejects.toThrow('resource_reviewed_by_another');
    expect(await mutate('uma', 'sendBackResource', { resourceId: id })).toMatchObject({
      resource: { status: 'DRAFT' },
    });
  });

  it('is published once by two reviewers at the same time', async () => {
    const id = await draft('ada');
    await mutate('ada', 'submitResource', { resourceId: id });
    const answers = await Promise.all(
      ['rosa', 'uma', 'rosa', 'uma'].map((subject) => mutate(subject, 'publishResource', { resourceId: id })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'PublishResourceSuccess')).toHaveLength(1);
    for (const { __typename } of answers)
      expect(['PublishResourceSuccess', 'ConflictError', 'IllegalTransitionError']).toContain(__typename);
  });

  it('is drafted by active members alone, and changed by its author in a draft alone', async () => {
    for (const subject of [undefined, 'carl', 'lapsed'])
      expect(await mutate(subject, 'draftResource', { content })).toMatchObject({ __typename: 'NotAllowedError' });
    const id = await draft('ada');
    expect(
      await mutate('ada', 'editResource', { resourceId: id, content: { ...content, title: 'Better' } }),
    ).toMatchObject({ __typename: 'EditResourceSuccess' });
    await mutate('ada', 'submitResource', { resourceId: id });
    expect(await mutate('rosa', 'editResource', { resourceId: id, content })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate('ada', 'editResource', { resourceId: id, content })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await mutate('ada', 'submitResource', { resourceId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('names every broken field at once', async () => {
    const answer = await mutate('ada', 'draftResource', {
      content: { ...content, title: ' ', summary: 'short', language: 'english!' },
    });
    expect(answer.fields).toEqual([
      { path: 'title', rule: 'REQUIRED' },
      { path: 'summary', rule: 'TOO_SHORT' },
      { path: 'language', rule: 'BAD_FORMAT' },
    ]);
  });
});

describe('a hidden resource', () => {
  it('gives exactly what a missing one gives, to every mutation and every way of reading', async () => {
    const hidden = await draft('ada');
    for (const subject of [undefined, 'bob', 'carl', 'uma']) {
      for (const name of ['submitResource', 'sendBackResource', 'publishResource', 'retireResource']) {
        const answers = await Promise.all(
          [hidden, missingId, 'nonsense'].map((resourceId) => mutate(subject, name, { resourceId })),
        );
        expect(answers[0]).toMatchObject({ __typename: 'NotFoundError' });
        expect(answers[1]).toEqual(answers[0]);
        expect(answers[2]).toEqual(answers[0]);
      }
      const edits = await Promise.all(
        [hidden, missingId].map((resourceId) => mutate(subject, 'editResource', { resourceId, content })),
      );
      expect(edits[0]).toEqual(edits[1]);
      const references =
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Resource { title } } }';
      const representations = [hidden, missingId, 'nonsense'].map((id) => ({ __typename: 'Resource', id }));
      expect((await test.run(subject, references, { representations })).data).toEqual({
        _entities: [null, null, null],
      });
      const list = await test.run(subject, '{ resources(status: DRAFT) { edges { node { id } } } }');
      expect(list.data).toEqual({ resources: { edges: [] } });
    }
  });
});
