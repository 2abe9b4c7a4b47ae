import { memberOf, parseId, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, requestError, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { LearningPathEntity, PathVersionEntity, StepEntity } from './path.entity.js';
import type { LearningPath, PathId, PathVersion, PathVersionId } from './path.js';
import { visiblePaths } from './path.policy.js';
import type { Step, StepId, StepKey, StepKind } from './step.js';

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
        query.andWhere('(lower(path.title), path.id) > (:title, :id)', { title: after[0], id: idOf(after, 1) });
      const rows = await query
        .orderBy('lower(path.title)')
        .addOrderBy('path.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (path) => [path.title.toLowerCase(), path.id]);
    },

    /** The steps among `ids` that the viewer's own record is about, of whatever version. */
    listOnRecord: (actor: Actor, ids: readonly StepId[]): Promise<readonly Step[]> =>
      manager
        .createQueryBuilder(StepEntity, 'step')
        .where(
          `step.id = any(:ids) and exists (select 1 from evidence e where e.member_id = :own and e.detail->>'stepId' = step.id::text)`,
          { ids, own: memberOf(actor) ?? null },
        )
        .getMany(),

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

    /** The visible versions that are being written or reviewed, newest first. */
    async pageInWork(actor: Actor, { first, after }: PageRequest): Promise<Page<PathVersion>> {
      const query = versions(actor).andWhere("version.status in ('DRAFT', 'IN_REVIEW')");
      if (after !== undefined) query.andWhere('version.id < :id', { id: idOf(after, 0) });
      const rows = await query
        .orderBy('version.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (version) => [version.id]);
    },

    /** The steps of every version of a path, by what stays the same of them; nothing when the path is hidden. */
    async listStepKinds(actor: Actor, pathId: PathId): Promise<ReadonlyMap<StepKey, StepKind>> {
      const seen = await versions(actor).andWhere('version.pathId = :pathId', { pathId }).getMany();
      const rows: readonly { key: StepKey; kind: StepKind }[] = await manager.query(
        'select distinct key, kind from path_step where path_version_id = any($1)',
        [seen.map(({ id }) => id)],
      );
      return new Map(rows.map(({ key, kind }) => [key, kind]));
    },

    /** The paths that visible versions ask to be completed first, by title. */
    async listPrerequisites(
      actor: Actor,
      ids: readonly PathVersionId[],
    ): Promise<readonly { readonly versionId: PathVersionId; readonly pathId: PathId }[]> {
      return manager
        .createQueryBuilder()
        .select('r.path_version_id', 'versionId')
        .addSelect('r.path_id', 'pathId')
        .from('path_prerequisite', 'r')
        .innerJoin('path_version', 'version', 'version.id = r.path_version_id')
        .innerJoin('learning_path', 'p', 'p.id = r.path_id')
        .where('r.path_version_id = any(:ids)', { ids })
        .andWhere(isVisible('version'), scopeOf(actor))
        .orderBy('lower(p.title)')
        .addOrderBy('p.id')
        .getRawMany();
    },

    /** Whether completing what a version asks for would in the end ask for its own path. Holds off other publications. */
    async leadsBack({ id, pathId }: PathVersion): Promise<boolean> {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('path-prerequisites', 0))`);
      const rows: readonly unknown[] = await manager.query(
        `with recursive asked as (
           select path_id from path_prerequisite where path_version_id = $1
           union select r.path_id from asked join path_version v on v.path_id = asked.path_id and v.status = 'PUBLISHED'
             join path_prerequisite r on r.path_version_id = v.id)
         select 1 from asked where path_id = $2`,
        [id, pathId],
      );
      return rows.length > 0;
    },

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

    /** Makes these the paths that a draft asks to be completed first; the database refuses it for any other version. */
    async replacePrerequisites({ id, pathId }: PathVersion, asked: readonly PathId[]): Promise<void> {
      await manager.query('delete from path_prerequisite where path_version_id = $1', [id]);
      await manager.query(
        'insert into path_prerequisite (path_version_id, of_path_id, path_id) select distinct $1::uuid, $2::uuid, unnest($3::uuid[])',
        [id, pathId, asked],
      );
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

function idOf(after: readonly string[], place: number): string {
  const id = parseId(after[place] ?? '');
  if (id === undefined) throw requestError('BAD_USER_INPUT', 'after must be an endCursor of this connection.');
  return id;
}
