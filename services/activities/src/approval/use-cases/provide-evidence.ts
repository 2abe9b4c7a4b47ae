import {
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  validationError,
  type Actor,
} from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import type { EvidenceKind } from '../approval-rules.js';
import { checkStated, requiredEvidence, rulesOfFile, type Evidence, type StatedEvidence } from '../approval.js';
import { approvalPolicy } from '../approval.policy.js';

/** Which activity and kind, and what is said for it. */
export type ProvideEvidence = StatedEvidence & { readonly activityId: ActivityId; readonly kind: EvidenceKind };

/** Gives evidence, or gives it anew: what was accepted before is judged again, because it says something else now. */
export function provideEvidence(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, kind, ...stated }: ProvideEvidence,
) {
  return transaction(async ({ activities, approvals }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const authorId = memberOf(actor);
    if (authorId === undefined || !approvalPolicy.can(actor, 'PROVIDE', activity))
      return err(notAllowed('PROVIDE', 'Evidence'));
    if (!approvalPolicy.isTime('PROVIDE', activity)) return err(illegalTransition('PROVIDE', activity.status));
    const file = await approvals.getFile(activity.id);
    if (!requiredEvidence(activity, rulesOfFile(file)).includes(kind))
      return err(
        validationError([{ path: 'kind', rule: 'UNKNOWN', message: 'This activity needs no such evidence.' }]),
      );
    const checked = checkStated(stated);
    if (!checked.ok) return checked;
    const before = file.evidence.find((evidence) => evidence.kind === kind);
    const given = { ...checked.value, status: 'GIVEN' as const, note: undefined, authorId, givenAt: clock.now() };
    const evidence: Evidence = { id: ids.ordered(), activityId, kind, version: 1, ...before, ...given };
    await (before === undefined ? approvals.addEvidence(evidence) : approvals.saveEvidence(evidence));
    return ok(activity);
  });
}
