import { parseId, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, requestError, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { EnrolmentId } from '../enrolment/enrolment.js';
import type { StepKey } from '../path/step.js';
import { PeerReviewEntity, PeerSubmissionEntity } from './peer-review.entity.js';
import type { PeerReview, PeerReviewId, PeerSubmission, ReviewedStep, SubmissionId } from './peer-review.js';
import { peerReviewPolicy, visiblePeerReviews } from './peer-review.policy.js';
import { roundsShown } from './peer-review-rules.js';

/** Reads and writes work for other learners to review, and reviews; every read takes the actor. */
export type PeerReviewRepository = ReturnType<typeof createPeerReviewRepository>;

/** A repository over one connection or transaction. */
export function createPeerReviewRepository(manager: EntityManager) {
  const reviews = (actor: Actor): SelectQueryBuilder<PeerReview> => {
    const { own, everything } = visiblePeerReviews(actor);
    return manager
      .createQueryBuilder(PeerReviewEntity, 'review')
      .where(everything ? 'true' : `review.reviewerId = :own and review.status in ('ASKED', 'DONE')`, {
        own: own ?? null,
      });
  };
  /** Work is seen by its author, and by whoever sees a review of it. */
  const work = (actor: Actor): SelectQueryBuilder<PeerSubmission> => {
    const { own, everything } = visiblePeerReviews(actor);
    return manager.createQueryBuilder(PeerSubmissionEntity, 'work').where(
      everything
        ? 'true'
        : `(work.authorId = :own or exists (select 1 from peer_review r where r.submission_id = work.id
             and r.reviewer_id = :own and r.status in ('ASKED', 'DONE')))`,
      { own: own ?? null },
    );
  };

  return {
    /** Nobody else hands in or reviews work for this step of a path until the transaction ends. */
    async lockStep({ pathId, stepKey }: Pick<PeerSubmission, 'pathId' | 'stepKey'>): Promise<void> {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('peer-review:' || $1 || ':' || $2, 0))`, [
        pathId,
        stepKey,
      ]);
    },

    addWork: (submission: PeerSubmission): Promise<PeerSubmission> =>
      insertRow(manager, PeerSubmissionEntity, submission),
    saveWork: (submission: PeerSubmission): Promise<PeerSubmission> =>
      updateRow(manager, PeerSubmissionEntity, submission),
    save: (review: PeerReview): Promise<PeerReview> => updateRow(manager, PeerReviewEntity, review),
    add: (review: PeerReview): Promise<PeerReview> => insertRow(manager, PeerReviewEntity, review),

    /** How many times work was handed in for a step. */
    async countRounds(enrolmentId: EnrolmentId, stepKey: StepKey): Promise<number> {
      const rows: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from peer_submission where enrolment_id = $1 and step_key = $2',
        [enrolmentId, stepKey],
      );
      return rows[0]?.count ?? 0;
    },

    /** The visible work among `ids`, in no particular order. */
    listWork: (actor: Actor, ids: readonly SubmissionId[]): Promise<readonly PeerSubmission[]> =>
      work(actor).andWhere('work.id = any(:ids)', { ids }).getMany(),

    /** One's own work for the steps of enrolments, newest first, a few rounds of each; nothing of anybody else's. */
    async listHandedIn(actor: Actor, enrolmentIds: readonly EnrolmentId[]): Promise<readonly PeerSubmission[]> {
      return manager
        .createQueryBuilder(PeerSubmissionEntity, 'work')
        .where('work.enrolmentId = any(:enrolmentIds) and work.authorId = :own', {
          enrolmentIds,
          own: visiblePeerReviews(actor).own ?? null,
        })
        .andWhere(
          `work.round > (select max(l.round) from peer_submission l
             where l.enrolment_id = work.enrolment_id and l.step_key = work.step_key) - :shown`,
          { shown: roundsShown },
        )
        .orderBy('work.round', 'DESC')
        .getMany();
    },

    /** The work of enrolments that still waits for reviews, or for a decision. */
    listOpenOf: (actor: Actor, enrolmentId: EnrolmentId): Promise<readonly PeerSubmission[]> =>
      work(actor).andWhere(`work.enrolmentId = :enrolmentId and work.status = 'OPEN'`, { enrolmentId }).getMany(),

    /** Every review of these pieces of work, in the order in which they were written. */
    listOf: (ids: readonly SubmissionId[]): Promise<readonly PeerReview[]> =>
      manager
        .createQueryBuilder(PeerReviewEntity, 'review')
        .where('review.submissionId = any(:ids)', { ids })
        .orderBy('review.doneAt')
        .addOrderBy('review.id')
        .getMany(),

    /** One review, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: PeerReviewId): Promise<PeerReview | null> =>
      reviews(actor).andWhere('review.id = :id', { id }).getOne(),

    /** The reviews that are asked of a member and wait, oldest first; nothing for anybody but the member. */
    async pageAsked(
      actor: Actor,
      memberId: Id<'Member'>,
      { first, after }: PageRequest,
    ): Promise<Page<PeerReview> | null> {
      if (!peerReviewPolicy.canList(actor, memberId)) return null;
      const query = reviews(actor).andWhere(`review.reviewerId = :memberId and review.status = 'ASKED'`, { memberId });
      if (after !== undefined) query.andWhere('(review.askedAt, review.id) > (:askedAt, :id)', placeOf(after));
      const rows = await query
        .orderBy('review.askedAt')
        .addOrderBy('review.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ askedAt, id }) => [askedAt.toISOString(), id]);
    },

    /** What the steps of these pieces of work ask for, as their authors' version of the path says. */
    listSteps: (ids: readonly SubmissionId[]): Promise<readonly ReviewedStep[]> =>
      manager.query(
        `select w.id as "submissionId", s.title, s.guidance, s.rubric from peer_submission w
         join path_step s on s.id = w.step_id where w.id = any($1)`,
        [ids],
      ),
  };
}

function placeOf(after: readonly string[]): { readonly askedAt: Date; readonly id: string } {
  const askedAt = new Date(after[0] ?? '');
  const id = parseId(after[1] ?? '');
  if (id === undefined || Number.isNaN(askedAt.getTime()))
    throw requestError('BAD_USER_INPUT', 'after must be an endCursor of this connection.');
  return { askedAt, id };
}
