import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { type Post, type PostAction, postKinds, postLifecycle } from './post.js';
import { postPolicy, visiblePosts } from './post.policy.js';

const post: Post = {
  id: fixedId<'Post'>(300),
  groupId,
  authorId: memberIds.ada,
  kind: 'IDEA',
  language: 'en',
  body: 'A bench by the lake.',
  status: 'PUBLISHED',
  removalReason: undefined,
  postedAt: new Date(0),
  version: 1,
};

describe('who may do what to a post of ada’s in the group whose president is omar', () => {
  const expected: Readonly<Record<PostAction, readonly ActorName[]>> = {
    WITHDRAW: ['ada'],
    REMOVE: ['omar'],
    RAISE: ['ada'],
  };
  it.each(postLifecycle.actions)('%s', (action) => {
    expect(whoMay((actor) => postPolicy.can(actor, action, post))).toEqual(expected[action]);
  });

  it('does not let officers remove what is their own; they take it back', () => {
    const own = { ...post, authorId: memberIds.omar };
    expect(whoMay((actor) => postPolicy.can(actor, 'REMOVE', own))).toEqual([]);
  });

  it('lets the people of a group write, and its officers alone write notices', () => {
    const writers = (kind: Post['kind']) => whoMay((actor) => postPolicy.canPublish(actor, { groupId, kind }));
    for (const kind of postKinds) expect(writers(kind)).toEqual(kind === 'NOTICE' ? ['omar'] : ['ada', 'omar', 'rosa']);
    const elsewhere = fixedId<'Group'>(200);
    expect(whoMay((actor) => postPolicy.canPublish(actor, { groupId: elsewhere, kind: 'IDEA' }))).toEqual([]);
  });

  it('shows posts to the people of the group', () => {
    expect(whoMay((actor) => visiblePosts(actor).groups.includes(groupId))).toEqual(['ada', 'omar', 'rosa']);
    expect(whoMay((actor) => visiblePosts(actor).led.includes(groupId))).toEqual(['omar']);
  });
});
