import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { PeerSubmission, SubmissionId } from './peer-review.js';
import { reviewersWanted, waitingMax } from './peer-review-rules.js';

/** Finds work that lacks reviewers, and learners who can review it. */
export type ReviewerChoiceRepository = ReturnType<typeof createReviewerChoiceRepository>;

/** Work that lacks reviewers, and how many. */
export type ShortWork = { readonly id: SubmissionId; readonly lacks: number };

/** A repository over one connection or transaction. */
export function createReviewerChoiceRepository(manager: EntityManager) {
  return {
    /** The oldest pieces of work for a step that lack reviewers, 20 at most. */
    listShort: ({ pathId, stepKey }: Pick<PeerSubmission, 'pathId' | 'stepKey'>): Promise<readonly ShortWork[]> =>
      manager.query(
        `select w.id, $3 - count(r.id)::int as lacks from peer_submission w
           left join peer_review r on r.submission_id = w.id and r.status in ('ASKED', 'DONE')
         where w.path_id = $1 and w.step_key = $2 and w.status = 'OPEN'
         group by w.id having count(r.id) < $3 order by w.handed_in_at, w.id limit 20`,
        [pathId, stepKey, reviewersWanted],
      ),

    /**
     * Up to `count` active members on the path who passed or handed in this step themselves: never the author, nobody who
     * was asked about this work before, no pair that a block keeps apart. Whoever has the fewest reviews waiting comes
     * first; among equals chance decides, by a hash that neither of them can know beforehand.
     */
    async pickReviewers(work: PeerSubmission, count: number): Promise<readonly Id<'Member'>[]> {
      const rows: readonly { id: Id<'Member'> }[] = await manager.query(
        `select c.id from (
           select distinct e.member_id as id from enrolment e
             join step_progress p on p.enrolment_id = e.id
             join path_step s on s.id = p.step_id
             join actor_member m on m.member_id = e.member_id and m.is_active
           where e.path_id = $1 and s.key = $2 and e.status not in ('DROPPED', 'EXPIRED')
             and p.status in ('PASSED', 'SUBMITTED', 'RETURNED') and e.member_id <> $3) c
         left join lateral (
           select count(*) as waiting from peer_review r where r.reviewer_id = c.id and r.status = 'ASKED') w on true
         where w.waiting < $5 and not is_blocked(c.id, $3)
           and not exists (select 1 from peer_review r where r.submission_id = $4 and r.reviewer_id = c.id)
         order by w.waiting, md5($4::text || c.id::text) limit $6`,
        [work.pathId, work.stepKey, work.authorId, work.id, waitingMax, count],
      );
      return rows.map(({ id }) => id);
    },
  };
}
