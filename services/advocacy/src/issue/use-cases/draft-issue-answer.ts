import { actorKey, err, FieldChecks, illegalTransition, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { issueLifecycle, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';

/** The words a department is thinking of answering. */
export type DraftIssueAnswer = { readonly issueId: IssueId; readonly text: string };

/** Keeps a draft of the answer for the department alone; its lead publishes. */
export function draftIssueAnswer({ transaction, clock }: Deps, actor: Actor, { issueId, text }: DraftIssueAnswer) {
  return transaction(async ({ issues, issuePosts }) => {
    const now = clock.now();
    const file = await issues.findRaised(actor, issueId);
    // Whoever is shown a raised issue works there; the policy says so once more.
    if (file === null || !issuePolicy.can(actor, 'DRAFT_ANSWER', file)) return err(notFound('RaisedIssue'));
    if (!issueLifecycle.can('DRAFT_ANSWER', file.issue, now))
      return err(illegalTransition('DRAFT_ANSWER', file.issue.status));
    const checked = new FieldChecks().text('text', text, { max: 4000 }).finish(text.trim());
    if (!checked.ok) return checked;
    await issuePosts.saveDraft(issueId, checked.value, { by: actorKey(actor), at: now });
    // Saving the issue too makes a draft lose against a publication at the same time.
    return ok({ ...file, issue: await issues.save(file.issue) });
  });
}
