import { toId, type Actor } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { upgradeEnrolment } from '../enrolment/use-cases/upgrade-enrolment.js';
import { PeerReviewEntity, PeerSubmissionEntity } from '../peer-review/peer-review.entity.js';
import { createPeerReviewLoaders } from '../peer-review/peer-review.loaders.js';
import { createPeerReviewRepository, type PeerReviewRepository } from '../peer-review/peer-review.repository.js';
import {
  createReviewerChoiceRepository,
  type ReviewerChoiceRepository,
} from '../peer-review/reviewer-choice.repository.js';
import { declinePeerReview, lapsePeerReview } from '../peer-review/use-cases/end-peer-review.js';
import { lapsePeerReviewTask } from '../peer-review/use-cases/fill-reviewers.js';
import { handInStep } from '../peer-review/use-cases/hand-in-step.js';
import { writePeerReview } from '../peer-review/use-cases/write-peer-review.js';
import type { Deps, Repositories } from '../deps.js';
import { reachStepTask } from '../enrolment/use-cases/announce-progress.js';
import { reachStep } from '../enrolment/use-cases/reach-step.js';
import { createDealtLoader, createMissingLoader, createReflectionsLoader } from '../enrolment/enrolment.loaders.js';
import { createPrerequisitesLoader } from '../path/path.loaders.js';
import { createReflectionRepository, type ReflectionRepository } from '../enrolment/reflection.repository.js';

/** The repositories of what members write on a path. */
export type PathRepositories = {
  readonly reflections: ReflectionRepository;
  readonly peerReviews: PeerReviewRepository;
  readonly reviewerChoice: ReviewerChoiceRepository;
};

/** These repositories over one connection or transaction. */
export function createPathRepositories(manager: EntityManager): PathRepositories {
  return {
    reflections: createReflectionRepository(manager),
    peerReviews: createPeerReviewRepository(manager),
    reviewerChoice: createReviewerChoiceRepository(manager),
  };
}

/** The loaders of what paths ask for first, and of what members wrote and did, for one request. */
export function createPathLoaders(request: { readonly actor: Actor; readonly now: Date }, repositories: Repositories) {
  const { actor } = request;
  return {
    prerequisitesOf: createPrerequisitesLoader(actor, repositories.paths),
    missingFor: createMissingLoader(actor, repositories.enrolments),
    reflectionsOf: createReflectionsLoader(actor, repositories.reflections),
    dealtOf: createDealtLoader(request, repositories),
    ...createPeerReviewLoaders(actor, repositories),
  };
}

/** The mutations of what members write on a path. */
export const pathUseCases = { declinePeerReview, handInStep, upgradeEnrolment, writePeerReview };

/** The tables of what members write on a path that are read as entities. */
export const pathEntities = [PeerSubmissionEntity, PeerReviewEntity];

const memberPayload = z.object({ memberId: z.string() });
const reviewPayload = z.object({ peerReviewId: z.string() });

/** What time alone decides about paths, made as the platform. */
export function createPathTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [reachStepTask]: async (payload, at) => {
      requireDone(await reachStep(deps, { memberId: toId(memberPayload.parse(payload).memberId), at }));
    },
    [lapsePeerReviewTask]: async (payload) => {
      requireDone(await lapsePeerReview(deps, { peerReviewId: toId(reviewPayload.parse(payload).peerReviewId) }));
    },
  };
}
