import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let fixture: Fixture;
let chess: Group;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  const [ada, omar, rosa] = await Promise.all(['ada', 'omar', 'rosa'].map((subject) => fixture.member(subject)));
  await fixture.member('mo');
  if (!ada || !omar || !rosa) throw new Error('three members were made');
  chess = await fixture.group('Chess', [ada.id, omar.id, rosa.id]);
  await fixture.mandate(await fixture.position(chess.id), omar.id);
});
afterAll(() => test.stop());

const publishing =
  'mutation ($input: PublishPostInput!) { publishPost(input: $input) { __typename ... on PublishPostSuccess { post { id kind body author { displayName } viewerActions } } ... on UserError { message } ... on ValidationError { fields { path } } } }';
const withdrawing =
  'mutation ($input: WithdrawPostInput!) { withdrawPost(input: $input) { __typename ... on UserError { message } } }';
const removing =
  'mutation ($input: RemovePostInput!) { removePost(input: $input) { __typename ... on UserError { message } ... on ValidationError { fields { path } } } }';
const reading =
  'query ($id: ID!, $kind: PostKind, $first: Int, $after: String) { group(id: $id) { postKinds posts(kind: $kind, first: $first, after: $after) { edges { node { id kind body status removalReason viewerActions author { displayName } } } pageInfo { hasNextPage endCursor } } } }';

let keys = 0;
async function publish(who: string | undefined, changes: object = {}) {
  const input = {
    groupId: chess.id,
    kind: 'IDEA',
    language: 'en',
    body: 'A bench by the lake.',
    idempotencyKey: `key-${(keys += 1)}`,
  };
  const { data } = await test.run(who, publishing, { input: { ...input, ...changes } });
  return data?.['publishPost'] as { __typename: string; post: { id: string }; fields?: readonly object[] };
}

