import type { Actor, Id } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { scopeSql, versionScopeSql, type ResourceScope } from '../resource/resource-scope.js';
import { ResourceFileEntity } from './resource-file.entity.js';
import type { ResourceFile, ResourceFileId } from './resource-file.js';

/** Reads and writes what is known of files; their bytes lie in a store. */
export type ResourceFileRepository = ReturnType<typeof createResourceFileRepository>;

/** Before which instants a file is left over: one whose bytes never came, and one that no version names. */
export type LeftOver = { readonly brokenOff: Date; readonly unused: Date };

const named = 'exists (select 1 from resource_version version where version.file_id = file.id)';

/** A repository over one connection or transaction; `scopeOf` says which resources an actor may see. */
export function createResourceFileRepository(manager: EntityManager, scopeOf: (actor: Actor) => ResourceScope) {
  const files = () => manager.createQueryBuilder(ResourceFileEntity, 'file');
  return {
    /** Files of versions that the viewer was shown, in no particular order. */
    listShown: (ids: readonly ResourceFileId[]): Promise<readonly ResourceFile[]> =>
      files().where('file.id = any(:ids)', { ids }).getMany(),

    /** A stored file that a version in the actor's sight names; nothing when it is missing or hidden. */
    findOpen(actor: Actor, id: ResourceFileId): Promise<ResourceFile | null> {
      const scope = scopeOf(actor);
      const { sql, parameters } = scopeSql(scope, 'resource');
      return files()
        .where(`file.id = :id and file.status = 'STORED'`, { id })
        .andWhere(
          `exists (select 1 from resource_version version join resource on resource.id = version.resource_id
             where version.file_id = file.id and ${sql} and ${versionScopeSql(scope)})`,
          parameters,
        )
        .getOne();
    },

    /** A stored file that this member sent. It cannot be removed until the transaction ends. */
    findStoredKept: (id: ResourceFileId, ownerId: Id<'Member'>): Promise<ResourceFile | null> =>
      files()
        .where(`file.id = :id and file.ownerId = :ownerId and file.status = 'STORED'`, { id, ownerId })
        .setLock('pessimistic_read')
        .getOne(),

    /** One file, for whoever shows an address that this service signed. */
    findSigned: (id: ResourceFileId): Promise<ResourceFile | null> => files().where('file.id = :id', { id }).getOne(),

    /** As `findSigned`, and nobody else changes it or begins to name it until the transaction ends. */
    findLocked: (id: ResourceFileId): Promise<ResourceFile | null> =>
      files().where('file.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** Whether a version names the file. */
    isNamed: (id: ResourceFileId): Promise<boolean> =>
      files().where('file.id = :id', { id }).andWhere(named).getExists(),

    /** How many files of a member are awaited or named by no version; whoever sends waits for their own other requests. */
    async countUnused(ownerId: Id<'Member'>, now: Date): Promise<number> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('resource_file'), hashtext($1::text))`, [ownerId]);
      return files()
        .where('file.ownerId = :ownerId', { ownerId })
        .andWhere(
          `(file.status = 'RECEIVING' or (file.status = 'AWAITED' and file.expiresAt >= :now)
            or (file.status = 'STORED' and not ${named}))`,
          { now },
        )
        .getCount();
    },

    /** Files that nobody needs any more, the oldest first. */
    listLeftOver({ brokenOff, unused }: LeftOver, limit: number): Promise<readonly ResourceFile[]> {
      return files()
        .where(`(file.status in ('AWAITED', 'RECEIVING') and file.expiresAt < :brokenOff)`, { brokenOff })
        .orWhere(`(file.status in ('STORED', 'REFUSED', 'FAILED') and file.expiresAt < :unused and not ${named})`, {
          unused,
        })
        .orWhere(`file.status = 'REMOVED'`)
        .orderBy('file.expiresAt')
        .addOrderBy('file.id')
        .limit(limit)
        .getMany();
    },

    add: (file: ResourceFile): Promise<ResourceFile> => insertRow(manager, ResourceFileEntity, file),
    save: (file: ResourceFile): Promise<ResourceFile> => updateRow(manager, ResourceFileEntity, file),

    /** Forgets a file whose bytes are gone. The database refuses one that a version names. */
    async forget(id: ResourceFileId): Promise<void> {
      await manager.query(`delete from resource_file where id = $1 and status = 'REMOVED'`, [id]);
    },
  };
}
