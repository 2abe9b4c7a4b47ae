import { actorKey, err, notAllowed, notFound, ok, systemActor, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { issueLifecycle } from '../../issue/issue.js';
import { issueRulesTask } from '../../issue/issue.policy.js';
import { canTakeNow } from '../../issue/use-cases/can-take-now.js';
import type { IssueUnit } from '../../issue/use-cases/record-step.js';
import { raiseNow } from '../../issue/use-cases/raise.js';
import { changePostState, checkPostWords, type Post, type PostDecision, type PostId } from '../post.js';
import { postPolicy } from '../post.policy.js';

/** What a moderator decides about which post, and why. */
export type DecideIssuePost = { readonly postId: PostId; readonly decision: PostDecision; readonly reason: string };

/**
 * Keeps a reported post or takes it down, and decides an appeal, which somebody else does than who took it down. An issue
 * that is shown again and should have been raised meanwhile is raised now.
 */
export function decideIssuePost(deps: Deps, actor: Actor, { postId, decision, reason }: DecideIssuePost) {
  const { transaction, clock, ids } = deps;
  return transaction(async (unit) => {
    const at = clock.now();
    const post = await unit.posts.findWaiting(actor, postId);
    if (post === null) return err(notFound('Post'));
    if (!postPolicy.can(actor, decision, post)) return err(notAllowed(decision, 'Post'));
    const decided = changePostState(post, decision, at);
    if (!decided.ok) return decided;
    const words = checkPostWords('reason', reason);
    if (!words.ok) return words;
    await unit.posts.saveState(post, decided.value.state, post.version);
    await unit.posts.decide(post, { id: ids.ordered(), decision, reason: words.value, by: actorKey(actor), at });
    if (decided.value.state === 'VISIBLE' && post.replyId === undefined) await raiseIfDue(unit, ids, { post, at });
    return ok({ state: decided.value.state });
  });
}

type Unit = IssueUnit & Parameters<typeof canTakeNow>[0];

async function raiseIfDue(
  unit: Unit,
  ids: Deps['ids'],
  { post, at }: { readonly post: Post; readonly at: Date },
): Promise<void> {
  const file = await unit.issues.findVisibleLocked(systemActor(issueRulesTask), post.issueId);
  if (file === null || file.issue.autoRaiseAt > at || !issueLifecycle.can('RAISE', file.issue, at)) return;
  const { departmentId } = file.issue;
  if (await canTakeNow(unit, departmentId)) await raiseNow(unit, ids, { file, departmentId, raisedBy: 'TIME', at });
}
