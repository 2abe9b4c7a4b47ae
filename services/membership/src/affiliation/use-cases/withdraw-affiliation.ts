import { err, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { SubmissionId } from '../affiliation.js';
import { followAt } from './begin-year.js';
import { findSubmission } from './find-submission.js';
import { takeStep } from './take-step.js';

/** Takes a submission back that is not decided. If its group is late by then, it falls dormant. */
export function withdrawAffiliation(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { submissionId }: { readonly submissionId: SubmissionId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const found = await findSubmission(unit, actor, submissionId);
    if (found === null) return err(notFound('AffiliationSubmission'));
    const { submission, group } = found;
    const step = { id: ids.ordered<'AffiliationStep'>(), action: 'WITHDRAW' as const, now };
    const withdrawn = await takeStep(unit, actor, { submission, step });
    const due = group.reaffiliationDueAt;
    if (withdrawn.ok && due !== undefined && due <= now) await followAt(unit, group, now);
    return withdrawn;
  });
}
