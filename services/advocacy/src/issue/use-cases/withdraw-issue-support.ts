import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { issueLifecycle, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';

/** Takes a support back while the issue is not answered. An issue that was raised stays raised. */
export function withdrawIssueSupport(
  { transaction, clock }: Deps,
  actor: Actor,
  { issueId }: { readonly issueId: IssueId },
) {
  return transaction(async ({ issues, issueSupport }) => {
    const file = await issues.findVisible(actor, issueId);
    const memberId = memberOf(actor);
    if (file === null) return err(notFound('Issue'));
    if (memberId === undefined || !issuePolicy.can(actor, 'WITHDRAW_SUPPORT', file))
      return err(notAllowed('WITHDRAW_SUPPORT', 'Issue'));
    if (!issueLifecycle.can('WITHDRAW_SUPPORT', file.issue, clock.now()))
      return err(illegalTransition('WITHDRAW_SUPPORT', file.issue.status));
    await issueSupport.withdrawSupport(issueId, memberId);
    // Saving the issue too makes a withdrawal lose against an answer at the same time.
    return ok({ issue: await issues.save(file.issue), supports: false });
  });
}
