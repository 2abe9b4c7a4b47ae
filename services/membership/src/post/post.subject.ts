import { systemActor, toId } from '@guildhall/kernel';
import type { ModeratedSubject, ModeratedWords, ModerationUnit } from '../moderation/moderated.subject.js';
import { moderationTask } from './post-scope.js';
import { moderatePost, type Post, type PostId } from './post.js';

const platform = systemActor(moderationTask);

/** How posts are moderated. Others hear of an idea that cannot be raised while it is not shown. */
export const postSubject: ModeratedSubject = {
  async findReadable({ posts }, actor, id) {
    const post = await posts.findVisible(actor, toId(id));
    return post?.status === 'PUBLISHED' || post?.status === 'HELD' ? toWords(post) : null;
  },
  async findLocked({ posts }, id) {
    const post = await posts.findVisibleLocked(platform, toId(id));
    return post === null ? null : toWords(post);
  },
  async list({ posts }, ids) {
    return (
      await posts.listVisible(
        platform,
        ids.map((id) => toId<'Post'>(id)),
      )
    ).map(toWords);
  },
  hold: (unit, id, now) => change(unit, toId(id), { decision: 'HOLD', reason: undefined, now }),
  restore: (unit, id, now) => change(unit, toId(id), { decision: 'RESTORE', reason: undefined, now }),
  remove: (unit, id, { reason, now }) => change(unit, toId(id), { decision: 'REMOVE', reason, now }),
};

async function change(
  { posts, raiseRequests, outbox }: ModerationUnit,
  postId: PostId,
  {
    decision,
    ...how
  }: { readonly decision: 'HOLD' | 'RESTORE' | 'REMOVE'; readonly reason: string | undefined; readonly now: Date },
): Promise<void> {
  const post = await posts.findVisibleLocked(platform, postId);
  const moved = post === null ? undefined : moderatePost(post, decision, how);
  if (post === null || !moved?.ok) throw new Error('the item and its post say the same');
  await posts.save(moved.value);
  if (post.kind !== 'IDEA') return;
  if (decision !== 'RESTORE') {
    if (post.status === 'PUBLISHED') await outbox.append('IdeaEnded', postId, { postId });
    return;
  }
  const { groupId, authorId } = post;
  await outbox.append('IdeaPosted', postId, { postId, groupId: groupId ?? null, memberId: authorId });
  // Consents ended with the idea elsewhere; here they still stand.
  for (const { askedBy: memberId, target, authorNamed } of await raiseRequests.listAgreed(postId))
    await outbox.append('IdeaRaisingAgreed', postId, { postId, memberId, target, authorNamed });
}

function toWords({ id, authorId, groupId, body, language, postedAt }: Post): ModeratedWords {
  return { id, authorId, groupId, words: body, language, writtenAt: postedAt, place: { kind: 'POST', id } };
}
