import { err, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkNote, type SubmissionId } from '../affiliation.js';
import { changesMs } from '../reaffiliation.js';
import { followAt } from './begin-year.js';
import { findSubmission } from './find-submission.js';
import { takeStep } from './take-step.js';
import { tellGroup } from './tell-group.js';

/** Asks a group for changes, with a note. It has two weeks for them, even past its due date. */
export function requestAffiliationChanges(
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
    const step = { id: ids.ordered<'AffiliationStep'>(), action: 'REQUEST_CHANGES' as const, note: checked.value, now };
    const asked = await takeStep(unit, actor, { submission, step });
    if (!asked.ok) return asked;
    const atLeast = new Date(now.getTime() + changesMs);
    const due = group.reaffiliationDueAt;
    if (due !== undefined && due < atLeast) {
      await unit.groups.save({ ...group, reaffiliationDueAt: atLeast });
      await followAt(unit, group, atLeast);
    }
    await tellGroup(unit, group, { sourceId: step.id, now, also: [submission.submittedBy] });
    return asked;
  });
}
