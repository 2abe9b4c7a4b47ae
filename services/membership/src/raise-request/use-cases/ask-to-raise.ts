import { actorKey, err, limitReached, ok, toId, validationError, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { supportersToAsk } from '../../post-reaction/post-reaction.js';
import type { PostId } from '../../post/post.js';
import { findOpenPost } from '../../post/use-cases/find-open-post.js';
import { askToRaise as ask, type RaiseTarget } from '../raise-request.js';

/** Which idea somebody wants to raise, and as what. */
export type AskToRaise = {
  readonly postId: PostId;
  readonly target: RaiseTarget;
  readonly note: string | undefined;
  readonly idempotencyKey: string;
};

/** Asks the author of an idea with support whether somebody who speaks for others may raise it; once for each way. */
export function askToRaise({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: AskToRaise) {
  const { idempotencyKey: key, ...asked } = input;
  const { postId } = asked;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'askToRaise', input: asked },
    async ({ raiseRequests }, id) => {
      const files = await raiseRequests.listOfPosts(actor, [postId]);
      const file = files.find(({ request }) => request.id === toId(id));
      return file === undefined ? null : { ...file, id: file.request.id };
    },
    async ({ posts, postReactions, raiseRequests, notifications }) => {
      const now = clock.now();
      // The post is locked, so that asking twice at once is asking twice.
      const found = await findOpenPost({ posts }, { actor, action: 'ASK_TO_RAISE', now }, postId);
      if (!found.ok) return found;
      const { post, memberId } = found.value;
      const facts = (await postReactions.listFacts(actor, [postId])).get(postId);
      if ((facts?.supporterCount ?? 0) < supportersToAsk) return err(unsupported);
      const request = ask(asked, { id: ids.ordered(), askedBy: memberId, now });
      if (!request.ok) return request;
      if (!(await raiseRequests.addUnlessAsked(request.value)))
        return err(limitReached('You have asked for this before.', 1));
      await notifications.tell({
        to: post.authorId,
        reason: 'IDEA_RAISE_ASKED',
        sourceId: request.value.id,
        subject: { kind: 'POST', id: postId },
        groupId: post.groupId,
        from: memberId,
      });
      return ok({ request: request.value, authorId: post.authorId, id: request.value.id });
    },
  );
}

const unsupported = validationError([
  {
    path: 'postId',
    rule: 'OUT_OF_RANGE',
    message: `At least ${supportersToAsk} members must support an idea before others ask to raise it.`,
  },
]);
