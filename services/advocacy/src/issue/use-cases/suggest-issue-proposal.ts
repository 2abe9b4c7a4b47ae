import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { suggestProposal, type IssueId } from '../issue.js';
import { issuePolicy } from '../issue.policy.js';

/** Suggests, as the representative, that the issue become a proposal. Only its author can make it one. */
export function suggestIssueProposal(
  { transaction, clock }: Deps,
  actor: Actor,
  { issueId }: { readonly issueId: IssueId },
) {
  return transaction(async ({ issues }) => {
    const file = await issues.findVisible(actor, issueId);
    if (file === null) return err(notFound('Issue'));
    if (!issuePolicy.can(actor, 'SUGGEST_PROPOSAL', file)) return err(notAllowed('SUGGEST_PROPOSAL', 'Issue'));
    const suggested = suggestProposal(file.issue, clock.now());
    return suggested.ok ? ok({ ...file, issue: await issues.save(suggested.value) }) : suggested;
  });
}
