import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ResourceId } from '../resource/resource.js';
import { scopeSql, versionScopeSql, type ResourceScope } from '../resource/resource-scope.js';
import { ResourceVersionEntity } from './resource-version.entity.js';
import type { ResourceVersion } from './resource-version.js';

/** Reads and writes versions of resources; every read takes the actor. */
export type ResourceVersionRepository = ReturnType<typeof createResourceVersionRepository>;

/** A repository over one connection or transaction; `scopeOf` says which resources an actor may see. */
export function createResourceVersionRepository(manager: EntityManager, scopeOf: (actor: Actor) => ResourceScope) {
  /** What was published of a resource in sight; what is in work is its author's, and the reviewers' while it waits for them. */
  const visible = (actor: Actor): SelectQueryBuilder<ResourceVersion> => {
    const scope = scopeSql(scopeOf(actor), 'resource');
    return manager
      .createQueryBuilder(ResourceVersionEntity, 'version')
      .innerJoin('resource', 'resource', 'resource.id = version.resource_id')
      .where(`${scope.sql} and ${versionScopeSql(scopeOf(actor))}`, scope.parameters);
  };

  const listInWork = (actor: Actor, resourceIds: readonly ResourceId[]): Promise<readonly ResourceVersion[]> =>
    visible(actor)
      .andWhere(`version.resourceId = any(:resourceIds) and version.status in ('DRAFT', 'IN_REVIEW')`, { resourceIds })
      .getMany();

  return {
    /** The visible versions of one resource, latest first. */
    async pageOf(actor: Actor, resourceId: ResourceId, { first, after }: PageRequest): Promise<Page<ResourceVersion>> {
      const query = visible(actor).andWhere('version.resourceId = :resourceId', { resourceId });
      if (after !== undefined) query.andWhere('version.number < :number', { number: after[0] });
      const rows = await query
        .orderBy('version.number', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ number, id }) => [String(number), id]);
    },

    /** The visible versions of these numbers of one resource, in no particular order. */
    listNumbered: (
      actor: Actor,
      resourceId: ResourceId,
      numbers: readonly number[],
    ): Promise<readonly ResourceVersion[]> =>
      visible(actor)
        .andWhere('version.resourceId = :resourceId and version.number = any(:numbers)', { resourceId, numbers })
        .getMany(),

    /** The visible versions in work of these resources, in no particular order. */
    listInWork,

    /** The version in work of a resource that is locked. */
    async getInWork(actor: Actor, resourceId: ResourceId): Promise<ResourceVersion> {
      const [version] = await listInWork(actor, [resourceId]);
      if (version === undefined) throw new Error('a resource in work has a version in work');
      return version;
    },

    /** The highest number of a version of a resource that is locked. */
    async lastNumber(resourceId: ResourceId): Promise<number> {
      const [row]: { number: number }[] = await manager.query(
        'select max(number) as number from resource_version where resource_id = $1',
        [resourceId],
      );
      return row?.number ?? 0;
    },

    /** Puts the published version of a resource that is locked behind the next one. */
    async supersede(resourceId: ResourceId): Promise<void> {
      await manager.query(
        `update resource_version set status = 'SUPERSEDED', version = version + 1 where resource_id = $1 and status = 'PUBLISHED'`,
        [resourceId],
      );
    },

    /** Drops the version in work of a resource that is locked, if there is one. */
    async dropInWork(resourceId: ResourceId): Promise<void> {
      await manager.query(`delete from resource_version where resource_id = $1 and status in ('DRAFT', 'IN_REVIEW')`, [
        resourceId,
      ]);
    },

    add: (version: ResourceVersion): Promise<ResourceVersion> => insertRow(manager, ResourceVersionEntity, version),
    save: (version: ResourceVersion): Promise<ResourceVersion> => updateRow(manager, ResourceVersionEntity, version),
  };
}
