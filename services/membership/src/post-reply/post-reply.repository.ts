import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { postVisible, visiblePosts } from '../post/post-scope.js';
import type { PostId } from '../post/post.js';
import { PostReplyEntity } from './post-reply.entity.js';
import type { PlacedReply } from './post-reply.policy.js';
import type { PostReply, PostReplyId } from './post-reply.js';

/** Reads and writes replies; every read takes the actor, who sees them as far as their post. */
export type PostReplyRepository = ReturnType<typeof createPostReplyRepository>;

/** A repository over one connection or transaction. */
export function createPostReplyRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<PostReply> => {
    const { everything, led, ledCampus, own } = visiblePosts(actor);
    const { sql, parameters } = postVisible(actor);
    const query = manager
      .createQueryBuilder(PostReplyEntity, 'reply')
      .innerJoin('Post', 'post', 'post.id = reply.postId')
      .addSelect('post.groupId', 'space_id')
      .where(`(${sql})`, parameters);
    if (everything) return query.andWhere("reply.status <> 'WITHDRAWN'");
    return query
      .andWhere(
        new Brackets((or) =>
          or
            .where("reply.status in ('PUBLISHED', 'WITHDRAWN')")
            .orWhere('reply.authorId = :self', { self: own ?? null })
            .orWhere('post.groupId = any(:led) or (:ledCampus and post.groupId is null)', { led, ledCampus }),
        ),
      )
      .andWhere('not is_blocked(reply.authorId, :self)');
  };
  const placed = async (query: SelectQueryBuilder<PostReply>): Promise<readonly PlacedReply[]> => {
    const { entities, raw } = await query.getRawAndEntities<{ space_id: GroupId | null }>();
    return entities.map((reply, index) => ({ reply, groupId: raw[index]?.space_id ?? undefined }));
  };
  return {
    /** The replies among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly PostReplyId[]): Promise<readonly PlacedReply[]> =>
      placed(visible(actor).andWhere('reply.id = any(:ids)', { ids })),

    /** One reply, or nothing when missing or hidden. */
    async findVisible(actor: Actor, id: PostReplyId): Promise<PlacedReply | null> {
      return (await this.listVisible(actor, [id]))[0] ?? null;
    },

    /** As `findVisible`; nobody else changes the reply until the transaction ends. */
    async findVisibleLocked(actor: Actor, id: PostReplyId): Promise<PlacedReply | null> {
      const query = visible(actor).andWhere('reply.id = :id', { id });
      return (await placed(query.setLock('pessimistic_write', undefined, ['reply'])))[0] ?? null;
    },

    /** The replies to a post, oldest first. What was taken back is there without its words. */
    async page(actor: Actor, postId: PostId, { first, after }: PageRequest): Promise<Page<PlacedReply>> {
      const query = visible(actor).andWhere('reply.postId = :postId', { postId });
      if (after !== undefined)
        query.andWhere('(reply.postedAt, reply.id) > (:at, :id)', { at: after[0], id: after[1] });
      const rows = await placed(
        query
          .orderBy('reply.postedAt')
          .addOrderBy('reply.id')
          .limit(first + 1),
      );
      return toPage(rows, first, ({ reply }) => [reply.postedAt.toISOString(), reply.id]);
    },

    /** Who is told of a reply: whoever wrote the post or replied before, can still read it, and has not muted it. */
    async listToTell(postId: PostId, authorId: MemberId): Promise<readonly MemberId[]> {
      const rows: readonly { id: MemberId }[] = await manager.query(
        `select m.id from member m join post p on p.id = $1
         where m.status = 'ACTIVE' and m.id <> $2
           and (m.id = p.author_id or exists (select 1 from post_reply r
             where r.post_id = p.id and r.author_id = m.id and r.status = 'PUBLISHED'))
           and not exists (select 1 from post_mute x where x.post_id = p.id and x.member_id = m.id)
           and not is_blocked(m.id, p.author_id)
           and (p.group_id is null or exists (select 1 from group_membership g
             where g.group_id = p.group_id and g.member_id = m.id and g.status = 'ACTIVE'))
         order by m.id`,
        [postId, authorId],
      );
      return rows.map(({ id }) => id);
    },

    add: (reply: PostReply): Promise<PostReply> => insertRow(manager, PostReplyEntity, reply),
    save: (reply: PostReply): Promise<PostReply> => updateRow(manager, PostReplyEntity, reply),
  };
}
