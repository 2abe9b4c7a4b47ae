import { ok, type Actor, type IllegalTransitionError, type NotFoundError, type Result } from '@guildhall/kernel';
import type { Deps, FactUnit } from '../../deps.js';
import { passStep, returnStep } from '../../enrolment/use-cases/pass-step.js';
import { learningNotices } from '../../notice/learning-notice.js';
import {
  submissionLifecycle,
  verdictOf,
  writeReview,
  type PeerReviewId,
  type PeerSubmission,
  type ReviewDraft,
} from '../peer-review.js';
import { fillReviewers, lapsePeerReviewTask } from './fill-reviewers.js';
import { loadReview } from './load-review.js';

/** Which review, and what the reviewer writes. */
export type WritePeerReview = ReviewDraft & { readonly peerReviewId: PeerReviewId };

/** Writes a review. The last one decides: the step is passed or given back, and its author hears of all reviews at once. */
export function writePeerReview(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { peerReviewId, ...draft }: WritePeerReview,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const loaded = await loadReview(unit, actor, { peerReviewId, action: 'REVIEW' });
    if (!loaded.ok) return loaded;
    const { review, work } = loaded.value;
    const [step] = await unit.peerReviews.listSteps([work.id]);
    const written = writeReview(review, draft, { criteria: step?.rubric.length ?? 0, now });
    if (!written.ok) return written;
    const saved = await unit.peerReviews.save(written.value);
    await unit.jobs.cancel(`${lapsePeerReviewTask}:${review.id}`);
    const decided = await decideWork(unit, work, now);
    if (!decided.ok) return decided;
    await fillReviewers(unit, work, { ids, now });
    return ok(saved);
  });
}

async function decideWork(
  unit: FactUnit,
  work: PeerSubmission,
  now: Date,
): Promise<Result<PeerSubmission, NotFoundError | IllegalTransitionError>> {
  const verdict = verdictOf(await unit.peerReviews.listOf([work.id]));
  if (verdict === undefined) return ok(work);
  const status = submissionLifecycle.next(verdict, work, now);
  if (!status.ok) return status;
  const { id: sourceId, enrolmentId, stepId, pathId, authorId } = work;
  const judged = { enrolmentId, stepId, sourceId };
  const moved =
    verdict === 'ACCEPT'
      ? await passStep(unit, { ...judged, passedAt: now }, now)
      : await returnStep(unit, judged, now);
  if (!moved.ok) return moved;
  const told = { notice: 'PEER_REVIEW_DONE', sourceId, aboutId: pathId, memberIds: [authorId], now } as const;
  await unit.outbox.appendMany('LearningNotice', learningNotices(told));
  return ok(await unit.peerReviews.saveWork({ ...work, status: status.value, decidedAt: now }));
}
