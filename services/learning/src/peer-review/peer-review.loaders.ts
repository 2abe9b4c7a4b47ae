import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { EnrolmentId } from '../enrolment/enrolment.js';
import type { PeerReview, PeerSubmission, ReviewedStep, SubmissionId } from './peer-review.js';

/** The batching loaders of work and reviews, for one request. */
export function createPeerReviewLoaders(actor: Actor, { peerReviews }: Pick<Repositories, 'peerReviews'>) {
  return {
    handIns: new DataLoader<EnrolmentId, readonly PeerSubmission[]>(async (ids) => {
      const byEnrolment = Map.groupBy(await peerReviews.listHandedIn(actor, ids), ({ enrolmentId }) => enrolmentId);
      return ids.map((id) => byEnrolment.get(id) ?? []);
    }),
    /** Of work that was loaded already. */
    reviewsOf: new DataLoader<SubmissionId, readonly PeerReview[]>(async (ids) => {
      const byWork = Map.groupBy(await peerReviews.listOf(ids), ({ submissionId }) => submissionId);
      return ids.map((id) => byWork.get(id) ?? []);
    }),
    work: new DataLoader<SubmissionId, PeerSubmission | undefined>(async (ids) => {
      const byId = new Map((await peerReviews.listWork(actor, ids)).map((work) => [work.id, work]));
      return ids.map((id) => byId.get(id));
    }),
    /** Of work that was loaded already. */
    reviewedSteps: new DataLoader<SubmissionId, ReviewedStep | undefined>(async (ids) => {
      const byId = new Map((await peerReviews.listSteps(ids)).map((step) => [step.submissionId, step]));
      return ids.map((id) => byId.get(id));
    }),
  };
}
