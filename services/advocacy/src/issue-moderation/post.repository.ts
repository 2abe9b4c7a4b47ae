import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { ConcurrentWrite } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { IssueReplyId } from '../issue/issue-reply.js';
import type { IssueId, PostState } from '../issue/issue.js';
import type { Post, PostDecision, PostId, ReportReason } from './post.js';
import { moderatedPosts } from './post.policy.js';

type PostRow = {
  id: PostId;
  issue_id: IssueId;
  reply_id: IssueReplyId | null;
  constituency_id: Id<'Constituency'>;
  author_id: Id<'Member'> | null;
  state: PostState;
  title: string | null;
  body: string;
  language: string;
  posted_at: Date;
  version: number;
  reports: number;
  reasons: readonly ReportReason[] | null;
  appeal: string | null;
  removed_by: string | null;
  waits_since: Date;
};

/** What names a post: its issue, and the reply if it is one. */
export type PostKey = { readonly issueId: IssueId; readonly replyId: IssueReplyId | undefined };

/** Issues and replies as one list, with what was reported and decided, for the moderator with the scope $1..$3. */
const posts = `
  select p.*, reported.count as reports, reported.reasons, a.words as appeal, removal.decided_by as removed_by,
    coalesce(a.appealed_at, reported.since, p.posted_at) as waits_since
  from (
    select id, id as issue_id, null::uuid as reply_id, constituency_id, author_id, post_state as state, title, body,
      language, posted_at, version from issue
    union all
    select r.id, r.issue_id, r.id, i.constituency_id, r.author_id, r.post_state, null, r.body, r.language, r.posted_at, r.version
    from issue_reply r join issue i on i.id = r.issue_id
  ) p
  cross join lateral (
    select count(*)::int as count, array_agg(distinct reason) as reasons, min(reported_at) as since from post_report
    where issue_id = p.issue_id and reply_id is not distinct from p.reply_id and closed_at is null
  ) reported
  left join post_appeal a on a.issue_id = p.issue_id and a.reply_id is not distinct from p.reply_id
  left join lateral (
    select decided_by from post_decision d where d.issue_id = p.issue_id and d.reply_id is not distinct from p.reply_id
      and d.decision = 'REMOVE' order by decided_at desc, d.id desc limit 1
  ) removal on true
  where $1 and p.author_id is distinct from $2 and p.constituency_id <> all($3::uuid[])
    and (reported.count > 0 or p.state in ('HELD', 'APPEALED'))`;

/** Keeps reports, decisions and appeals, and shows moderators what waits for them and nothing else. */
export type PostRepository = ReturnType<typeof createPostRepository>;

