import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { decideRaise, type RaiseRequestId } from '../raise-request.js';
import { raiseRequestPolicy } from '../raise-request.policy.js';

/** What the author of an idea answers, and whether they want to be named as the one who had it. */
export type DecideRaiseRequest = {
  readonly requestId: RaiseRequestId;
  readonly decision: 'AGREE' | 'DECLINE' | 'TAKE_BACK';
  readonly authorNamed: boolean;
};

/** Answers, as its author, who may raise an idea. The rest of the platform learns of a consent by ids alone. */
export function decideRaiseRequest(
  { transaction, clock }: Deps,
  actor: Actor,
  { requestId, decision, authorNamed }: DecideRaiseRequest,
) {
  return transaction(async ({ posts, raiseRequests, outbox, notifications }) => {
    const now = clock.now();
    const file = await raiseRequests.findVisibleLocked(actor, requestId);
    if (file === null) return err(notFound('RaiseRequest'));
    if (!raiseRequestPolicy.can(actor, decision, file)) return err(notAllowed(decision, 'RaiseRequest'));
    const decided = decideRaise(file.request, decision, { authorNamed, now });
    if (!decided.ok) return decided;
    const request = await raiseRequests.save(decided.value);
    const { postId, askedBy: memberId, target } = request;
    // The stream of a post has one writer at a time.
    const post = await posts.findVisibleLocked(actor, postId);
    if (post === null) return err(notFound('RaiseRequest'));
    if (request.status === 'AGREED')
      await outbox.append('IdeaRaisingAgreed', postId, { postId, memberId, target, authorNamed: request.authorNamed });
    if (request.status === 'TAKEN_BACK') await outbox.append('IdeaRaisingEnded', postId, { postId, memberId, target });
    if (request.status !== 'TAKEN_BACK')
      await notifications.tell({
        to: memberId,
        reason: 'IDEA_RAISE_DECIDED',
        sourceId: request.id,
        subject: { kind: 'POST', id: postId },
        groupId: post.groupId,
        from: post.authorId,
      });
    return ok({ ...file, request });
  });
}
