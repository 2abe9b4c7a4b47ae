import { parseId, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, requestError, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { LearningPathEntity, PathVersionEntity, StepEntity } from './path.entity.js';
import type { LearningPath, PathId, PathVersion, PathVersionId } from './path.js';
import { visiblePaths } from './path.policy.js';
import type { Step } from './step.js';

/** Reads and writes paths, versions and steps; every read takes the actor. */
export type PathRepository = ReturnType<typeof createPathRepository>;

/** A repository over one connection or transaction. */
export function createPathRepository(manager: EntityManager) {
  const paths = (actor: Actor): SelectQueryBuilder<LearningPath> => {
    const query = manager.createQueryBuilder(LearningPathEntity, 'path');
    return query.where(
      `exists (select 1 from path_version v where v.path_id = path.id and ${isVisible('v')})`,
      scopeOf(actor),
    );
  };
  const versions = (actor: Actor): SelectQueryBuilder<PathVersion> =>
    manager.createQueryBuilder(PathVersionEntity, 'version').where(isVisible('version'), scopeOf(actor));

  return {
    /** The paths among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly PathId[]): Promise<readonly LearningPath[]> =>
      paths(actor).andWhere('path.id = any(:ids)', { ids }).getMany(),

    /** One path, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: PathId): Promise<LearningPath | null> =>
      paths(actor).andWhere('path.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes the path's versions until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: PathId): Promise<LearningPath | null> =>
      paths(actor).andWhere('path.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** Visible paths by title. */
    async page(actor: Actor, { first, after }: PageRequest): Promise<Page<LearningPath>> {
      const query = paths(actor);
      if (after !== undefined)
        query.andWhere('(lower(path.title), path.id) > (:title, :id)', { title: after[0], id: idOf(after) });
      const rows = await query
        .orderBy('lower(path.title)')
        .addOrderBy('path.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (path) => [path.title.toLowerCase(), path.id]);
    },

    /** The visible versions of paths, oldest first. */
    listVersionsOf: (actor: Actor, ids: readonly PathId[]): Promise<readonly PathVersion[]> =>
      versions(actor).andWhere('version.pathId = any(:ids)', { ids }).orderBy('version.number').getMany(),

    /** The visible versions among `ids`, in no particular order. */
    listVersions: (actor: Actor, ids: readonly PathVersionId[]): Promise<readonly PathVersion[]> =>
      versions(actor).andWhere('version.id = any(:ids)', { ids }).getMany(),

    /** One version, or nothing when missing or hidden. */
    findVersion: (actor: Actor, id: PathVersionId): Promise<PathVersion | null> =>
      versions(actor).andWhere('version.id = :id', { id }).getOne(),

    /** The steps of visible versions, in order. */
    listSteps: (actor: Actor, ids: readonly PathVersionId[]): Promise<readonly Step[]> =>
      manager
        .createQueryBuilder(StepEntity, 'step')
        .innerJoin('path_version', 'version', 'version.id = step.pathVersionId')
        .where('step.pathVersionId = any(:ids)', { ids })
        .andWhere(isVisible('version'), scopeOf(actor))
        .orderBy('step.position')
        .getMany(),

    /** Adds a path unless its slug is taken; tells whether it was added. */
    async addUnlessSlugTaken(path: LearningPath): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        'insert into learning_path (id, slug, title, summary) values ($1, $2, $3, $4) on conflict (slug) do nothing returning id',
        [path.id, path.slug, path.title, path.summary],
      );
      return rows.length > 0;
    },

    addVersion: (version: PathVersion): Promise<PathVersion> => insertRow(manager, PathVersionEntity, version),
    saveVersion: (version: PathVersion): Promise<PathVersion> => updateRow(manager, PathVersionEntity, version),

    /** Makes these the steps of a draft; the database refuses it for any other version. */
    async replaceSteps(versionId: PathVersionId, steps: readonly Step[]): Promise<void> {
      await manager.query('delete from path_step where path_version_id = $1', [versionId]);
      for (const step of steps) await insertRow(manager, StepEntity, step);
    },
  };
}

function scopeOf(actor: Actor): { readonly own: string | null; readonly unpublished: boolean } {
  const { own, unpublished } = visiblePaths(actor);
  return { own: own ?? null, unpublished };
}

/** The scope as SQL over a row of `path_version`; parameters come from {@link scopeOf}. */
function isVisible(version: string): string {
  return `(${version}.status = 'PUBLISHED' or :unpublished or ${version}.author_id = :own
    or exists (select 1 from enrolment e where e.path_version_id = ${version}.id and e.path_id = ${version}.path_id and e.member_id = :own))`;
}

function idOf(after: readonly string[]): string {
  const id = parseId(after[1] ?? '');
  if (id === undefined) throw requestError('BAD_USER_INPUT', 'after must be an endCursor of this connection.');
  return id;
}
