import { actorKey, err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { KeyedInput } from '../../sealing/sealed-request.js';
import { issuePolicy } from '../../issue/issue.policy.js';
import { findSpacePost, type SpacePost } from './find-space-post.js';
import { changePostState, type ReportReason } from '../post.js';

/** What somebody reports, and why. */
export type ReportIssuePost = KeyedInput & { readonly postId: string; readonly reason: ReportReason };

/** Reports a post to the moderators, once a member. Enough reports hold it back at once; nobody is told who reported. */
export function reportIssuePost(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, postId, reason }: ReportIssuePost,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'reportIssuePost', input: { postId, reason } },
    async (unit, id) => ({ id, issue: (await findSpacePost(unit, actor, id))?.file ?? null }),
    async (unit) => {
      const at = clock.now();
      const found = await findSpacePost(unit, actor, postId);
      const reporterId = memberOf(actor);
      if (found === null) return err(notFound('Post'));
      if (reporterId === undefined || !mayReport(actor, found)) return err(notAllowed('REPORT', 'Post'));
      await unit.posts.lock(found.issueId);
      // Held meanwhile by others' reports: for everybody but its writer it is gone.
      const post = await findSpacePost(unit, actor, postId);
      if (post === null) return err(notFound('Post'));
      const reports = await unit.posts.report(post, { id: ids.ordered(), reporterId, reason, at });
      const { holdReports } = await unit.issueSupport.ruleAt(post.file.issue.ruleVersion);
      const held = changePostState(post, 'HOLD', at);
      if (reports >= holdReports && held.ok) await unit.posts.saveState(post, held.value.state, post.version);
      return ok({ id: postId, issue: await unit.issues.findVisible(actor, post.issueId) });
    },
  );
}

function mayReport(actor: Actor, { file, reply, isOwn }: SpacePost): boolean {
  return reply === undefined ? issuePolicy.can(actor, 'REPORT', file) : !isOwn && memberOf(actor) !== undefined;
}
