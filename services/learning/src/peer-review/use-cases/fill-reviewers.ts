import { systemActor, type IdSource } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { learningNotices } from '../../notice/learning-notice.js';
import { askReviewer, type PeerSubmission } from '../peer-review.js';

/** The job that ends a review which nobody wrote. */
export const lapsePeerReviewTask = 'lapse-peer-review';

const actor = systemActor('fill-reviewers');

/**
 * Asks reviewers for all work for one step that lacks them, oldest first, inside the caller's transaction and under the lock
 * of the step. Call it whenever there may be more reviewers, or more to review. Whoever is asked is told.
 */
export async function fillReviewers(
  { peerReviews, reviewerChoice, jobs, outbox }: FactUnit,
  step: Pick<PeerSubmission, 'pathId' | 'stepKey'>,
  { ids, now }: { readonly ids: IdSource; readonly now: Date },
): Promise<void> {
  const short = await reviewerChoice.listShort(step);
  const work = new Map(
    (
      await peerReviews.listWork(
        actor,
        short.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  for (const { id, lacks } of short) {
    const submission = work.get(id);
    if (submission === undefined) continue;
    for (const reviewerId of await reviewerChoice.pickReviewers(submission, lacks)) {
      const review = askReviewer(submission, { id: ids.random(), reviewerId, now });
      await peerReviews.add(review);
      await jobs.enqueue(
        lapsePeerReviewTask,
        { peerReviewId: review.id },
        { runAt: review.dueAt, key: `${lapsePeerReviewTask}:${review.id}` },
      );
      const { id: aboutId } = review;
      const asked = { notice: 'PEER_REVIEW_ASKED', sourceId: aboutId, aboutId, memberIds: [reviewerId], now } as const;
      await outbox.appendMany('LearningNotice', learningNotices(asked));
    }
  }
}
