import { err, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkNote, type SubmissionId } from '../affiliation.js';
import { followAt } from './begin-year.js';
import { findSubmission } from './find-submission.js';
import { takeStep } from './take-step.js';
import { tellGroup } from './tell-group.js';

/** Declines a submission with the reason. The group may hand in another; one that is late by then falls dormant. */
export function declineAffiliation(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { submissionId, note }: { readonly submissionId: SubmissionId; readonly note: string },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const found = await findSubmission(unit, actor, submissionId);
    if (found === null) return err(notFound('AffiliationSubmission'));
    const { submission, group } = found;
    const checked = checkNote(note);
    if (!checked.ok) return checked;
    const step = { id: ids.ordered<'AffiliationStep'>(), action: 'DECLINE' as const, note: checked.value, now };
    const declined = await takeStep(unit, actor, { submission, step });
    if (!declined.ok) return declined;
    const due = group.reaffiliationDueAt;
    if (due !== undefined && due <= now) await followAt(unit, group, now);
    await tellGroup(unit, group, { sourceId: step.id, now, also: [submission.submittedBy] });
    return declined;
  });
}
