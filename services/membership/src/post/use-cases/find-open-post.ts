import {
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type IllegalTransitionError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { postLifecycle, type Post, type PostAction, type PostId } from '../post.js';
import { postPolicy } from '../post.policy.js';

/** A post on which the actor, a member, may do something now; locked until the transaction ends. */
export async function findOpenPost(
  { posts }: Pick<Repositories, 'posts'>,
  { actor, action, now }: { readonly actor: Actor; readonly action: PostAction; readonly now: Date },
  postId: PostId,
): Promise<
  Result<{ readonly post: Post; readonly memberId: MemberId }, NotFoundError | NotAllowedError | IllegalTransitionError>
> {
  const post = await posts.findVisibleLocked(actor, postId);
  const memberId = memberOf(actor);
  if (post === null || memberId === undefined) return err(notFound('Post'));
  if (!postPolicy.can(actor, action, post)) return err(notAllowed(action, 'Post'));
  if (!postLifecycle.can(action, post, now)) return err(illegalTransition(action, post.status));
  return ok({ post, memberId });
}
