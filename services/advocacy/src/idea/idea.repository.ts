import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';

/** Knows whose ideas there are, and which proposal began as one. */
export type IdeaRepository = ReturnType<typeof createIdeaRepository>;

/** A repository over one connection or transaction. */
export function createIdeaRepository(manager: EntityManager) {
  return {
    /** Whether it is an idea of this member's that still stands. */
    async isOwn(postId: Id<'Post'>, memberId: Id<'Member'>): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query('select 1 from idea where post_id = $1 and member_id = $2', [
        postId,
        memberId,
      ]);
      return rows.length > 0;
    },

    /** Notes that an idea was had. */
    add: (postId: string, memberId: string): Promise<unknown> =>
      manager.query('insert into idea (post_id, member_id) values ($1, $2) on conflict do nothing', [postId, memberId]),

    /** Forgets an idea, so that no proposal begins as it any more. */
    end: (postId: string): Promise<unknown> => manager.query('delete from idea where post_id = $1', [postId]),

    /** Forgets the ideas of a member who is erased, and which proposals began as theirs. */
    forget: (memberId: string): Promise<unknown> =>
      manager.query(
        `with gone as (delete from idea where member_id = $1 returning post_id)
         delete from proposal_origin where post_id in (select post_id from gone)`,
        [memberId],
      ),

    /** Notes that a proposal began as an idea. */
    noteOrigin: (proposalId: Id<'Proposal'>, postId: Id<'Post'>): Promise<unknown> =>
      manager.query('insert into proposal_origin (proposal_id, post_id) values ($1, $2)', [proposalId, postId]),

    /** The ideas that proposals began as, by proposal. */
    async originsOf(proposalIds: readonly Id<'Proposal'>[]): Promise<ReadonlyMap<Id<'Proposal'>, Id<'Post'>>> {
      const rows: readonly { proposal_id: Id<'Proposal'>; post_id: Id<'Post'> }[] = await manager.query(
        'select proposal_id, post_id from proposal_origin where proposal_id = any($1::uuid[])',
        [proposalIds],
      );
      return new Map(rows.map((row) => [row.proposal_id, row.post_id]));
    },
  };
}
