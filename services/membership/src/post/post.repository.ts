import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { GroupId } from '../group/group.js';
import { PostEntity } from './post.entity.js';
import type { Post, PostId, PostKind } from './post.js';
import { visiblePosts } from './post.policy.js';

/** Reads and writes posts; every read takes the actor. */
export type PostRepository = ReturnType<typeof createPostRepository>;

/** A repository over one connection or transaction. */
export function createPostRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Post> => {
    const { everything, groups, led, own } = visiblePosts(actor);
    const query = manager.createQueryBuilder(PostEntity, 'post');
    if (everything) return query.where("post.status <> 'WITHDRAWN'");
    return query.where(
      new Brackets((or) =>
        or
          .where("post.status = 'PUBLISHED' and post.groupId = any(:groups)", { groups })
          .orWhere("post.status <> 'WITHDRAWN' and (post.authorId = :own or post.groupId = any(:led))", {
            own: own ?? null,
            led,
          }),
      ),
    );
  };
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

    /** What a group's people wrote, the newest first. */
    async pageOfGroup(
      actor: Actor,
      { groupId, kind }: { readonly groupId: GroupId; readonly kind: PostKind | undefined },
      { first, after }: PageRequest,
    ): Promise<Page<Post>> {
      const query = visible(actor).andWhere('post.groupId = :groupId', { groupId });
      if (kind !== undefined) query.andWhere('post.kind = :kind', { kind });
      if (after !== undefined) query.andWhere('(post.postedAt, post.id) < (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('post.postedAt', 'DESC')
        .addOrderBy('post.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (post) => [post.postedAt.toISOString(), post.id]);
    },

    add: (post: Post): Promise<Post> => insertRow(manager, PostEntity, post),
    save: (post: Post): Promise<Post> => updateRow(manager, PostEntity, post),
  };
}
