import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { IssueRule, IssueVerdict } from './issue-rule.js';
import type { IssueId, IssueStage, IssueStatus } from './issue.js';

type RuleRow = {
  version: number;
  raise_students: number;
  raise_days: number;
  reopen_percent: number;
  reopen_students: number;
  hold_reports: number;
};

/** Keeps who supports an issue and what they say of its answer, the rules that count them, and the way it went. */
export type IssueSupportRepository = ReturnType<typeof createIssueSupportRepository>;

/** A repository over one connection or transaction. Whoever counts holds the lock of the issue. */
export function createIssueSupportRepository(manager: EntityManager) {
  const count = async (statement: string, parameters: readonly unknown[]): Promise<number> => {
    const [row]: readonly { count: number }[] = await manager.query(statement, [...parameters]);
    return row?.count ?? 0;
  };
  return {
    /** The rules in force at the instant, or those of a version. */
    async ruleAt(which: Date | number): Promise<IssueRule> {
      const [row]: readonly RuleRow[] = await manager.query(
        typeof which === 'number'
          ? 'select * from issue_rule where version = $1'
          : 'select * from issue_rule where valid_from <= $1 order by valid_from desc limit 1',
        [which],
      );
      if (row === undefined) throw new Error('the migrations bring a first version of the rules');
      return {
        version: row.version,
        raiseStudents: row.raise_students,
        raiseDays: row.raise_days,
        reopenPercent: row.reopen_percent,
        reopenStudents: row.reopen_students,
        holdReports: row.hold_reports,
      };
    },

    /** Adds a supporter, once. */
    support: (issueId: IssueId, memberId: Id<'Member'>, now: Date): Promise<unknown> =>
      manager.query(
        'insert into issue_support (issue_id, member_id, supported_at) values ($1, $2, $3) on conflict do nothing',
        [issueId, memberId, now],
      ),

    /** Takes a support back; what they said of an answer goes with it. */
    async withdrawSupport(issueId: IssueId, memberId: Id<'Member'>): Promise<void> {
      await manager.query('delete from issue_vote where issue_id = $1 and member_id = $2', [issueId, memberId]);
      await manager.query('delete from issue_support where issue_id = $1 and member_id = $2', [issueId, memberId]);
    },

    /** How many students support the issue, its author among them. */
    countSupporters: (issueId: IssueId): Promise<number> =>
      count('select count(*)::int as count from issue_support where issue_id = $1', [issueId]),

    /** Keeps what a supporter says of the answer of a round; they may change their mind while it counts. */
    vote: (
      {
        issueId,
        round,
        memberId,
      }: { readonly issueId: IssueId; readonly round: number; readonly memberId: Id<'Member'> },
      solved: boolean,
      now: Date,
    ): Promise<unknown> =>
      manager.query(
        `insert into issue_vote (issue_id, round, member_id, solved, voted_at) values ($1, $2, $3, $4, $5)
         on conflict on constraint issue_vote_one_per_member do update set solved = excluded.solved, voted_at = excluded.voted_at`,
        [issueId, round, memberId, solved, now],
      ),

    /** What the supporters say of the answer of a round. */
    async readVerdict(issueId: IssueId, round: number): Promise<IssueVerdict> {
      const [row]: readonly { supporters: number; not_solved: number }[] = await manager.query(
        `select (select count(*)::int from issue_support where issue_id = $1) as supporters,
           (select count(*)::int from issue_vote where issue_id = $1 and round = $2 and not solved) as not_solved`,
        [issueId, round],
      );
      return { supporters: row?.supporters ?? 0, notSolved: row?.not_solved ?? 0 };
    },

    /** Keeps that the issue entered a state; states may come again. */
    addStage: ({ issueId, status, at }: IssueStage): Promise<unknown> =>
      manager.query(
        `insert into issue_step (issue_id, position, status, at)
         select $1, coalesce(max(position), 0) + 1, $2, $3 from issue_step where issue_id = $1`,
        [issueId, status, at],
      ),

    /** How many support each issue that the viewer was shown already. */
    async listSupporters(ids: readonly IssueId[]): Promise<ReadonlyMap<IssueId, number>> {
      const rows: readonly { issue_id: IssueId; count: number }[] = await manager.query(
        'select issue_id, count(*)::int as count from issue_support where issue_id = any($1::uuid[]) group by issue_id',
        [ids],
      );
      return new Map(rows.map((row) => [row.issue_id, row.count]));
    },

    /** The way of issues that the viewer was shown already, first state first. */
    async listStages(ids: readonly IssueId[]): Promise<readonly IssueStage[]> {
      const rows: readonly { issue_id: IssueId; status: IssueStatus; at: Date }[] = await manager.query(
        'select issue_id, status, at from issue_step where issue_id = any($1::uuid[]) order by issue_id, position',
        [ids],
      );
      return rows.map((row) => ({ issueId: row.issue_id, status: row.status, at: row.at }));
    },

    /** What the member said of the present answers of issues: true for solved, false for not, nothing for no vote. */
    async listVotes(memberId: Id<'Member'>, ids: readonly IssueId[]): Promise<ReadonlyMap<IssueId, boolean>> {
      const rows: readonly { issue_id: IssueId; solved: boolean }[] = await manager.query(
        `select v.issue_id, v.solved from issue_vote v join issue i on i.id = v.issue_id and i.round = v.round
         where v.member_id = $1 and v.issue_id = any($2::uuid[])`,
        [memberId, ids],
      );
      return new Map(rows.map((row) => [row.issue_id, row.solved]));
    },
  };
}