type Shown = {
  postKinds: string[];
  posts: { edges: { node: Record<string, unknown> }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
};
async function read(who: string | undefined, variables: object = {}): Promise<Shown> {
  const { data } = await test.run(who, reading, { id: chess.id, ...variables });
  return data?.['group'] as Shown;
}

async function eventsAbout(postId: string): Promise<readonly string[]> {
  const rows: readonly { name: string }[] = await test.dataSource.query(
    'select name from outbox_event where aggregate_id = $1 order by sequence',
    [postId],
  );
  return rows.map(({ name }) => name);
}

describe('a post to a group', () => {
  it('is read by its people, with its author, and by nobody else', async () => {
    const { post } = await publish('ada');
    expect((await read('rosa')).posts.edges[0]?.node).toMatchObject({
      id: post.id,
      author: { displayName: 'ada' },
      viewerActions: ['REPLY', 'REACT', 'MUTE', 'REPORT'],
    });
    expect((await read('ada')).posts.edges[0]?.node['viewerActions']).toEqual([
      'WITHDRAW',
      'EDIT',
      'REPLY',
      'REACT',
      'MUTE',
      'RAISE',
    ]);
    expect((await read('omar')).posts.edges[0]?.node['viewerActions']).toEqual([
      'REPLY',
      'REACT',
      'MUTE',
      'HOLD',
      'REMOVE',
      'REPORT',
    ]);
    for (const stranger of ['mo', 'sys', undefined])
      expect(await read(stranger)).toMatchObject({ postKinds: [], posts: { edges: [] } });
  });

  it('is written once per key, by people of the group alone, and notices by its officers', async () => {
    const input = { idempotencyKey: 'once', body: 'Said once.' };
    const [first, second] = [await publish('ada', input), await publish('ada', input)];
    expect(second).toEqual(first);
    expect(await publish('ada', { ...input, body: 'Said otherwise.' })).toMatchObject({ __typename: 'ConflictError' });
    for (const who of ['mo', undefined]) expect(await publish(who)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await publish('ada', { kind: 'NOTICE' })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await publish('omar', { kind: 'NOTICE' })).toMatchObject({ __typename: 'PublishPostSuccess' });
    expect((await read('omar')).postKinds).toEqual(['NOTICE', 'IDEA', 'QUESTION', 'THANKS']);
    expect((await read('ada')).postKinds).toEqual(['IDEA', 'QUESTION', 'THANKS']);
  });

  it('is refused with its field named, and for a group that is hidden as for one that is missing', async () => {
    expect(await publish('ada', { body: ' ' })).toMatchObject({ fields: [{ path: 'body' }] });
    const hidden = await fixture.group('Hidden', [], 'PROPOSED');
    expect(await publish('carl', { groupId: hidden.id })).toEqual(await publish('carl', { groupId: missing }));
  });

  it('tells of an idea by ids alone, and when it has ended', async () => {
    const { post } = await publish('ada', { body: 'A very private thought.' });
    const [row]: readonly { payload: string }[] = await test.dataSource.query(
      'select row_to_json(e)::text as payload from outbox_event e where aggregate_id = $1',
      [post.id],
    );
    expect(row?.payload).not.toContain('private');
    await test.run('ada', withdrawing, { input: { postId: post.id } });
    expect(await eventsAbout(post.id)).toEqual(['IdeaPosted', 'IdeaEnded']);
    const { post: thanks } = await publish('ada', { kind: 'THANKS' });
    expect(await eventsAbout(thanks.id)).toEqual([]);
  });

  it('is gone for everybody once taken back, words and all', async () => {
    const { post } = await publish('rosa', { kind: 'QUESTION', body: 'Who has the board?' });
    const asStranger = await test.run('mo', withdrawing, { input: { postId: post.id } });
    expect(asStranger).toEqual(await test.run('mo', withdrawing, { input: { postId: missing } }));
    const asOther = await test.run('ada', withdrawing, { input: { postId: post.id } });
    expect(asOther.data?.['withdrawPost']).toMatchObject({ __typename: 'NotAllowedError' });
    const taken = await test.run('rosa', withdrawing, { input: { postId: post.id } });
    expect(taken.data?.['withdrawPost']).toEqual({ __typename: 'WithdrawPostSuccess' });
    const again = await test.run('rosa', withdrawing, { input: { postId: post.id } });
    expect(again.data?.['withdrawPost']).toMatchObject({ __typename: 'NotFoundError' });
    expect(await test.dataSource.query('select body from post where id = $1', [post.id])).toEqual([{ body: '' }]);
  });

  it('is removed by an officer for a reason that its author and the officers can read', async () => {
    const { post } = await publish('rosa', { kind: 'THANKS', body: 'Thanks for nothing.' });
    const input = { postId: post.id, reason: ' ' };
    const unreasoned = await test.run('omar', removing, { input });
    expect(unreasoned.data?.['removePost']).toMatchObject({ fields: [{ path: 'reason' }] });
    const reasoned = { input: { ...input, reason: 'Unkind.' } };
    const asAda = await test.run('ada', removing, reasoned);
    expect(asAda.data?.['removePost']).toMatchObject({ __typename: 'NotAllowedError' });
    const answers = await Promise.all([test.run('omar', removing, reasoned), test.run('omar', removing, reasoned)]);
    expect(answers.map(({ data }) => (data?.['removePost'] as { __typename: string } | undefined)?.__typename)).toEqual(
      expect.arrayContaining(['RemovePostSuccess', 'IllegalTransitionError']),
    );
    const seen = async (who: string) =>
      (await read(who)).posts.edges.map(({ node }) => node).find(({ id }) => id === post.id);
    expect(await seen('rosa')).toMatchObject({
      status: 'REMOVED',
      removalReason: 'Unkind.',
      viewerActions: ['APPEAL'],
    });
    expect(await seen('omar')).toMatchObject({ status: 'REMOVED', removalReason: 'Unkind.', viewerActions: [] });
    expect(await seen('ada')).toBeUndefined();
    const late = await test.run('rosa', withdrawing, { input: { postId: post.id } });
    expect(late.data?.['withdrawPost']).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('is listed by kind, the newest first, page by page while others write', async () => {
    for (const body of ['One?', 'Two?', 'Three?']) {
      clock.advance(1_000);
      await publish('ada', { kind: 'QUESTION', body });
    }
    const first = await read('rosa', { kind: 'QUESTION', first: 2 });
    clock.advance(1_000);
    await publish('ada', { kind: 'QUESTION', body: 'Four?' });
    const second = await read('rosa', { kind: 'QUESTION', first: 2, after: first.posts.pageInfo.endCursor });
    expect([...first.posts.edges, ...second.posts.edges].map(({ node }) => node['body'])).toEqual([
      'Three?',
      'Two?',
      'One?',
    ]);
  });

  it('is an entity that only those who may read it get', async () => {
    const { post } = await publish('ada');
    const query =
      'query ($them: [_Any!]!) { _entities(representations: $them) { ... on Post { body author { displayName } } } }';
    const them = (id: string) => ({ them: [{ __typename: 'Post', id }] });
    expect((await test.run('rosa', query, them(post.id))).data?.['_entities']).toMatchObject([
      { body: expect.any(String) },
    ]);
    expect(await test.run('mo', query, them(post.id))).toEqual(await test.run('mo', query, them(missing)));
  });
});
