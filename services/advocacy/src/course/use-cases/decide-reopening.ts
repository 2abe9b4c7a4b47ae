import { actorKey, conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { changeCaseStatus, type CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { canCourse } from '../course.js';
import { coursePolicy } from '../course.policy.js';

/** What the advice manager decides on the wish to take up which case again. */
export type DecideReopening = { readonly caseId: CaseId; readonly decision: 'GRANTED' | 'REFUSED' };

/** Decides on a new fact. Granting it counts as if the case had been closed only now, so that it can be taken up like any other. */
export function decideReopening(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId, decision }: DecideReopening,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, courses, deadlines, inbox }) => {
    const now = clock.now();
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!coursePolicy.can(viewer, 'DECIDE_REOPENING', item)) return err(notAllowed('DECIDE_REOPENING', 'Case'));
    const asked = (await courses.listReopenings([caseId])).find((request) => request.decision === undefined);
    const isReopeningAsked = asked !== undefined;
    if (!isReopeningAsked || !canCourse('DECIDE_REOPENING', item, { isReopeningAsked, hasOwedDate: false }))
      return err(illegalTransition('DECIDE_REOPENING', item.status));
    if (!(await courses.decideReopening(asked.id, { decision, by: vault.alias(actorKey(actor)), now })))
      return err(conflict());
    await inbox.tellStudent({ ...item, caseId }, { reason: 'CASE_STATUS', sourceId: asked.id });
    if (decision === 'REFUSED') return ok(item);
    const reopened = changeCaseStatus({ ...item, closedAt: now }, 'REOPEN', now);
    if (!reopened.ok) return reopened;
    const saved = await cases.save({ ...reopened.value, outcome: undefined });
    await deadlines.watch(caseId, now);
    return ok(saved);
  });
}
