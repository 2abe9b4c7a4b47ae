import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { advanceStage } from '../../case/stage.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { nextStage } from '../course.js';
import { coursePolicy } from '../course.policy.js';

/** Takes a case to its next stage because its student does not accept the outcome. */
export function goFurther({ transaction, clock, vault }: Deps, actor: Actor, { caseId }: { readonly caseId: CaseId }) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, courses, inbox }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!coursePolicy.can(viewer, 'GO_FURTHER', item)) return err(notAllowed('GO_FURTHER', 'Case'));
    const stage = nextStage(item);
    if (item.status !== 'OUTCOME' || stage === undefined) return err(illegalTransition('GO_FURTHER', item.stage));
    const advanced = advanceStage(item, stage, now);
    if (!advanced.ok) return advanced;
    await courses.enter(item, stage, now);
    const saved = await cases.save({ ...advanced.value, outcome: undefined });
    await inbox.tellWorker({ ...saved, caseId }, { reason: 'CASE_STATUS', sourceId: `${caseId}/${saved.version}` });
    return ok(saved);
  });
}
