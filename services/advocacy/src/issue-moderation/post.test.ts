import { describe, expect, it } from '@jest/globals';
import { author, history, issueActors, physics, postedIssue, type IssueActorName } from '../../test/issue-viewers.js';
import type { PostState } from '../issue/issue.js';
import { changePostState, postLifecycle, type Post, type PostAction } from './post.js';
import { moderatedPosts, postPolicy } from './post.policy.js';

const now = new Date('2026-10-06T09:00:00Z');
const names = Object.keys(issueActors) as IssueActorName[];
const possible: Readonly<Record<PostState, readonly PostAction[]>> = {
  VISIBLE: ['HOLD', 'KEEP', 'REMOVE'],
  HELD: ['KEEP', 'REMOVE'],
  REMOVED: ['APPEAL'],
  APPEALED: ['RESTORE', 'UPHOLD'],
  REMOVED_FINALLY: [],
};
const post: Post = {
  id: postedIssue.id,
  issueId: postedIssue.id,
  replyId: undefined,
  constituencyId: physics,
  authorId: author,
  state: 'APPEALED',
  title: 'T',
  body: 'B',
  language: 'en',
  postedAt: now,
  version: 1,
  reports: 0,
  reasons: [],
  appeal: 'Why?',
  removedBy: 'uma',
  waitsSince: now,
};

describe('the life of a post', () => {
  it.each(postLifecycle.states)('allows from %s exactly what moderation says', (state) => {
    expect(postLifecycle.possible({ state }, now)).toEqual(possible[state]);
  });

  it('ends with the second decision', () => {
    expect(changePostState({ state: 'APPEALED' }, 'UPHOLD', now)).toMatchObject({
      value: { state: 'REMOVED_FINALLY' },
    });
    expect(changePostState({ state: 'REMOVED_FINALLY' }, 'APPEAL', now)).toMatchObject({ ok: false });
  });
});

describe('the rights of moderators', () => {
  const moderators = ['union officer', 'union officer of the course', 'advice manager'];
  it.each(names)('belong to %s only as a union officer or the advice manager', (name) => {
    expect(moderatedPosts(issueActors[name]).moderates).toBe(moderators.includes(name));
    expect(postPolicy.can(issueActors[name], 'REMOVE', { ...post, state: 'HELD' })).toBe(moderators.includes(name));
  });

  it('do not reach into one’s own course', () => {
    expect(moderatedPosts(issueActors['union officer of the course']).ownCourses).toEqual([physics]);
    expect(moderatedPosts(issueActors['union officer']).ownCourses).toEqual([history]);
  });

  it('give an appeal to somebody else than who took the post down', () => {
    expect(postPolicy.decisions(issueActors['union officer'], post, now)).toEqual([]);
    expect(postPolicy.decisions(issueActors['advice manager'], post, now)).toEqual(['RESTORE', 'UPHOLD']);
  });
});
