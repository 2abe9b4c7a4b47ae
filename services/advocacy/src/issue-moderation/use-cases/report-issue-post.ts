import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { issuePolicy } from '../../issue/issue.policy.js';
import { findSpacePost, type SpacePost } from '../find-space-post.js';
import { changePostState, type ReportReason } from '../post.js';

/** What somebody reports, and why. */
export type ReportIssuePost = { readonly postId: string; readonly reason: ReportReason };

/** Reports a post to the moderators, once a member. Enough reports hold it back at once; nobody is told who reported. */
export function reportIssuePost({ transaction, clock, ids }: Deps, actor: Actor, { postId, reason }: ReportIssuePost) {
  return transaction(async (unit) => {
    const at = clock.now();
    const found = await findSpacePost(unit, actor, postId);
    const reporterId = memberOf(actor);
    if (found === null) return err(notFound('Post'));
    if (reporterId === undefined || !mayReport(actor, found)) return err(notAllowed('REPORT', 'Post'));
    await unit.posts.lock(found.issueId);
    const post = (await findSpacePost(unit, actor, postId)) ?? found;
    if (post.state !== 'VISIBLE') return err(illegalTransition('REPORT', post.state));
    const reports = await unit.posts.report(post, { id: ids.ordered(), reporterId, reason, at });
    const { holdReports } = await unit.issueSupport.ruleAt(post.file.issue.ruleVersion);
    if (reports < holdReports) return ok({ id: postId });
    const held = changePostState(post, 'HOLD', at);
    if (!held.ok) return held;
    await unit.posts.saveState(post, held.value.state, post.version);
    return ok({ id: postId });
  });
}

function mayReport(actor: Actor, { file, reply }: SpacePost): boolean {
  return reply === undefined
    ? issuePolicy.can(actor, 'REPORT', file)
    : !issuePolicy.isAuthor(actor, reply) && memberOf(actor) !== undefined;
}
