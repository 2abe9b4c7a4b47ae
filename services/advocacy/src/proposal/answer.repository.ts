import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { AnswerDraft, AnswerWords, ProposalAnswer, ProposalMilestone } from './answer.js';
import type { ProposalDecision, ProposalId } from './proposal.js';

type WordsRow = { decision: ProposalDecision; text: string; reason: string | null; who_decides: string | null };
type DraftRow = WordsRow & { proposal_id: ProposalId; department_id: Id<'Department'>; drafted_at: Date };
type AnswerRow = WordsRow & {
  proposal_id: ProposalId;
  round: number;
  department_id: Id<'Department'>;
  answered_at: Date;
};
type MilestoneRow = {
  id: Id<'ProposalMilestone'>;
  proposal_id: ProposalId;
  round: number;
  title: string;
  due_on: string;
  done_at: Date | null;
};

/** Keeps which departments a proposal concerns, their drafts and answers, and what they promised. */
export type AnswerRepository = ReturnType<typeof createAnswerRepository>;

/** A repository over one connection or transaction. */
export function createAnswerRepository(manager: EntityManager) {
  return {
    addSupporting: (id: ProposalId, departmentIds: readonly Id<'Department'>[]): Promise<unknown> =>
      manager.query('insert into proposal_department (proposal_id, department_id) select $1, unnest($2::uuid[])', [
        id,
        departmentIds,
      ]),

    /** Keeps a department's draft; a later one takes its place. */
    keepDraft: (draft: AnswerDraft, draftedBy: string): Promise<unknown> =>
      manager.query(
        `insert into proposal_answer_draft
           (proposal_id, department_id, decision, text, reason, who_decides, drafted_by, drafted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict on constraint proposal_answer_draft_pk do update set decision = excluded.decision, text = excluded.text,
           reason = excluded.reason, who_decides = excluded.who_decides, drafted_by = excluded.drafted_by,
           drafted_at = excluded.drafted_at`,
        [
          draft.proposalId,
          draft.departmentId,
          draft.decision,
          draft.text,
          draft.reason,
          draft.whoDecides,
          draftedBy,
          draft.draftedAt,
        ],
      ),

    dropDrafts: (id: ProposalId): Promise<unknown> =>
      manager.query('delete from proposal_answer_draft where proposal_id = $1', [id]),

    /** The drafts of these proposals; ask only for viewers whom the policy lets see them. */
    async listDrafts(ids: readonly ProposalId[]): Promise<readonly AnswerDraft[]> {
      const rows: readonly DraftRow[] = await manager.query(
        'select * from proposal_answer_draft where proposal_id = any($1::uuid[]) order by proposal_id, department_id',
        [ids],
      );
      return rows.map((row) => ({
        ...toWords(row),
        proposalId: row.proposal_id,
        departmentId: row.department_id,
        draftedAt: row.drafted_at,
      }));
    },

    publish: (answer: ProposalAnswer): Promise<unknown> =>
      manager.query(
        `insert into proposal_answer (proposal_id, round, department_id, decision, text, reason, who_decides, answered_at)
         values ($1, $2, $3, $4, $5, nullif($6, ''), nullif($7, ''), $8)`,
        [
          answer.proposalId,
          answer.round,
          answer.departmentId,
          answer.decision,
          answer.text,
          answer.reason,
          answer.whoDecides,
          answer.answeredAt,
        ],
      ),

    /** The published answers, first round first. */
    async listAnswers(ids: readonly ProposalId[]): Promise<readonly ProposalAnswer[]> {
      const rows: readonly AnswerRow[] = await manager.query(
        'select * from proposal_answer where proposal_id = any($1::uuid[]) order by proposal_id, round',
        [ids],
      );
      return rows.map((row) => ({
        ...toWords(row),
        proposalId: row.proposal_id,
        round: row.round,
        departmentId: row.department_id,
        answeredAt: row.answered_at,
      }));
    },

    async addMilestones(milestones: readonly ProposalMilestone[]): Promise<void> {
      for (const [position, { id, proposalId, round, title, dueOn }] of milestones.entries()) {
        await manager.query(
          `insert into proposal_milestone (id, proposal_id, round, position, title, due_on) values ($1, $2, $3, $4, $5, $6)`,
          [id, proposalId, round, position + 1, title, dueOn],
        );
      }
    },

    completeMilestone: (id: Id<'ProposalMilestone'>, at: Date): Promise<unknown> =>
      manager.query('update proposal_milestone set done_at = $2 where id = $1 and done_at is null', [id, at]),

    /** What was promised, in the order of the plan. */
    async listMilestones(ids: readonly ProposalId[]): Promise<readonly ProposalMilestone[]> {
      const rows: readonly MilestoneRow[] = await manager.query(
        `select id, proposal_id, round, title, due_on::text as due_on, done_at from proposal_milestone
         where proposal_id = any($1::uuid[]) order by proposal_id, round, position`,
        [ids],
      );
      return rows.map((row) => ({
        id: row.id,
        proposalId: row.proposal_id,
        round: row.round,
        title: row.title,
        dueOn: row.due_on,
        doneAt: row.done_at ?? undefined,
      }));
    },
  };
}

function toWords({ decision, text, reason, who_decides: whoDecides }: WordsRow): AnswerWords {
  return { decision, text, reason: reason ?? '', whoDecides: whoDecides ?? '' };
}
