import { systemActor, type Actor } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import type { PeerReview, PeerReviewId, PeerSubmission } from '../peer-review.js';

const system = systemActor('load-review');

/** A review that is being worked on, and the work it is about. */
export type LoadedReview = { readonly review: PeerReview; readonly work: PeerSubmission };

/**
 * A review with its work, under the locks of its author and of the step, in this order; nothing when it is missing or hidden.
 * The work is read as the platform, since what becomes of it does not depend on who reviewed last.
 */
export async function loadReview(
  { peerReviews, enrolments }: FactUnit,
  actor: Actor,
  id: PeerReviewId,
): Promise<LoadedReview | undefined> {
  const seen = await peerReviews.findVisible(actor, id);
  const [work] = seen === null ? [] : await peerReviews.listWork(system, [seen.submissionId]);
  if (seen === null || work === undefined) return undefined;
  await enrolments.lockMember(work.authorId);
  await peerReviews.lockStep(work);
  // Read again under the locks: the other reviewer may have been first, or the work withdrawn.
  const [review, [locked]] = [await peerReviews.findVisible(actor, id), await peerReviews.listWork(system, [work.id])];
  return review === null || locked === undefined ? undefined : { review, work: locked };
}