/** A repository over one connection or transaction. */
export function createPostRepository(manager: EntityManager) {
  const scopeOf = (actor: Actor): readonly unknown[] => {
    const { moderates, self, ownCourses } = moderatedPosts(actor);
    return [moderates, self ?? null, ownCourses];
  };
  return {
    /** What waits for the moderator, longest first. */
    async page(actor: Actor, { first, after }: PageRequest): Promise<Page<Post>> {
      const rows: readonly PostRow[] = await manager.query(
        `select * from (${posts}) waiting where $4::timestamptz is null or (waits_since, id) > ($4::timestamptz, $5::uuid)
         order by waits_since, id limit $6`,
        [...scopeOf(actor), after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toPost), first, ({ waitsSince, id }) => [waitsSince.toISOString(), id]);
    },

    /** One post that waits for the moderator, or nothing when missing or none of theirs. */
    async findWaiting(actor: Actor, id: PostId): Promise<Post | null> {
      const [row]: readonly PostRow[] = await manager.query(`select * from (${posts}) waiting where id = $4`, [
        ...scopeOf(actor),
        id,
      ]);
      return row === undefined ? null : toPost(row);
    },

    /** Lets others who report or decide about posts of this issue wait until the transaction ends. */
    lock: (issueId: IssueId): Promise<unknown> =>
      manager.query('select 1 from issue where id = $1 for update', [issueId]),

    /** Keeps a report, one of each member, and says how many wait for a decision now. */
    async report(
      { issueId, replyId }: PostKey,
      report: {
        readonly id: string;
        readonly reporterId: Id<'Member'>;
        readonly reason: ReportReason;
        readonly at: Date;
      },
    ): Promise<number> {
      await manager.query(
        `insert into post_report (id, issue_id, reply_id, reporter_id, reason, reported_at) values ($1, $2, $3, $4, $5, $6)
         on conflict on constraint post_report_one_per_member do nothing`,
        [report.id, issueId, replyId ?? null, report.reporterId, report.reason, report.at],
      );
      const [row]: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from post_report where issue_id = $1 and reply_id is not distinct from $2 and closed_at is null',
        [issueId, replyId ?? null],
      );
      return row?.count ?? 0;
    },

    /** Writes the state of a post that was read at `version`; throws when another writer was first. */
    async saveState({ issueId, replyId }: PostKey, state: PostState, version: number): Promise<void> {
      const [table, id] = replyId === undefined ? ['issue', issueId] : ['issue_reply', replyId];
      const [, count]: readonly [unknown, number] = await manager.query(
        `update ${table} set post_state = $2, version = version + 1 where id = $1 and version = $3`,
        [id, state, version],
      );
      if (count !== 1) throw new ConcurrentWrite();
    },

    /** Keeps a decision with its reason; the reports that led to it are dealt with. */
    async decide(
      { issueId, replyId }: PostKey,
      made: {
        readonly id: string;
        readonly decision: PostDecision;
        readonly reason: string;
        readonly by: string;
        readonly at: Date;
      },
    ): Promise<void> {
      await manager.query('insert into post_decision values ($1, $2, $3, $4, $5, $6, $7)', [
        made.id,
        issueId,
        replyId ?? null,
        made.decision,
        made.reason,
        made.by,
        made.at,
      ]);
      await manager.query(
        'update post_report set closed_at = $3 where issue_id = $1 and reply_id is not distinct from $2 and closed_at is null',
        [issueId, replyId ?? null, made.at],
      );
    },

    /** Keeps the one appeal of a post; says whether it was the first. */
    async appeal({ issueId, replyId }: PostKey, words: string, at: Date): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        'insert into post_appeal values ($1, $2, $3, $4) on conflict on constraint post_appeal_once do nothing returning 1',
        [issueId, replyId ?? null, words, at],
      );
      return rows.length > 0;
    },

    /** Why posts of the member were taken down, by post id; for their writer alone. */
    async listRemovalReasons(authorId: Id<'Member'>, ids: readonly PostId[]): Promise<ReadonlyMap<PostId, string>> {
      const rows: readonly { id: PostId; reason: string }[] = await manager.query(
        `select distinct on (id) coalesce(d.reply_id, d.issue_id) as id, d.reason from post_decision d
         join issue i on i.id = d.issue_id left join issue_reply r on r.id = d.reply_id
         where coalesce(d.reply_id, d.issue_id) = any($2::uuid[]) and d.decision in ('REMOVE', 'UPHOLD')
           and case when d.reply_id is null then i.author_id else r.author_id end = $1
         order by id, d.decided_at desc, d.id desc`,
        [authorId, ids],
      );
      return new Map(rows.map((row) => [row.id, row.reason]));
    },
  };
}

function toPost(row: PostRow): Post {
  return {
    id: row.id,
    issueId: row.issue_id,
    replyId: row.reply_id ?? undefined,
    constituencyId: row.constituency_id,
    authorId: row.author_id ?? undefined,
    state: row.state,
    title: row.title ?? undefined,
    body: row.body,
    language: row.language,
    postedAt: row.posted_at,
    version: row.version,
    reports: row.reports,
    reasons: row.reasons ?? [],
    appeal: row.appeal ?? undefined,
    removedBy: row.removed_by ?? undefined,
    waitsSince: row.waits_since,
  };
}
