import { actorKey, err, memberOf, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { publishPost as publish, type Draft } from '../post.js';
import { postPolicy } from '../post.policy.js';

/** Writes to the people of a group. Others learn of an idea by its id and its author's, so that these can raise it. */
export function publishPost(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  input: Draft & { readonly idempotencyKey: string },
) {
  const { idempotencyKey: key, ...draft } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'publishPost', input: draft },
    async ({ posts }, id) => (await posts.listVisible(actor, [toId(id)]))[0] ?? null,
    async ({ groups, posts, outbox }) => {
      const { groupId, kind } = draft;
      const authorId = memberOf(actor);
      if ((await groups.findVisible(actor, groupId)) === null) return err(notFound('Group'));
      if (authorId === undefined || !postPolicy.canPublish(actor, draft)) return err(notAllowed('PUBLISH', 'Post'));
      const published = publish(draft, { id: ids.ordered(), authorId, now: clock.now() });
      if (!published.ok) return published;
      const { id: postId } = await posts.add(published.value);
      if (kind === 'IDEA') await outbox.append('IdeaPosted', postId, { postId, groupId, memberId: authorId });
      return ok(published.value);
    },
  );
}
