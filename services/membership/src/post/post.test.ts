import { describe, expect, it } from '@jest/globals';
import { samplePost } from '../../test/sample-post.js';
import {
  editPost,
  markAnswered,
  moderatePost,
  pinPost,
  postKinds,
  postLifecycle,
  publishPost,
  unpinPost,
  withdrawPost,
  type PostAction,
  type PostStatus,
} from './post.js';

const now = new Date('2026-10-05T09:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const post = samplePost({ postedAt: now });
const notice = { ...post, kind: 'NOTICE' as const };

describe('a post', () => {
  const shown: readonly PostAction[] = ['WITHDRAW', 'EDIT', 'REPLY', 'REACT', 'MUTE', 'HOLD', 'REMOVE', 'REPORT'];
  const ofKind = { NOTICE: ['PIN'], IDEA: ['RAISE', 'ASK_TO_RAISE'], QUESTION: ['MARK_ANSWERED'], THANKS: [] } as const;
  it.each(postKinds)('allows while it is published what suits a %s', (kind) => {
    const expected = postLifecycle.actions.filter((action) => [...shown, ...ofKind[kind]].includes(action));
    expect(postLifecycle.possible({ ...post, kind }, now)).toEqual(expected);
  });

  const possible: Readonly<Record<Exclude<PostStatus, 'PUBLISHED'>, readonly PostAction[]>> = {
    HELD: ['WITHDRAW', 'RESTORE', 'REMOVE'],
    REMOVED: ['RESTORE', 'APPEAL'],
    WITHDRAWN: [],
  };
  it.each(['HELD', 'REMOVED', 'WITHDRAWN'] as const)('allows exactly what moderation says while it is %s', (status) => {
    for (const kind of postKinds)
      expect(postLifecycle.possible({ ...post, kind, status }, now)).toEqual(possible[status]);
  });

  it('is published as it was written, without the spaces around it', () => {
    const { groupId, authorId, kind, language, id } = post;
    const published = publishPost({ groupId, kind, language, body: `  ${post.body}  ` }, { id, authorId, now });
    expect(published).toEqual({ ok: true, value: post });
  });

  it.each([
    ['body', { body: ' a ' }],
    ['body', { body: 'x'.repeat(4001) }],
    ['language', { language: 'English, please' }],
  ])('is refused with the field %s named, when written and when changed', (path, changes) => {
    const refused = { ok: false, error: { __typename: 'ValidationError', fields: [{ path }] } };
    expect(publishPost({ ...post, ...changes }, { id: post.id, authorId: post.authorId, now })).toMatchObject(refused);
    expect(editPost(post, { ...post, ...changes }, now)).toMatchObject(refused);
  });

  it('is mended quietly for half an hour and marked as changed from then on', () => {
    const words = { language: 'en', body: 'A bench at the lake.' };
    const mended = editPost(post, words, later(30));
    expect(mended).toMatchObject({ value: { body: words.body, editedAt: undefined } });
    expect(editPost(post, words, later(31))).toMatchObject({ value: { editedAt: later(31) } });
    expect(editPost({ ...post, status: 'HELD' }, words, now)).toMatchObject({ ok: false });
  });

  it('loses its words and its place at the top when it is taken back', () => {
    const pinned = { ...notice, pinSlot: 1, pinnedUntil: later(60) };
    expect(withdrawPost(pinned, now)).toMatchObject({ value: { status: 'WITHDRAWN', body: '', pinSlot: undefined } });
    expect(withdrawPost({ ...post, status: 'REMOVED' }, now)).toMatchObject({ ok: false });
  });

  it('is held, removed for a reason and shown again without one', () => {
    const held = moderatePost({ ...notice, pinSlot: 1, pinnedUntil: later(60) }, 'HOLD', { reason: undefined, now });
    expect(held).toMatchObject({ value: { status: 'HELD', pinSlot: undefined, pinnedUntil: undefined } });
    const removed = moderatePost(post, 'REMOVE', { reason: 'Not about the society.', now });
    expect(removed).toMatchObject({ value: { status: 'REMOVED', removalReason: 'Not about the society.' } });
    const restored = moderatePost({ ...post, status: 'REMOVED', removalReason: 'x' }, 'RESTORE', {
      reason: undefined,
      now,
    });
    expect(restored).toMatchObject({ value: { status: 'PUBLISHED', removalReason: undefined } });
    expect(moderatePost(post, 'RESTORE', { reason: undefined, now })).toMatchObject({ ok: false });
  });

  it('stands at the top until a time within 60 days, as a notice alone', () => {
    const until = later(60);
    expect(pinPost(notice, { until, slot: 2, now })).toMatchObject({ value: { pinSlot: 2, pinnedUntil: until } });
    for (const wrong of [now, later(61 * 24 * 60)])
      expect(pinPost(notice, { until: wrong, slot: 1, now })).toMatchObject({ error: { fields: [{ path: 'until' }] } });
    expect(pinPost(post, { until, slot: 1, now })).toMatchObject({ error: { __typename: 'IllegalTransitionError' } });
    const pinned = { ...notice, pinSlot: 1, pinnedUntil: until };
    expect(postLifecycle.possible(pinned, now)).toContain('UNPIN');
    expect(unpinPost(pinned, now)).toMatchObject({ value: { pinSlot: undefined } });
    // A time that is over is as none.
    expect(postLifecycle.possible(pinned, later(61))).toContain('PIN');
    expect(unpinPost(pinned, later(61))).toMatchObject({ ok: false });
  });

  it('is answered as a question alone', () => {
    expect(markAnswered({ ...post, kind: 'QUESTION' }, undefined, now)).toMatchObject({ ok: true });
    expect(markAnswered(post, undefined, now)).toMatchObject({ ok: false });
  });
});
