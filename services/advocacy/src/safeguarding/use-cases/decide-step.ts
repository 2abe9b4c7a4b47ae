import { actorKey, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { stepLifecycle, type StepId } from '../safeguarding.js';
import { stepPolicy } from '../safeguarding.policy.js';

/** Confirms or declines a step as the second person; the database too refuses whoever proposed it. */
export function decideStep(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { stepId, action }: { readonly stepId: StepId; readonly action: 'CONFIRM' | 'DECLINE' },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ inbox, safeguarding }) => {
    const now = clock.now();
    const file = await safeguarding.findVisible(viewer, stepId);
    if (file === null) return err(notFound('Safeguarding step'));
    if (!stepPolicy.can(viewer, action, file)) return err(notAllowed(action, 'Safeguarding step'));
    const status = stepLifecycle.next(action, file.step, now);
    if (!status.ok) return status;
    const step = await safeguarding.save({
      ...file.step,
      status: status.value,
      decidedBy: actorKey(actor),
      decidedAt: now,
    });
    const { caseId, proposedBy: subject } = step;
    const sourceId = `${step.id}/${step.status}`;
    await inbox.tell({ to: { kind: 'STAFF', subject }, reason: 'CASE_STATUS', caseId, sourceId });
    return ok({ ...file, step });
  });
}
