import {
  err,
  notAllowed,
  notFound,
  ok,
  systemActor,
  type Actor,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import type { PeerReview, PeerReviewAction, PeerReviewId, PeerSubmission } from '../peer-review.js';
import { peerReviewPolicy } from '../peer-review.policy.js';

const system = systemActor('load-review');

/** A review that is being worked on, and the work it is about. */
export type LoadedReview = { readonly review: PeerReview; readonly work: PeerSubmission };

/**
 * A review that the actor may do this to, with its work, under the locks of its author and of the step, in this order. The
 * work is read as the platform, since what becomes of it does not depend on who reviewed last.
 */
export async function loadReview(
  { peerReviews, enrolments }: FactUnit,
  actor: Actor,
  { peerReviewId: id, action }: { readonly peerReviewId: PeerReviewId; readonly action: PeerReviewAction },
): Promise<Result<LoadedReview, NotFoundError | NotAllowedError>> {
  const seen = await peerReviews.findVisible(actor, id);
  const [work] = seen === null ? [] : await peerReviews.listWork(system, [seen.submissionId]);
  if (seen === null || work === undefined) return err(notFound('PeerReview'));
  await enrolments.lockMember(work.authorId);
  await peerReviews.lockStep(work);
  // Read again under the locks: the other reviewer may have been first, or the work withdrawn.
  const review = await peerReviews.findVisible(actor, id);
  const [locked] = await peerReviews.listWork(system, [work.id]);
  if (review === null || locked === undefined) return err(notFound('PeerReview'));
  return peerReviewPolicy.can(actor, action, review)
    ? ok({ review, work: locked })
    : err(notAllowed(action, 'PeerReview'));
}
