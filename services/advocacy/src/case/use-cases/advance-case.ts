import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkStage } from '../../receipt/receipt.js';
import { viewerOf } from '../../sealing/viewer.js';
import type { CaseId, CaseStage } from '../case.js';
import { advanceStage } from '../stage.js';
import { casePolicy } from '../case.policy.js';

/** Which stage a case enters, and until when the university allows it. */
export type AdvanceCase = {
  readonly caseId: CaseId;
  readonly stage: CaseStage;
  readonly procedureDeadline: Date | undefined;
};

/** Takes a case to a later stage of the university's procedure, with that stage's own deadline; stages never go back. */
export function advanceCase(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId, stage, procedureDeadline }: AdvanceCase,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, courses, deadlines, inbox }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'ADVANCE', item)) return err(notAllowed('ADVANCE', 'Case'));
    const informal = checkStage(item, stage);
    if (!informal.ok) return informal;
    // Only the completion-of-procedures letter opens the external stage.
    if (stage === 'EXTERNAL') return err(illegalTransition('ADVANCE', item.stage));
    const advanced = advanceStage(item, stage, now);
    if (!advanced.ok) return advanced;
    await courses.enter(item, stage, now);
    if (procedureDeadline !== undefined) {
      await deadlines.add([
        {
          id: ids.random(),
          caseId,
          kind: 'PROCEDURE',
          stage,
          startsAt: now,
          dueAt: procedureDeadline,
          metAt: undefined,
          ruleVersion: undefined,
        },
      ]);
    }
    const saved = await cases.save({ ...advanced.value, outcome: undefined });
    await inbox.tellStudent({ ...saved, caseId }, { reason: 'CASE_STATUS', sourceId: `${caseId}/${saved.version}` });
    return ok(saved);
  });
}
