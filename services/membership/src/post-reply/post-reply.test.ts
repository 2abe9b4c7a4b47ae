import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import type { PostStatus } from '../post/post.js';
import {
  editReply,
  moderateReply,
  postReplyLifecycle,
  replyTo,
  withdrawReply,
  type PostReply,
  type PostReplyAction,
} from './post-reply.js';
import { postReplyPolicy } from './post-reply.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const reply: PostReply = {
  id: fixedId<'PostReply'>(400),
  postId: fixedId<'Post'>(300),
  authorId: memberIds.ada,
  language: 'en',
  body: 'Yes!',
  status: 'PUBLISHED',
  removalReason: undefined,
  postedAt: now,
  editedAt: undefined,
  version: 1,
};

describe('a reply', () => {
  const possible: Readonly<Record<PostStatus, readonly PostReplyAction[]>> = {
    PUBLISHED: ['WITHDRAW', 'EDIT', 'HOLD', 'REMOVE', 'REPORT'],
    HELD: ['WITHDRAW', 'RESTORE', 'REMOVE'],
    REMOVED: ['RESTORE', 'APPEAL'],
    WITHDRAWN: [],
  };
  it.each(postReplyLifecycle.states)('allows exactly what its state says while it is %s', (status) => {
    expect(postReplyLifecycle.possible({ ...reply, status }, now)).toEqual(possible[status]);
  });

  it('may be one word, and is never empty', () => {
    const made = { id: reply.id, authorId: reply.authorId, now };
    expect(replyTo(reply.postId, { language: 'en', body: ' Yes! ' }, made)).toEqual({ ok: true, value: reply });
    const refused = { error: { fields: [{ path: 'body' }] } };
    expect(replyTo(reply.postId, { language: 'en', body: ' ' }, made)).toMatchObject(refused);
    expect(editReply(reply, { language: 'en', body: '' }, now)).toMatchObject(refused);
  });

  it('says that it was changed after half an hour', () => {
    const at = new Date(now.getTime() + 31 * 60_000);
    expect(editReply(reply, { language: 'en', body: 'No!' }, at)).toMatchObject({
      value: { body: 'No!', editedAt: at },
    });
    expect(editReply({ ...reply, status: 'REMOVED' }, reply, now)).toMatchObject({ ok: false });
  });

  it('leaves no words when it is taken back, and says why when it is removed', () => {
    expect(withdrawReply(reply, now)).toMatchObject({ value: { status: 'WITHDRAWN', body: '' } });
    expect(withdrawReply({ ...reply, status: 'REMOVED' }, now)).toMatchObject({ ok: false });
    expect(moderateReply(reply, 'REMOVE', { reason: 'Unkind.', now })).toMatchObject({
      value: { status: 'REMOVED', removalReason: 'Unkind.' },
    });
    expect(moderateReply(reply, 'RESTORE', { reason: undefined, now })).toMatchObject({ ok: false });
  });
});

describe('who may do what to a reply of ada’s', () => {
  const expected = (moderators: readonly ActorName[]): Readonly<Record<PostReplyAction, readonly ActorName[]>> => ({
    WITHDRAW: ['ada'],
    EDIT: ['ada'],
    HOLD: moderators,
    RESTORE: [],
    REMOVE: moderators,
    REPORT: ['omar', 'uma', 'rosa', 'mo'],
    APPEAL: ['ada'],
  });
  it.each(postReplyLifecycle.actions)('%s', (action) => {
    const who = (place: typeof groupId | undefined) =>
      whoMay((actor) => postReplyPolicy.can(actor, action, { reply, groupId: place }));
    expect(who(groupId)).toEqual(expected(['omar'])[action]);
    expect(who(undefined)).toEqual(expected(['uma'])[action]);
  });
});
