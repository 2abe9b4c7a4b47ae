import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeCaseStatus, checkText, type CaseId, type CaseOutcome } from '../case.js';
import { casePolicy } from '../case.policy.js';
import { casePlaces } from '../place.js';

/** How a case came out, with a plain summary for the student. */
export type RecordOutcome = { readonly caseId: CaseId; readonly outcome: CaseOutcome; readonly summary: string };

/** Records the outcome; the student accepts it, or the case goes on. */
export function recordOutcome(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId, outcome, summary }: RecordOutcome,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, inbox, sealedTexts }) => {
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'RECORD_OUTCOME', item)) return err(notAllowed('RECORD_OUTCOME', 'Case'));
    const recorded = changeCaseStatus(item, 'RECORD_OUTCOME', clock.now());
    if (!recorded.ok) return recorded;
    const text = checkText('summary', summary);
    if (!text.ok) return text;
    await sealedTexts.write({ caseId, place: casePlaces.outcome, layer: 'CASE' }, text.value);
    const saved = await cases.save({ ...recorded.value, outcome });
    await inbox.tellStudent({ ...saved, caseId }, { reason: 'CASE_STATUS', sourceId: `${caseId}/${saved.version}` });
    return ok(saved);
  });
}
