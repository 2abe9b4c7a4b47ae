import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { missing, nodes, Talk, type Asked } from './talk.js';

let talk: Talk;

beforeAll(async () => {
  talk = await Talk.start();
});
afterAll(() => talk.test.stop());

const reading = `query ($kind: PostKind, $language: String, $first: Int, $after: String) {
  campusPosts(kind: $kind, language: $language, first: $first, after: $after) {
    edges { node { id body isCampus author { displayName } group { name } } } pageInfo { endCursor } }
  pinnedCampusPosts { id }
  viewer { campusPostKinds } }`;
const read = (who: string | undefined, variables: Asked = {}): Promise<Asked> => talk.ask(who, reading, variables);
const bodies = async (who: string | undefined, variables: Asked = {}): Promise<readonly unknown[]> =>
  nodes(await read(who, variables), 'campusPosts').map(({ body }) => body);

describe('the campus space', () => {
  it('is read by every active member and by nobody else', async () => {
    const id = await talk.post('ada', { body: 'To everybody.' });
    const [first] = nodes(await read('mo'), 'campusPosts');
    expect(first).toEqual({
      id,
      body: 'To everybody.',
      isCampus: true,
      author: { displayName: 'ada' },
      group: null,
    });
    await talk.fixture.appointment('sys', 'ADMIN');
    for (const stranger of ['sys', 'nobody', undefined]) {
      expect(await bodies(stranger)).toEqual([]);
      expect(await talk.seen(stranger, id)).toEqual(await talk.seen(stranger, missing));
      expect(await read(stranger)).toMatchObject({ viewer: { campusPostKinds: [] } });
    }
  });

  it('takes notices from officers of the union alone', async () => {
    const input = { kind: 'NOTICE', body: 'The shop is closed.', language: 'en', idempotencyKey: talk.key() };
    expect(await talk.mutate('omar', 'publishPost', input)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await talk.mutate('uma', 'publishPost', input)).toMatchObject({ __typename: 'PublishPostSuccess' });
    expect(await read('omar')).toMatchObject({ viewer: { campusPostKinds: ['IDEA', 'QUESTION', 'THANKS'] } });
    expect(await read('uma')).toMatchObject({ viewer: { campusPostKinds: ['NOTICE', 'IDEA', 'QUESTION', 'THANKS'] } });
    expect(await talk.mutate(undefined, 'publishPost', { ...input, kind: 'IDEA' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
  });

  it('is listed by kind and language, page by page while others write, apart from groups', async () => {
    for (const [body, language] of [
      ['一问', 'zh-CN'],
      ['Deux?', 'fr'],
      ['三问', 'zh'],
    ])
      await talk.post('ada', { kind: 'QUESTION', body: `${body} ok?`, language });
    await talk.post('ada', { kind: 'QUESTION', body: 'In the group?', groupId: talk.chess.id });
    expect(await bodies('mo', { kind: 'QUESTION', language: 'zh' })).toEqual(['三问 ok?', '一问 ok?']);
    expect(await bodies('mo', { language: 'zh-CN' })).toEqual(['一问 ok?']);
    expect(await bodies('mo', { language: 'z' })).toEqual([]);
    const page = await read('mo', { kind: 'QUESTION', first: 2 });
    await talk.post('ada', { kind: 'QUESTION', body: 'Later?' });
    const { endCursor } = (page['campusPosts'] as { pageInfo: { endCursor: string } }).pageInfo;
    expect(await bodies('mo', { kind: 'QUESTION', first: 2, after: endCursor })).toEqual(['一问 ok?']);
  });

  it('asks the database as often for many posts as for few', async () => {
    const query = `{ campusPosts(first: FIRST) { edges { node { body author { displayName } replyCount reactionCounts { count }
      viewerReactions isMuted supporterCount viewerActions raiseRequests { id } answer { body } } } } }`;
    const statements = async (first: number) =>
      (await talk.test.countStatements(() => talk.ask('mo', query.replace('FIRST', String(first))))).length;
    await statements(2);
    expect(await statements(6)).toBe(await statements(2));
  });
});

describe('a notice', () => {
  const notice = (who = 'uma', groupId?: string) => talk.post(who, { kind: 'NOTICE', body: 'Read this.', groupId });
  const until = (days: number) => new Date(talk.clock.now().getTime() + days * 86_400_000).toISOString();
  const pin = (who: string, postId: string, at: string | null = until(1)) =>
    talk.mutate(who, 'pinPost', { postId, until: at }, 'post { pinnedUntil viewerActions }');
  const pinned = async () => ((await read('mo'))['pinnedCampusPosts'] as { id: string }[]).map(({ id }) => id);

  it('tells its space, but for its author, and is told of once', async () => {
    const id = await notice();
    const inGroup = await notice('omar', talk.chess.id);
    await waitFor('everybody is told', async () => (await talk.told('mo', id)).length === 1);
    await waitFor('the group is told', async () => (await talk.told('rosa', inGroup)).length === 1);
    expect(await talk.told('mo', inGroup)).toEqual([]);
    expect(await talk.told('uma', id)).toEqual([]);
  });

  it('stands at the top until a time, put there by officers', async () => {
    const id = await notice();
    expect(await pin('ada', id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await pin('uma', missing)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await pin('uma', id, until(61))).toMatchObject({ fields: [{ path: 'until' }] });
    expect(await pin('una', id)).toMatchObject({ __typename: 'PinPostSuccess' });
    expect(await pin('uma', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await pinned()).toEqual([id]);
    expect(await talk.seen('uma', id)).toMatchObject({ viewerActions: expect.arrayContaining(['UNPIN']) });
    talk.clock.advance(2 * 86_400_000);
    expect(await pinned()).toEqual([]);
    expect(await pin('uma', id)).toMatchObject({ __typename: 'PinPostSuccess' });
    expect(await pin('uma', id, null)).toMatchObject({ post: { pinnedUntil: null } });
    expect(await pinned()).toEqual([]);
    const idea = await talk.post('uma');
    expect(await pin('una', idea)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('is one of three at most, however many are put there at once', async () => {
    const ids = await Promise.all([notice(), notice(), notice(), notice(), notice()]);
    const answers = await Promise.all(ids.map((id, index) => pin(index % 2 === 0 ? 'uma' : 'una', id)));
    const names = answers.map(({ __typename }) => __typename);
    expect(names.filter((name) => name === 'PinPostSuccess')).toHaveLength(3);
    expect(names.filter((name) => name === 'LimitReachedError')).toHaveLength(2);
    expect(await pinned()).toHaveLength(3);
    const [free] = await pinned();
    await talk.mutate('uma', 'withdrawPost', { postId: free });
    expect(await pinned()).toHaveLength(2);
    const taken = talk.test.dataSource.query('update post set pin_slot = 4, pinned_until = now() where id = $1', [
      free,
    ]);
    await expect(taken).rejects.toThrow('post_pin');
  });
});
