import type { Actor } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { PostId } from '../post/post.js';
import { RaiseRequestEntity } from './raise-request.entity.js';
import type { RaiseRequest, RaiseRequestId } from './raise-request.js';
import { visibleRaiseRequests, type RaiseFile } from './raise-request.policy.js';

/** How many requests that wait for an author are shown at once. */
const waitingMax = 50;

/** Reads and writes requests to raise ideas; every read takes the actor. */
export type RaiseRequestRepository = ReturnType<typeof createRaiseRequestRepository>;

/** A repository over one connection or transaction. */
export function createRaiseRequestRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<RaiseRequest> =>
    manager
      .createQueryBuilder(RaiseRequestEntity, 'request')
      .innerJoin('Post', 'post', 'post.id = request.postId')
      .addSelect('post.authorId', 'author_id')
      .where("post.status = 'PUBLISHED' and (request.askedBy = :self or post.authorId = :self)", {
        self: visibleRaiseRequests(actor).self ?? null,
      })
      .andWhere('not is_blocked(request.askedBy, post.authorId)');
  const files = async (query: SelectQueryBuilder<RaiseRequest>): Promise<readonly RaiseFile[]> => {
    const { entities, raw } = await query
      .orderBy('request.askedAt')
      .addOrderBy('request.id')
      .getRawAndEntities<{ author_id: MemberId }>();
    return entities.flatMap((request, index) => {
      const authorId = raw[index]?.author_id;
      return authorId === undefined ? [] : [{ request, authorId }];
    });
  };
  return {
    /** The requests about posts that the actor made or has to decide, oldest first. */
    listOfPosts: (actor: Actor, postIds: readonly PostId[]): Promise<readonly RaiseFile[]> =>
      files(visible(actor).andWhere('request.postId = any(:postIds)', { postIds })),

    /** The requests that wait for the actor, oldest first. */
    listWaiting: (actor: Actor): Promise<readonly RaiseFile[]> =>
      files(visible(actor).andWhere("request.status = 'WAITING' and post.authorId = :self").limit(waitingMax)),

    /** One request, or nothing when missing or hidden; nobody else decides it until the transaction ends. */
    async findVisibleLocked(actor: Actor, id: RaiseRequestId): Promise<RaiseFile | null> {
      const query = visible(actor).andWhere('request.id = :id', { id });
      return (await files(query.setLock('pessimistic_write', undefined, ['request'])))[0] ?? null;
    },

    /** The consents to raise a post that hold now, for the platform telling others of them. */
    listAgreed: (postId: PostId): Promise<readonly RaiseRequest[]> =>
      manager
        .createQueryBuilder(RaiseRequestEntity, 'request')
        .where("request.postId = :postId and request.status = 'AGREED'", { postId })
        .orderBy('request.id')
        .getMany(),

    /** Adds a request unless the member asked for the same before; tells whether it was added. */
    async addUnlessAsked(request: RaiseRequest): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        'select 1 from raise_request where post_id = $1 and asked_by = $2 and target = $3',
        [request.postId, request.askedBy, request.target],
      );
      if (rows.length > 0) return false;
      await insertRow(manager, RaiseRequestEntity, request);
      return true;
    },

    save: (request: RaiseRequest): Promise<RaiseRequest> => updateRow(manager, RaiseRequestEntity, request),
  };
}
