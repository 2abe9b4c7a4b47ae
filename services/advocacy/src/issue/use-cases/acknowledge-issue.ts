import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeIssueStatus, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';
import { recordStep } from './record-step.js';

/** Says that the department has an issue that was raised to it. */
export function acknowledgeIssue(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { issueId }: { readonly issueId: IssueId },
) {
  return transaction(async (unit) => {
    const at = clock.now();
    const file = await unit.issues.findRaised(actor, issueId);
    // Whoever is shown a raised issue works there; the policy says so once more.
    if (file === null || !issuePolicy.can(actor, 'ACKNOWLEDGE', file)) return err(notFound('RaisedIssue'));
    const issue = changeIssueStatus(file.issue, 'ACKNOWLEDGE', at);
    return issue.ok ? ok(await recordStep(unit, ids, { file, issue: issue.value, at })) : issue;
  });
}
