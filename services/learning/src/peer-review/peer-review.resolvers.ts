import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { peerReviewLifecycle } from './peer-review.js';
import { peerReviewPolicy } from './peer-review.policy.js';
import { reviewersWanted } from './peer-review-rules.js';

/** Resolvers of work that other learners review, and of their reviews. */
export const peerReviewResolvers: Resolvers = {
  Query: {
    peerReview: async (_root, { id }, { actor, read }) => (await read.peerReviews.findVisible(actor, toId(id))) ?? null,
  },
  Mutation: {
    handInStep: async (_root, { input }, { actor, learning }) =>
      toResult(
        'HandInStepSuccess',
        await learning.handInStep(actor, {
          enrolmentId: toId(input.enrolmentId),
          stepId: toId(input.stepId),
          words: input.words,
        }),
        (enrolment) => ({ enrolment }),
      ),
    writePeerReview: async (_root, { input }, { actor, learning }) =>
      toResult(
        'WritePeerReviewSuccess',
        await learning.writePeerReview(actor, {
          ...input,
          peerReviewId: toId(input.peerReviewId),
          marks: input.marks.map((mark) => ({ ...mark, words: mark.words ?? undefined })),
        }),
        (peerReview) => ({ peerReview }),
      ),
    declinePeerReview: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DeclinePeerReviewSuccess',
        await learning.declinePeerReview(actor, { peerReviewId: toId(input.peerReviewId) }),
        (peerReview) => ({ peerReview }),
      ),
  },
  Member: {
    peerReviews: ({ id }, page, { actor, read }) => read.peerReviews.pageAsked(actor, id, readPageRequest(page, 2)),
  },
  StepProgress: {
    handIns: async ({ enrolment, progress }, _args, { loaders }) =>
      (await loaders.handIns.load(enrolment.id)).filter(({ stepKey }) => stepKey === progress.step.key),
  },
  HandIn: {
    reviewersWanted: () => reviewersWanted,
    reviewersDone: async ({ id }, _args, { loaders }) =>
      (await loaders.reviewsOf.load(id)).filter(({ status }) => status === 'DONE').length,
    feedback: async ({ id, status }, _args, { loaders }) => {
      if (status === 'OPEN' || status === 'WITHDRAWN') return [];
      return (await loaders.reviewsOf.load(id)).flatMap(({ verdict, words, marks }) =>
        verdict === undefined || words === undefined ? [] : [{ verdict, words, marks }],
      );
    },
  },
  PeerReview: {
    path: async ({ submissionId }, _args, { loaders }) => {
      const work = await loaders.work.load(submissionId);
      return work === undefined ? null : ((await loaders.paths.load(work.pathId)) ?? null);
    },
    title: async ({ submissionId }, _args, { loaders }) =>
      (await loaders.reviewedSteps.load(submissionId))?.title ?? '',
    guidance: async ({ submissionId }, _args, { loaders }) =>
      (await loaders.reviewedSteps.load(submissionId))?.guidance ?? null,
    rubric: async ({ submissionId }, _args, { loaders }) =>
      (await loaders.reviewedSteps.load(submissionId))?.rubric ?? [],
    // Whoever stepped back does not see it any more.
    work: async ({ submissionId }, _args, { loaders }) => (await loaders.work.load(submissionId))?.words ?? '',
    viewerActions: (review, _args, { actor, now }) =>
      viewerActions(peerReviewLifecycle, review, now, (action) => peerReviewPolicy.can(actor, action, review)),
  },
};
