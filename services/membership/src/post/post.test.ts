import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds } from '../../test/personas.js';
import { type Post, postLifecycle, type PostStatus, publishPost, removePost, withdrawPost } from './post.js';

const now = new Date('2026-10-05T09:00:00Z');
const made = { id: fixedId<'Post'>(1), authorId: memberIds.ada, now };
const draft = { groupId, kind: 'IDEA', language: 'en', body: '  A bench by the lake.  ' } as const;
const post: Post = {
  ...draft,
  ...made,
  body: 'A bench by the lake.',
  status: 'PUBLISHED',
  removalReason: undefined,
  postedAt: now,
  version: 1,
};

describe('a post', () => {
  it('can be taken back, removed and raised while it is published, and never after', () => {
    const possible = (status: PostStatus, kind: Post['kind']) => postLifecycle.possible({ ...post, status, kind }, now);
    expect(possible('PUBLISHED', 'IDEA')).toEqual(['WITHDRAW', 'REMOVE', 'RAISE']);
    for (const kind of ['NOTICE', 'QUESTION', 'THANKS'] as const)
      expect(possible('PUBLISHED', kind)).toEqual(['WITHDRAW', 'REMOVE']);
    for (const status of ['WITHDRAWN', 'REMOVED'] as const) expect(possible(status, 'IDEA')).toEqual([]);
  });

  it('is published as it was written, without the spaces around it', () => {
    const { now: postedAt, ...rest } = made;
    expect(publishPost(draft, made)).toEqual({
      ok: true,
      value: {
        ...draft,
        ...rest,
        body: 'A bench by the lake.',
        postedAt,
        status: 'PUBLISHED',
        removalReason: undefined,
        version: 1,
      },
    });
  });

  it.each([
    ['body', { body: ' a ' }],
    ['body', { body: 'x'.repeat(4001) }],
    ['language', { language: 'English, please' }],
  ])('is refused with the field %s named', (path, changes) => {
    const refused = publishPost({ ...draft, ...changes }, made);
    expect(refused).toMatchObject({ ok: false, error: { __typename: 'ValidationError', fields: [{ path }] } });
  });

  it('loses its words when it is taken back', () => {
    expect(withdrawPost(post, now)).toMatchObject({ ok: true, value: { status: 'WITHDRAWN', body: '' } });
    expect(withdrawPost({ ...post, status: 'REMOVED' }, now)).toMatchObject({ ok: false });
  });

  it('is removed for a reason and never without one', () => {
    expect(removePost(post, ' Not about the society. ', now)).toMatchObject({
      value: { status: 'REMOVED', removalReason: 'Not about the society.' },
    });
    expect(removePost(post, ' ', now)).toMatchObject({ error: { fields: [{ path: 'reason', rule: 'REQUIRED' }] } });
    expect(removePost({ ...post, status: 'WITHDRAWN' }, 'Why', now)).toMatchObject({
      error: { __typename: 'IllegalTransitionError' },
    });
  });
});
