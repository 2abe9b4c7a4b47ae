import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Origin, Outcome, RaiseTarget } from './idea.js';

type Row = { id: string; post_id: Id<'Post'>; by_consent: boolean; idea_author_id: Id<'Member'> | null };

const tables = { PROPOSAL: ['proposal_origin', 'proposal_id'], ISSUE: ['issue_origin', 'issue_id'] } as const;

/** Knows whose ideas there are, who may raise them, and what began as one. */
export type IdeaRepository = ReturnType<typeof createIdeaRepository>;

/** A repository over one connection or transaction. */
export function createIdeaRepository(manager: EntityManager) {
  const outcomes = async <Kind extends string>(
    target: RaiseTarget,
    by: 'id' | 'post_id',
    ids: readonly string[],
  ): Promise<readonly Outcome<Kind>[]> => {
    const [table, key] = tables[target];
    const rows: readonly Row[] = await manager.query(
      `select ${key} as id, post_id, by_consent, idea_author_id from ${table}
       where ${by === 'id' ? key : by} = any($1::uuid[]) order by ${key}`,
      [ids],
    );
    return rows.map((row) => ({
      id: row.id as Id<Kind>,
      postId: row.post_id,
      byConsent: row.by_consent,
      ideaAuthorId: row.idea_author_id ?? undefined,
    }));
  };
  return {
    /** The idea as the origin of what the member makes of it: their own that still stands, or one they may raise. */
    async findRaisable(postId: Id<'Post'>, memberId: Id<'Member'>, target: RaiseTarget): Promise<Origin | undefined> {
      const [row]: readonly Omit<Row, 'id'>[] = await manager.query(
        `select i.post_id, i.member_id <> $2 as by_consent,
           case when i.member_id <> $2 and c.author_named then i.member_id end as idea_author_id
         from idea i left join idea_consent c on c.post_id = i.post_id and c.member_id = $2 and c.target = $3
         where i.post_id = $1 and (i.member_id = $2 or c.member_id is not null)`,
        [postId, memberId, target],
      );
      if (row === undefined) return undefined;
      return { postId: row.post_id, byConsent: row.by_consent, ideaAuthorId: row.idea_author_id ?? undefined };
    },

    /** Notes that an idea was had. */
    add: (postId: string, memberId: string): Promise<unknown> =>
      manager.query('insert into idea (post_id, member_id) values ($1, $2) on conflict do nothing', [postId, memberId]),

    /** Forgets an idea and who may raise it, so that nothing begins as it any more. */
    end: (postId: string): Promise<unknown> => manager.query('delete from idea where post_id = $1', [postId]),

    /** Notes that who had an idea lets somebody raise it. Of an idea that ended nothing is noted. */
    agree: (
      postId: string,
      { memberId, target, authorNamed }: { memberId: string; target: RaiseTarget; authorNamed: boolean },
    ): Promise<unknown> =>
      manager.query(
        `insert into idea_consent (post_id, member_id, target, author_named)
         select post_id, $2, $3, $4 from idea where post_id = $1 on conflict do nothing`,
        [postId, memberId, target, authorNamed],
      ),

    /** Notes that they may not any more. */
    disagree: (postId: string, memberId: string, target: RaiseTarget): Promise<unknown> =>
      manager.query('delete from idea_consent where post_id = $1 and member_id = $2 and target = $3', [
        postId,
        memberId,
        target,
      ]),

    /** Forgets the ideas of a member who is erased, and what began as theirs. */
    async forget(memberId: string): Promise<void> {
      for (const table of ['proposal_origin', 'issue_origin']) {
        await manager.query(
          `delete from ${table} where post_id in (select post_id from idea where member_id = $1) or idea_author_id = $1`,
          [memberId],
        );
      }
      await manager.query('delete from idea_consent where member_id = $1', [memberId]);
      await manager.query('delete from idea where member_id = $1', [memberId]);
    },

    /** Notes that a proposal or an issue began as an idea. */
    noteOrigin: (target: RaiseTarget, id: string, { postId, byConsent, ideaAuthorId }: Origin): Promise<unknown> => {
      const [table, key] = tables[target];
      return manager.query(
        `insert into ${table} (${key}, post_id, by_consent, idea_author_id) values ($1, $2, $3, $4)`,
        [id, postId, byConsent, ideaAuthorId ?? null],
      );
    },

    /** The ideas that things began as. */
    originsOf: <Kind extends string>(target: RaiseTarget, ids: readonly Id<Kind>[]) =>
      outcomes<Kind>(target, 'id', ids),

    /** What was made of ideas. Who may see which is asked of each. */
    outcomesOf: <Kind extends string>(target: RaiseTarget, postIds: readonly Id<'Post'>[]) =>
      outcomes<Kind>(target, 'post_id', postIds),

    /** Which of the ideas are the member's own. */
    async listOwn(memberId: Id<'Member'>, postIds: readonly Id<'Post'>[]): Promise<ReadonlySet<Id<'Post'>>> {
      const rows: readonly { post_id: Id<'Post'> }[] = await manager.query(
        'select post_id from idea where member_id = $1 and post_id = any($2::uuid[])',
        [memberId, postIds],
      );
      return new Set(rows.map((row) => row.post_id));
    },
  };
}
