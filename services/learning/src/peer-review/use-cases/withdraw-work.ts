import { systemActor, type IdSource } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import type { EnrolmentId } from '../../enrolment/enrolment.js';
import { endReview, submissionLifecycle } from '../peer-review.js';
import { fillReviewers, lapsePeerReviewTask } from './fill-reviewers.js';

const actor = systemActor('withdraw-work');

/**
 * Takes the work of an enrolment that ended away from its reviewers, inside the caller's transaction and under the member's
 * lock. Whoever was asked is free for other work.
 */
export async function withdrawWork(
  unit: FactUnit,
  enrolmentId: EnrolmentId,
  { ids, now }: { readonly ids: IdSource; readonly now: Date },
): Promise<void> {
  for (const { id, pathId, stepKey } of await unit.peerReviews.listOpenOf(actor, enrolmentId)) {
    await unit.peerReviews.lockStep({ pathId, stepKey });
    // Read again under the lock: the last review may have decided it.
    const [work] = await unit.peerReviews.listWork(actor, [id]);
    const status = work === undefined ? undefined : submissionLifecycle.next('WITHDRAW', work, now);
    if (work === undefined || status?.ok !== true) continue;
    await unit.peerReviews.saveWork({ ...work, status: status.value, decidedAt: now });
    for (const review of await unit.peerReviews.listOf([id])) {
      const ended = endReview(review, 'CALL_OFF', now);
      if (!ended.ok) continue;
      await unit.peerReviews.save(ended.value);
      await unit.jobs.cancel(`${lapsePeerReviewTask}:${review.id}`);
    }
    await fillReviewers(unit, { pathId, stepKey }, { ids, now });
  }
}
