import { memberOf, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ResourceId } from '../resource/resource.js';
import { scopeSql, type ResourceScope } from '../resource/resource-scope.js';
import { CollectionEntity } from './collection.entity.js';
import type { Collection, CollectionId } from './collection.js';
import { visibleCollections } from './collection.policy.js';

/** Reads and writes collections and what they hold; every read takes the actor. */
export type CollectionRepository = ReturnType<typeof createCollectionRepository>;

/** One thing in a collection, and its place. */
export type CollectedItem = { readonly id: ResourceId; readonly position: number };

/** A repository over one connection or transaction; `scopeOf` says which resources an actor may see. */
export function createCollectionRepository(manager: EntityManager, scopeOf: (actor: Actor) => ResourceScope) {
  const visible = (actor: Actor): SelectQueryBuilder<Collection> =>
    manager
      .createQueryBuilder(CollectionEntity, 'collection')
      .where(`(collection.visibility = 'PUBLIC' or collection.ownerId = :owner)`, {
        owner: visibleCollections(actor).own ?? null,
      });
  const page = async (
    query: SelectQueryBuilder<Collection>,
    { first, after }: PageRequest,
  ): Promise<Page<Collection>> => {
    if (after !== undefined)
      query.andWhere('(collection.changedAt, collection.id) < (:at, :id)', { at: after[0], id: after[1] });
    const rows = await query
      .orderBy('collection.changedAt', 'DESC')
      .addOrderBy('collection.id', 'DESC')
      .limit(first + 1)
      .getMany();
    return toPage(rows, first, ({ changedAt, id }) => [changedAt.toISOString(), id]);
  };

  return {
    /** One collection, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: CollectionId): Promise<Collection | null> =>
      visible(actor).andWhere('collection.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes it or what it holds until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: CollectionId): Promise<Collection | null> =>
      visible(actor).andWhere('collection.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** Public collections, changed last first; those that hold a resource if one is named. */
    pagePublic(actor: Actor, request: PageRequest, resourceId: ResourceId | undefined): Promise<Page<Collection>> {
      const query = visible(actor).andWhere(`collection.visibility = 'PUBLIC'`);
      if (resourceId !== undefined)
        query.andWhere(
          `exists (select 1 from resource_collection_item i join resource on resource.id = i.resource_id
             where i.collection_id = collection.id and i.resource_id = :resourceId and ${scopeSql(scopeOf(actor), 'resource').sql})`,
          { resourceId, ...scopeSql(scopeOf(actor), 'resource').parameters },
        );
      return page(query, request);
    },

    /** The actor's own collections, changed last first. */
    pageOwn: (actor: Actor, request: PageRequest): Promise<Page<Collection>> =>
      page(visible(actor).andWhere('collection.ownerId = :self', { self: memberOf(actor) ?? null }), request),

    /** What a collection holds and the actor may see, in its order, after a position. */
    async pageItems(
      actor: Actor,
      collectionId: CollectionId,
      { first, after }: PageRequest,
    ): Promise<Page<CollectedItem>> {
      const scope = scopeSql(scopeOf(actor), 'resource');
      const rows = await manager
        .createQueryBuilder()
        .select('resource.id', 'id')
        .addSelect('item.position', 'position')
        .from('resource_collection_item', 'item')
        .innerJoin('resource', 'resource', 'resource.id = item.resource_id')
        .where(`item.collection_id = :collectionId and item.position > :after::int and ${scope.sql}`, {
          ...scope.parameters,
          collectionId,
          after: after?.[0] ?? '0',
        })
        .orderBy('item.position')
        .limit(first + 1)
        .getRawMany<CollectedItem>();
      return toPage(rows, first, ({ position, id }) => [String(position), id]);
    },

    /** How much of each collection the actor may see. */
    async countItems(actor: Actor, ids: readonly CollectionId[]): Promise<ReadonlyMap<CollectionId, number>> {
      const scope = scopeSql(scopeOf(actor), 'resource');
      const rows = await manager
        .createQueryBuilder()
        .select('item.collection_id', 'id')
        .addSelect('count(*)::int', 'count')
        .from('resource_collection_item', 'item')
        .innerJoin('resource', 'resource', 'resource.id = item.resource_id')
        .where(`item.collection_id = any(:ids) and ${scope.sql}`, { ...scope.parameters, ids })
        .groupBy('item.collection_id')
        .getRawMany<{ id: CollectionId; count: number }>();
      return new Map(rows.map(({ id, count }) => [id, count]));
    },

    /** Everything a locked collection holds, in order, whatever its owner can see of it now. */
    async listHeld(id: CollectionId): Promise<readonly ResourceId[]> {
      const rows: readonly { id: ResourceId }[] = await manager.query(
        'select resource_id as id from resource_collection_item where collection_id = $1 order by position',
        [id],
      );
      return rows.map((row) => row.id);
    },

    /** Makes these, in this order, what a locked collection holds. */
    async replaceItems(id: CollectionId, resourceIds: readonly ResourceId[]): Promise<void> {
      await manager.query('delete from resource_collection_item where collection_id = $1', [id]);
      await manager.query(
        `insert into resource_collection_item (collection_id, resource_id, position)
         select $1, asked.id, asked.place from unnest($2::uuid[]) with ordinality as asked (id, place)`,
        [id, resourceIds],
      );
    },

    /** How many collections a member has; creations of one member wait for each other. */
    async countOwnLocked(ownerId: Id<'Member'>): Promise<number> {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('resource_collection ' || $1, 0))`, [ownerId]);
      const [row]: { count: number }[] = await manager.query(
        'select count(*)::int as count from resource_collection where owner_id = $1',
        [ownerId],
      );
      return row?.count ?? 0;
    },

    add: (collection: Collection): Promise<Collection> => insertRow(manager, CollectionEntity, collection),
    save: (collection: Collection): Promise<Collection> => updateRow(manager, CollectionEntity, collection),

    /** Deletes a locked collection with what it holds; the resources stay. */
    async remove(id: CollectionId): Promise<void> {
      await manager.query('delete from resource_collection where id = $1', [id]);
    },
  };
}
