import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { DeclineReason, IssueAnswer } from './issue-answer.js';
import type { IssueReply, IssueReplyId } from './issue-reply.js';
import { IssueReplyEntity } from './issue.entity.js';
import type { IssueId } from './issue.js';
import { issueDepartmentsOf, visibleIssues } from './issue.policy.js';

type AnswerRow = {
  issue_id: IssueId;
  round: number;
  outcome: IssueAnswer['outcome'];
  reason: DeclineReason | null;
  text: string;
  published_by: string;
  published_at: Date;
};

/** Keeps what is said under an issue: replies, and answers of departments with their drafts. */
export type IssuePostRepository = ReturnType<typeof createIssuePostRepository>;

/** A repository over one connection or transaction. */
export function createIssuePostRepository(manager: EntityManager) {
  /** Replies of issues in the actor's courses; a held or removed one is left to its author. */
  const visibleReplies = (actor: Actor) => {
    const { everything, memberId, constituencies } = visibleIssues(actor);
    return manager
      .createQueryBuilder(IssueReplyEntity, 'reply')
      .innerJoin('issue', 'i', 'i.id = reply.issueId')
      .where(
        `(:everything or ((i.constituency_id = any(:constituencies) or i.author_id = :self
            or exists (select 1 from issue_support s where s.issue_id = i.id and s.member_id = :self))
          and (i.post_state = 'VISIBLE' or i.author_id = :self) and (reply.postState = 'VISIBLE' or reply.authorId = :self)))`,
        { everything, constituencies, self: memberId ?? null },
      );
  };
  return {
    /** The replies of an issue, oldest first; none for who may not see the issue. */
    async pageReplies(actor: Actor, issueId: IssueId, { first, after }: PageRequest): Promise<Page<IssueReply>> {
      const query = visibleReplies(actor).andWhere('reply.issueId = :issueId', { issueId });
      if (after !== undefined)
        query.andWhere('(reply.postedAt, reply.id) > (:at, :after)', { at: after[0], after: after[1] });
      const replies = await query
        .orderBy('reply.postedAt')
        .addOrderBy('reply.id')
        .limit(first + 1)
        .getMany();
      return toPage(replies, first, ({ postedAt, id }) => [postedAt.toISOString(), id]);
    },

    /** One reply, or nothing when missing or hidden. */
    findReply: (actor: Actor, id: IssueReplyId): Promise<IssueReply | null> =>
      visibleReplies(actor).andWhere('reply.id = :id', { id }).getOne(),

    addReply: (reply: IssueReply): Promise<IssueReply> => insertRow(manager, IssueReplyEntity, reply),
    saveReply: (reply: IssueReply): Promise<IssueReply> => updateRow(manager, IssueReplyEntity, reply),

    /** Keeps the department's draft, in place of the one before. */
    saveDraft: (issueId: IssueId, text: string, made: { readonly by: string; readonly at: Date }): Promise<unknown> =>
      manager.query(
        `insert into issue_answer_draft (issue_id, text, drafted_by, drafted_at) values ($1, $2, $3, $4)
         on conflict (issue_id) do update set text = excluded.text, drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at`,
        [issueId, text, made.by, made.at],
      ),

    /** Publishes an answer; the draft has done its work. */
    async publish(answer: IssueAnswer): Promise<void> {
      const { issueId, round, outcome, reason, text, publishedBy, publishedAt } = answer;
      await manager.query('insert into issue_answer values ($1, $2, $3, $4, $5, $6, $7)', [
        issueId,
        round,
        outcome,
        reason ?? null,
        text,
        publishedBy,
        publishedAt,
      ]);
      await manager.query('delete from issue_answer_draft where issue_id = $1', [issueId]);
    },

    /** The published answers of issues that the viewer was shown already, first round first. */
    async listAnswers(ids: readonly IssueId[]): Promise<readonly IssueAnswer[]> {
      const rows: readonly AnswerRow[] = await manager.query(
        'select * from issue_answer where issue_id = any($1::uuid[]) order by issue_id, round',
        [ids],
      );
      return rows.map((row) => ({
        issueId: row.issue_id,
        round: row.round,
        outcome: row.outcome,
        reason: row.reason ?? undefined,
        text: row.text,
        publishedBy: row.published_by,
        publishedAt: row.published_at,
      }));
    },

    /** The drafts of the actor's own departments. */
    async listDrafts(actor: Actor, ids: readonly IssueId[]): Promise<ReadonlyMap<IssueId, string>> {
      const departments: readonly Id<'Department'>[] = issueDepartmentsOf(actor);
      const rows: readonly { issue_id: IssueId; text: string }[] = await manager.query(
        `select d.issue_id, d.text from issue_answer_draft d join issue i on i.id = d.issue_id
         where d.issue_id = any($1::uuid[]) and i.department_id = any($2::uuid[])`,
        [ids, departments],
      );
      return new Map(rows.map((row) => [row.issue_id, row.text]));
    },
  };
}
