import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missing, nodes, Talk, type Asked } from './talk.js';

let talk: Talk;

beforeAll(async () => {
  talk = await Talk.start();
});
afterAll(() => talk.test.stop());

const inGroup = (who = 'ada', changes: Asked = {}) => talk.post(who, { groupId: talk.chess.id, ...changes });
const thread = async (who: string, id: string) => nodes(await talk.seen(who, id), 'replies');
const react = (who: string | undefined, postId: string, kind = 'AGREE', given = true) =>
  talk.mutate(who, 'reactToPost', { postId, kind, given }, 'post { viewerReactions }');
const said = { body: 'Yes, please.', language: 'en' };

describe('a reply', () => {
  it('is written by those who read the post, once a key, and read in order', async () => {
    const id = await inGroup();
    const input = { ...said, postId: id, idempotencyKey: talk.key() };
    const first = await talk.mutate('rosa', 'replyToPost', input, 'reply { id body isOwn }');
    expect(first).toMatchObject({ reply: { body: 'Yes, please.', isOwn: true } });
    expect(await talk.mutate('rosa', 'replyToPost', input, 'reply { id body isOwn }')).toEqual(first);
    expect(await talk.mutate('rosa', 'replyToPost', { ...input, body: 'No.' })).toMatchObject({
      __typename: 'ConflictError',
    });
    await talk.reply('bea', id, 'Me too.');
    expect(await thread('ada', id)).toMatchObject([
      { body: 'Yes, please.', author: { displayName: 'rosa' } },
      { body: 'Me too.', author: { displayName: 'bea' } },
    ]);
    expect(await talk.seen('ada', id)).toMatchObject({ replyCount: 2 });
    for (const stranger of ['mo', undefined])
      expect(await talk.mutate(stranger, 'replyToPost', { ...input, idempotencyKey: talk.key() })).toEqual(
        await talk.mutate(stranger, 'replyToPost', { ...input, postId: missing, idempotencyKey: talk.key() }),
      );
    expect(await talk.mutate('rosa', 'replyToPost', { ...input, body: ' ', idempotencyKey: talk.key() })).toMatchObject(
      { fields: [{ path: 'body' }] },
    );
  });

  it('tells who wrote the post and who replied before, but for those who muted it', async () => {
    const id = await inGroup();
    await talk.reply('rosa', id);
    await talk.reply('bea', id);
    expect(await talk.told('ada', id)).toEqual(['POST_REPLIED', 'POST_REPLIED']);
    expect(await talk.told('rosa', id)).toEqual(['POST_REPLIED']);
    expect(await talk.told('bea', id)).toEqual([]);
    expect(await talk.mutate('ada', 'mutePost', { postId: id, muted: true }, 'post { isMuted }')).toMatchObject({
      post: { isMuted: true },
    });
    await talk.reply('omar', id);
    expect(await talk.told('ada', id)).toHaveLength(2);
    expect(await talk.told('rosa', id)).toHaveLength(2);
    await talk.mutate('ada', 'mutePost', { postId: id, muted: false });
    await talk.reply('omar', id);
    expect(await talk.told('ada', id)).toHaveLength(3);
    expect(await talk.mutate('mo', 'mutePost', { postId: id, muted: true })).toEqual(
      await talk.mutate('mo', 'mutePost', { postId: missing, muted: true }),
    );
  });

  it('is changed by its author alone, and says so after half an hour', async () => {
    const id = await inGroup();
    const replyId = await talk.reply('rosa', id);
    const edit = (who: string, to = replyId) =>
      talk.mutate(
        who,
        'editPostReply',
        { replyId: to, body: 'Rather not.', language: 'en' },
        'reply { body editedAt }',
      );
    expect(await edit('ada')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await edit('mo')).toEqual(await edit('mo', missing));
    expect(await edit('rosa')).toMatchObject({ reply: { body: 'Rather not.', editedAt: null } });
    talk.clock.advance(31 * 60_000);
    expect(await edit('rosa')).toMatchObject({ reply: { editedAt: expect.any(String) } });
  });

  it('leaves a gap without words and name when it is taken back', async () => {
    const id = await inGroup();
    const replyId = await talk.reply('rosa', id);
    await talk.reply('bea', id, 'Why?');
    const take = (who: string, to = replyId) => talk.mutate(who, 'withdrawPostReply', { replyId: to });
    expect(await take('ada')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await take('mo')).toEqual(await take('mo', missing));
    expect(await take('rosa')).toMatchObject({ __typename: 'WithdrawPostReplySuccess' });
    expect(await take('rosa')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await thread('ada', id)).toMatchObject([
      { status: 'WITHDRAWN', body: '', author: null, viewerActions: [] },
      { body: 'Why?' },
    ]);
    expect(await talk.seen('ada', id)).toMatchObject({ replyCount: 1 });
  });

  it('answers a question in the eyes of its author, who can mark another', async () => {
    const id = await inGroup('ada', { kind: 'QUESTION', body: 'Who has the board?' });
    const replyId = await talk.reply('rosa', id, 'I have.');
    const other = await talk.reply('bea', await inGroup());
    const mark = (who: string, to: string | null) =>
      talk.mutate(who, 'markAnswered', { postId: id, replyId: to }, 'post { isAnswered answer { id } }');
    expect(await mark('rosa', replyId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await mark('ada', other)).toEqual(await mark('ada', missing));
    expect(await mark('ada', replyId)).toMatchObject({ post: { isAnswered: true, answer: { id: replyId } } });
    await talk.mutate('rosa', 'withdrawPostReply', { replyId });
    expect(await talk.seen('ada', id)).toMatchObject({ isAnswered: true, answer: null });
    expect(await mark('ada', null)).toMatchObject({ post: { isAnswered: false } });
    const idea = await inGroup();
    expect(await talk.mutate('ada', 'markAnswered', { postId: idea })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});

describe('a reaction', () => {
  it('is one of each kind of a member, given however often, and taken back', async () => {
    const id = await inGroup();
    await Promise.all(Array.from({ length: 5 }, () => react('rosa', id)));
    await react('rosa', id, 'THANKS');
    await react('bea', id, 'ME_TOO');
    expect(await talk.seen('rosa', id)).toMatchObject({
      viewerReactions: ['AGREE', 'THANKS'],
      supporterCount: 2,
      reactionCounts: [
        { kind: 'THANKS', count: 1 },
        { kind: 'AGREE', count: 1 },
        { kind: 'HELPFUL', count: 0 },
        { kind: 'ME_TOO', count: 1 },
      ],
    });
    expect(await react('rosa', id, 'AGREE', false)).toMatchObject({ post: { viewerReactions: ['THANKS'] } });
    expect(nodes(await talk.seen('ada', id), 'reactions')).toEqual([
      { kind: 'ME_TOO', member: { displayName: 'bea' } },
      { kind: 'THANKS', member: { displayName: 'rosa' } },
    ]);
    for (const stranger of ['mo', undefined]) expect(await react(stranger, id)).toEqual(await react(stranger, missing));
  });

  it('is not given to what is not shown', async () => {
    const id = await inGroup();
    await talk.mutate('omar', 'removePost', { postId: id, reason: 'Unkind.' });
    expect(await react('ada', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('two who are blocked', () => {
  it('see neither posts nor replies nor reactions of each other, while every count stays as it was', async () => {
    const campus = await talk.post('lee', { kind: 'THANKS', body: 'Thank you all.' });
    const mine = await talk.post('bea', { kind: 'THANKS', body: 'Thank you too.' });
    await talk.reply('lee', mine, 'Gladly.');
    await react('lee', mine);
    await talk.reply('mo', mine, 'Always.');
    const before = await talk.seen('mo', mine);
    await talk.block('lee', 'bea');
    for (const [viewer, hidden] of [
      ['bea', campus],
      ['lee', mine],
    ] as const) {
      expect(await talk.seen(viewer, hidden)).toEqual(await talk.seen(viewer, missing));
      expect(await react(viewer, hidden)).toEqual(await react(viewer, missing));
      expect(await talk.report(viewer, hidden)).toEqual(await talk.report(viewer, missing));
      const list = await talk.ask(viewer, '{ campusPosts(first: 100) { edges { node { id } } } }');
      expect(nodes(list, 'campusPosts').map(({ id }) => id)).not.toContain(hidden);
    }
    expect(await thread('bea', mine)).toMatchObject([{ body: 'Always.' }]);
    expect(nodes(await talk.seen('bea', mine), 'reactions')).toEqual([]);
    expect(await talk.seen('bea', mine)).toMatchObject({ replyCount: 2, supporterCount: 1 });
    expect(await talk.seen('mo', mine)).toEqual(before);
    // A third member's thread: each reads the others, and not the other.
    const shared = await talk.post('mo', { kind: 'QUESTION', body: 'Anybody?' });
    await talk.reply('bea', shared, 'I am.');
    await talk.reply('lee', shared, 'Me too.');
    expect(await thread('lee', shared)).toMatchObject([{ body: 'Me too.' }]);
    expect(await thread('bea', shared)).toMatchObject([{ body: 'I am.' }]);
    expect(await thread('mo', shared)).toHaveLength(2);
    expect(await talk.told('bea', shared)).toEqual([]);
  });
});
