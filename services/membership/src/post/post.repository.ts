import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { PostEntity } from './post.entity.js';
import { pinsMax, type Post, type PostId, type PostKind } from './post.js';
import { postVisible } from './post-scope.js';

/** Reads and writes posts; every read takes the actor. */
export type PostRepository = ReturnType<typeof createPostRepository>;

/** Which space, and which of its posts; absent means no narrowing. */
export type PostFilter = {
  /** Absent for what is written to the whole union. */
  readonly groupId: GroupId | undefined;
  readonly kind: PostKind | undefined;
  readonly language?: string | undefined;
};

/** A repository over one connection or transaction. */
export function createPostRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Post> => {
    const { sql, parameters } = postVisible(actor);
    return manager.createQueryBuilder(PostEntity, 'post').where(`(${sql})`, parameters);
  };
  const inSpace = (query: SelectQueryBuilder<Post>, groupId: GroupId | undefined): SelectQueryBuilder<Post> =>
    groupId === undefined
      ? query.andWhere('post.groupId is null')
      : query.andWhere('post.groupId = :groupId', { groupId });
  return {
    /** The posts among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly PostId[]): Promise<readonly Post[]> =>
      visible(actor).andWhere('post.id = any(:ids)', { ids }).getMany(),

    /** One post, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: PostId): Promise<Post | null> =>
      visible(actor).andWhere('post.id = :id', { id }).getOne(),

    /** One post, or nothing when missing or hidden; nobody else changes it until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: PostId): Promise<Post | null> =>
      visible(actor).andWhere('post.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** What was written in a space, the newest first. A language holds its regional forms too. */
    async page(
      actor: Actor,
      { groupId, kind, language }: PostFilter,
      { first, after }: PageRequest,
    ): Promise<Page<Post>> {
      const query = inSpace(visible(actor), groupId);
      if (kind !== undefined) query.andWhere('post.kind = :kind', { kind });
      if (language !== undefined)
        query.andWhere("(post.language = :language or starts_with(post.language, :language || '-'))", { language });
      if (after !== undefined) query.andWhere('(post.postedAt, post.id) < (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('post.postedAt', 'DESC')
        .addOrderBy('post.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (post) => [post.postedAt.toISOString(), post.id]);
    },

    /** The notices at the top of a space now, the newest first; never more than {@link pinsMax}. */
    listPinned: (actor: Actor, groupId: GroupId | undefined, now: Date): Promise<readonly Post[]> =>
      inSpace(visible(actor), groupId)
        .andWhere("post.pinnedUntil > :now and post.status = 'PUBLISHED'", { now })
        .orderBy('post.postedAt', 'DESC')
        .addOrderBy('post.id', 'DESC')
        .limit(pinsMax)
        .getMany(),

    /** A free place at the top of a space, if any; places whose time is over are freed. One asks at a time in each space. */
    async findFreePin(groupId: GroupId | undefined, now: Date): Promise<number | undefined> {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('post.pin' || coalesce($1::text, ''), 22))`, [
        groupId ?? null,
      ]);
      await manager.query(
        `update post set pin_slot = null, pinned_until = null, version = version + 1
         where pin_slot is not null and pinned_until <= $2 and group_id is not distinct from $1`,
        [groupId ?? null, now],
      );
      const [row]: readonly { slot: number }[] = await manager.query(
        `select slot from generate_series(1, $2::int) slot where not exists
           (select 1 from post p where p.pin_slot = slot and p.group_id is not distinct from $1) order by slot limit 1`,
        [groupId ?? null, pinsMax],
      );
      return row?.slot;
    },

    /** Up to `limit` people of a space who come after a member, by id: whom a notice is for. */
    async listReaders(
      groupId: GroupId | undefined,
      { after, limit }: { readonly after: MemberId | undefined; readonly limit: number },
    ): Promise<readonly MemberId[]> {
      const rows: readonly { id: MemberId }[] = await manager.query(
        `select m.id from member m where m.status = 'ACTIVE' and ($2::uuid is null or m.id > $2::uuid)
           and ($1::uuid is null or exists (select 1 from group_membership g
             where g.group_id = $1 and g.member_id = m.id and g.status = 'ACTIVE'))
         order by m.id limit $3`,
        [groupId ?? null, after ?? null, limit],
      );
      return rows.map(({ id }) => id);
    },

    add: (post: Post): Promise<Post> => insertRow(manager, PostEntity, post),
    save: (post: Post): Promise<Post> => updateRow(manager, PostEntity, post),
  };
}
