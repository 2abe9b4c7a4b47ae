import {
  demoRubric,
  planDemoPeerReviews,
  type DemoPeerReview,
  type DemoPeerWork,
  type DemoUnion,
} from '@guildhall/demo';
import { addJobs, insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { StepKey } from '../src/path/step.js';
import type { PlannedVersion } from './demo-journeys.js';
import { daysToReview } from '../src/peer-review/peer-review-rules.js';
import { lapsePeerReviewTask } from '../src/peer-review/use-cases/fill-reviewers.js';

const dayMs = 86_400_000;

/** Loads the work behind the steps that others reviewed, the reviews, and the jobs that end what nobody writes in time. */
export async function loadPeerReviews(
  manager: EntityManager,
  union: DemoUnion,
  { versions, anchor }: { readonly versions: ReadonlyMap<string, PlannedVersion>; readonly anchor: Date },
): Promise<void> {
  const steps = [...versions.values()].flatMap((version) => version.steps);
  const keys = new Map(steps.map(({ id, key }): [string, StepKey] => [id, key]));
  const { works, reviews } = planDemoPeerReviews(union, anchor);
  await insertRows(
    manager,
    'peer_submission',
    works.map((work) => workRow(work, keys)),
  );
  await insertRows(manager, 'peer_review', reviews.map(reviewRow));
  await manager.query(
    `update step_progress p set evidence = array[w.id] from peer_submission w
     where w.status = 'ACCEPTED' and p.enrolment_id = w.enrolment_id and p.step_id = w.step_id and p.status = 'PASSED'`,
  );
  await addJobs(
    manager,
    reviews
      .filter(({ written }) => written === undefined)
      .map(({ id, askedAt }) => ({
        task: lapsePeerReviewTask,
        payload: { peerReviewId: id },
        runAt: dueAt(askedAt),
        key: `${lapsePeerReviewTask}:${id}`,
      })),
  );
}

function dueAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + daysToReview * dayMs);
}

function workRow(work: DemoPeerWork, keys: ReadonlyMap<string, StepKey>) {
  return {
    id: work.id,
    enrolment_id: work.enrolmentId,
    path_id: work.pathId,
    step_id: work.stepId,
    step_key: keys.get(work.stepId),
    author_id: work.authorId,
    round: 1,
    words: work.words,
    status: work.status,
    handed_in_at: work.handedInAt,
    decided_at: work.decidedAt,
    version: 1,
  };
}

function reviewRow({ id, work, reviewerId, askedAt, written }: DemoPeerReview) {
  const isMet = written?.verdict === 'ACCEPT';
  return {
    id,
    submission_id: work.id,
    author_id: work.authorId,
    reviewer_id: reviewerId,
    status: written === undefined ? 'ASKED' : 'DONE',
    asked_at: askedAt,
    due_at: dueAt(askedAt),
    verdict: written?.verdict,
    words: written?.words,
    marks:
      written === undefined ? [] : demoRubric.map((_, criterion) => ({ criterion, isMet: isMet || criterion > 0 })),
    done_at: written?.doneAt,
    version: 1,
  };
}
