import { describe, expect, it } from '@jest/globals';
import { demoMembers } from '../people/demo-people.js';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoCampus } from './campus.js';

const anchor = new Date('2026-03-02T09:00:00Z');

describe.each(['small', 'full'] as const)('what is said in the open in a %s demo union', (size) => {
  const union = planDemoUnion({ anchor, size });
  const talk = planDemoCampus(union, { anchor, size });
  const authorOf = new Map(talk.posts.map(({ id, authorId }) => [id, authorId]));

  it('was said by active members before the anchor, and replied to afterwards', () => {
    const active = new Set(union.members.filter(({ status }) => status === 'ACTIVE').map(({ id }) => id));
    const said = [...talk.posts, ...talk.replies];
    expect(said.filter(({ authorId, postedAt }) => !active.has(authorId) || postedAt > anchor)).toEqual([]);
    const postedAt = new Map(talk.posts.map((post) => [post.id, post.postedAt]));
    expect(talk.replies.filter((reply) => !((postedAt.get(reply.postId) ?? anchor) < reply.postedAt))).toEqual([]);
  });

  it('has one reaction of a kind of each member, and never the author’s own reports', () => {
    const keys = talk.reactions.map(({ postId, memberId, kind }) => `${postId} ${memberId} ${kind}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(talk.held.reporterIds).size).toBe(3);
    expect(talk.held.reporterIds).not.toContain(authorOf.get(talk.held.postId));
    expect(talk.removed.removedBy).not.toBe(authorOf.get(talk.removed.postId));
    expect(talk.removed.removedBy).not.toBe(demoMembers.uma.memberId);
  });

  it('holds an idea of ada’s with support, and one of whoever made a proposal of it', () => {
    expect(authorOf.get(talk.asked.postId)).toBe(demoMembers.ada.memberId);
    const agreeing = talk.reactions.filter(
      ({ postId, kind }) => postId === talk.asked.postId && (kind === 'AGREE' || kind === 'ME_TOO'),
    );
    expect(agreeing.length).toBeGreaterThanOrEqual(3);
    const proposal = union.proposals.find(({ id }) => id === talk.raised.proposalId);
    expect(authorOf.get(talk.raised.postId)).toBe(proposal?.authorId);
  });
});
