import { demoMembers, fixedId, planDemoCampus, type DemoCampus, type DemoUnion } from '@guildhall/demo';
import { insertRows, type Row, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

const weekMs = 7 * 86_400_000;

/** Loads what members say to the whole union, what others make of it, and what waits for moderators. */
export async function loadCampus(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, size }: Pick<SeedOptions, 'anchor' | 'size'>,
): Promise<void> {
  const talk = planDemoCampus(union, { anchor, size });
  await insertRows(manager, 'post', postRows(talk, anchor));
  await insertRows(
    manager,
    'post_reply',
    talk.replies.map(({ postId, authorId, postedAt, ...reply }) => ({
      ...reply,
      post_id: postId,
      author_id: authorId,
      posted_at: postedAt,
      status: 'PUBLISHED',
      version: 1,
    })),
  );
  await insertRows(
    manager,
    'post_reaction',
    talk.reactions.map(({ postId, memberId, kind, reactedAt }) => ({
      post_id: postId,
      member_id: memberId,
      kind,
      reacted_at: reactedAt,
    })),
  );
  await insertRows(manager, 'raise_request', [
    {
      id: talk.asked.id,
      post_id: talk.asked.postId,
      asked_by: demoMembers.rosa.memberId,
      target: 'ISSUE',
      note: 'Five of us said the same in the course meeting. May I bring it to the department?',
      status: 'WAITING',
      author_named: false,
      asked_at: talk.asked.askedAt,
      version: 1,
    },
  ]);
  await loadModeration(manager, talk);
}

function postRows({ posts }: DemoCampus, anchor: Date): readonly Row[] {
  const pinned = posts.filter(({ isPinned }) => isPinned).map(({ id }) => id);
  return posts.map(({ authorId, postedAt, isPinned, removalReason, ...post }) => ({
    ...post,
    author_id: authorId,
    posted_at: postedAt,
    removal_reason: removalReason ?? null,
    pin_slot: isPinned ? pinned.indexOf(post.id) + 1 : null,
    pinned_until: isPinned ? new Date(anchor.getTime() + weekMs) : null,
    version: 1,
  }));
}

async function loadModeration(manager: EntityManager, { posts, held, removed }: DemoCampus): Promise<void> {
  const of = (id: string) => posts.find((post) => post.id === id);
  const item = (postId: string, more: Row): Row => ({
    id: fixedId(`moderation/${postId}`),
    subject_kind: 'POST',
    subject_id: postId,
    author_id: of(postId)?.authorId,
    version: 1,
    ...more,
  });
  await insertRows(manager, 'moderation_item', [
    item(held.postId, { state: 'HELD', since: held.at }),
    item(removed.postId, {
      state: 'APPEALED',
      since: removed.appealedAt,
      removed_by: removed.removedBy,
      appeal: removed.appeal,
      appealed_at: removed.appealedAt,
    }),
  ]);
  const reasons = ['HARASSMENT', 'HARASSMENT', 'OTHER'];
  await insertRows(
    manager,
    'report',
    held.reporterIds.map((reporterId, index) => ({
      id: fixedId(`report/${held.postId}/${index}`),
      item_id: fixedId(`moderation/${held.postId}`),
      reporter_id: reporterId,
      reason: reasons[index] ?? 'OTHER',
      note: reasons[index] === 'OTHER' ? 'Everybody knows whom this is about.' : null,
      words: of(held.postId)?.body,
      counts: true,
      reported_at: new Date(held.at.getTime() - (2 - index) * 3_600_000),
    })),
  );
  await insertRows(manager, 'moderation_decision', [
    {
      id: fixedId(`decision/${held.postId}`),
      item_id: fixedId(`moderation/${held.postId}`),
      decision: 'HOLD',
      decided_at: held.at,
    },
    {
      id: fixedId(`decision/${removed.postId}`),
      item_id: fixedId(`moderation/${removed.postId}`),
      decision: 'REMOVE',
      reason: removed.reason,
      decided_by: removed.removedBy,
      decided_at: removed.removedAt,
    },
  ]);
}
