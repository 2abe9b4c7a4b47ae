import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { PostId } from '../post/post.js';
import { supportingKinds, type PostFacts, type PostReaction, type ReactionKind } from './post-reaction.js';

type FactsRow = {
  post_id: PostId;
  replies: number;
  counts: PostFacts['counts'] | null;
  supporters: number;
  own: readonly ReactionKind[] | null;
  muted: boolean;
};

/** Reads and writes reactions and who does not want to be told of a thread. Only for posts that the actor was shown. */
export type PostReactionRepository = ReturnType<typeof createPostReactionRepository>;

/** A repository over one connection or transaction. */
export function createPostReactionRepository(manager: EntityManager) {
  return {
    /** What is counted about posts. Who is blocked with whom changes no count. */
    async listFacts(actor: Actor, ids: readonly PostId[]): Promise<ReadonlyMap<PostId, PostFacts>> {
      const rows: readonly FactsRow[] = await manager.query(
        `select p.id as post_id,
           (select count(*)::int from post_reply r where r.post_id = p.id and r.status = 'PUBLISHED') as replies,
           (select jsonb_object_agg(k.kind, k.count) from
             (select x.kind, count(*) from post_reaction x where x.post_id = p.id group by x.kind) k) as counts,
           (select count(distinct x.member_id)::int from post_reaction x where x.post_id = p.id and x.kind = any($3)) as supporters,
           (select array_agg(x.kind order by x.kind) from post_reaction x where x.post_id = p.id and x.member_id = $2) as own,
           exists (select 1 from post_mute m where m.post_id = p.id and m.member_id = $2) as muted
         from unnest($1::uuid[]) as p(id)`,
        [ids, memberOf(actor) ?? null, supportingKinds],
      );
      return new Map(
        rows.map((row) => [
          row.post_id,
          {
            replyCount: row.replies,
            counts: row.counts ?? {},
            supporterCount: row.supporters,
            viewerReactions: row.own ?? [],
            isMuted: row.muted,
          },
        ]),
      );
    },

    /** Who reacted to a post, the latest first: active members who are not blocked with the actor. */
    async page(
      actor: Actor,
      { postId, kind }: { readonly postId: PostId; readonly kind: ReactionKind | undefined },
      { first, after }: PageRequest,
    ): Promise<Page<PostReaction>> {
      const rows: readonly PostReaction[] = await manager.query(
        `select x.post_id as "postId", x.member_id as "memberId", x.kind, x.reacted_at as "reactedAt"
         from post_reaction x join member m on m.id = x.member_id and m.status = 'ACTIVE'
         where x.post_id = $1 and ($2::text is null or x.kind = $2) and $3::uuid is not null
           and not is_blocked(x.member_id, $3)
           and ($4::timestamptz is null or (x.reacted_at, x.kind, x.member_id) < ($4, $5::text, $6::uuid))
         order by x.reacted_at desc, x.kind desc, x.member_id desc limit $7`,
        [
          postId,
          kind ?? null,
          memberOf(actor) ?? null,
          after?.[0] ?? null,
          after?.[1] ?? null,
          after?.[2] ?? null,
          first + 1,
        ],
      );
      return toPage(rows, first, (row) => [row.reactedAt.toISOString(), row.kind, row.memberId]);
    },

    /** Adds a reaction, once of each kind. */
    async add({ postId, memberId, kind, reactedAt }: PostReaction): Promise<void> {
      await manager.query(
        'insert into post_reaction values ($1, $2, $3, $4) on conflict on constraint post_reaction_pk do nothing',
        [postId, memberId, kind, reactedAt],
      );
    },

    /** Takes a reaction back, if there is one. */
    async remove({ postId, memberId, kind }: Omit<PostReaction, 'reactedAt'>): Promise<void> {
      await manager.query('delete from post_reaction where post_id = $1 and member_id = $2 and kind = $3', [
        postId,
        memberId,
        kind,
      ]);
    },

    /** Notes whether a member wants to be told of further replies. */
    async mute(
      { postId, memberId }: { readonly postId: PostId; readonly memberId: MemberId },
      mutedAt: Date | undefined,
    ): Promise<void> {
      if (mutedAt === undefined)
        await manager.query('delete from post_mute where post_id = $1 and member_id = $2', [postId, memberId]);
      else
        await manager.query(
          'insert into post_mute values ($1, $2, $3) on conflict on constraint post_mute_pk do nothing',
          [postId, memberId, mutedAt],
        );
    },
  };
}
