import { actorKey, err, memberOf, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { publishPost as publish, type Draft } from '../post.js';
import { postPolicy } from '../post.policy.js';
import { noticeTask } from './tell-of-notice.js';

/**
 * Writes to the people of a group or to the whole union. Others learn of an idea by its id and its author's, so that these
 * can raise it; the people of the space are told of a notice.
 */
export function publishPost(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  input: Draft & { readonly idempotencyKey: string },
) {
  const { idempotencyKey: key, ...draft } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'publishPost', input: draft },
    async ({ posts }, id) => (await posts.listVisible(actor, [toId(id)]))[0] ?? null,
    async ({ groups, posts, outbox, jobs }) => {
      const { groupId, kind } = draft;
      const now = clock.now();
      const authorId = memberOf(actor);
      if (groupId !== undefined && (await groups.findVisible(actor, groupId)) === null) return err(notFound('Group'));
      if (authorId === undefined || !postPolicy.canPublish(actor, draft)) return err(notAllowed('PUBLISH', 'Post'));
      const published = publish(draft, { id: ids.ordered(), authorId, now });
      if (!published.ok) return published;
      const { id: postId } = await posts.add(published.value);
      if (kind === 'IDEA')
        await outbox.append('IdeaPosted', postId, { postId, groupId: groupId ?? null, memberId: authorId });
      if (kind === 'NOTICE') await jobs.enqueue(noticeTask, { postId }, { runAt: now, key: `${noticeTask}:${postId}` });
      return ok(published.value);
    },
  );
}
