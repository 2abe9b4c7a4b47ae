import { describe, expect, it } from '@jest/globals';
import { systemActor } from '@guildhall/kernel';
import { fixedId, groupId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { samplePost } from '../../test/sample-post.js';
import { postKinds, postLifecycle, type Post, type PostAction } from './post.js';
import { postPolicy } from './post.policy.js';
import { moderationTask, visiblePosts } from './post-scope.js';

const post = samplePost();
const campus = samplePost({ groupId: undefined });
const people: readonly ActorName[] = ['ada', 'omar', 'rosa'];
const members: readonly ActorName[] = ['ada', 'omar', 'uma', 'rosa', 'mo'];
const othersThanAda: readonly ActorName[] = ['omar', 'uma', 'rosa', 'mo'];

describe('who may do what to a post of ada’s in the group whose president is omar', () => {
  const expected: Readonly<Record<PostAction, readonly ActorName[]>> = {
    WITHDRAW: ['ada'],
    EDIT: ['ada'],
    REPLY: people,
    REACT: people,
    MUTE: people,
    MARK_ANSWERED: ['ada'],
    PIN: ['omar'],
    UNPIN: ['omar'],
    HOLD: ['omar'],
    RESTORE: [],
    REMOVE: ['omar'],
    RAISE: ['ada'],
    // Whether they read it at all is a question of scope.
    ASK_TO_RAISE: ['omar', 'uma', 'rosa'],
    REPORT: othersThanAda,
    APPEAL: ['ada'],
  };
  it.each(postLifecycle.actions)('%s', (action) => {
    expect(whoMay((actor) => postPolicy.can(actor, action, post))).toEqual(expected[action]);
  });
});

describe('who may do what to a post of ada’s to the whole union, of which uma is an officer', () => {
  const expected: Readonly<Record<PostAction, readonly ActorName[]>> = {
    WITHDRAW: ['ada'],
    EDIT: ['ada'],
    REPLY: members,
    REACT: members,
    MUTE: members,
    MARK_ANSWERED: ['ada'],
    PIN: ['uma'],
    UNPIN: ['uma'],
    HOLD: ['uma'],
    RESTORE: [],
    REMOVE: ['uma'],
    RAISE: ['ada'],
    ASK_TO_RAISE: ['uma', 'rosa'],
    REPORT: othersThanAda,
    APPEAL: ['ada'],
  };
  it.each(postLifecycle.actions)('%s', (action) => {
    expect(whoMay((actor) => postPolicy.can(actor, action, campus))).toEqual(expected[action]);
  });
});

describe('the spaces', () => {
  it('do not let officers remove what is their own; they take it back', () => {
    const own = { ...post, authorId: memberIds.omar };
    expect(whoMay((actor) => postPolicy.can(actor, 'REMOVE', own))).toEqual([]);
    expect(whoMay((actor) => postPolicy.can(actor, 'REMOVE', { ...campus, authorId: memberIds.uma }))).toEqual([]);
  });

  it('let their people write, and their officers alone write notices', () => {
    const writers = (kind: Post['kind'], to: Post['groupId']) =>
      whoMay((actor) => postPolicy.canPublish(actor, { groupId: to, kind }));
    for (const kind of postKinds) {
      expect(writers(kind, groupId)).toEqual(kind === 'NOTICE' ? ['omar'] : people);
      expect(writers(kind, undefined)).toEqual(kind === 'NOTICE' ? ['uma'] : members);
      expect(writers(kind, fixedId<'Group'>(200))).toEqual([]);
    }
  });

  it('show posts to their people', () => {
    expect(whoMay((actor) => visiblePosts(actor).groups.includes(groupId))).toEqual(people);
    expect(whoMay((actor) => visiblePosts(actor).led.includes(groupId))).toEqual(['omar']);
    expect(whoMay((actor) => visiblePosts(actor).campus)).toEqual(members);
    expect(whoMay((actor) => visiblePosts(actor).ledCampus)).toEqual(['uma']);
    expect(whoMay((actor) => visiblePosts(actor).everything)).toEqual([]);
  });

  it('show everything to the platform while it carries out what moderators decide, and let it show things again', () => {
    const platform = systemActor(moderationTask);
    expect(visiblePosts(platform).everything).toBe(true);
    expect(postPolicy.can(platform, 'RESTORE', post)).toBe(true);
  });
});
