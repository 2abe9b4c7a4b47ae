import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Pseudonym } from '../sealing/sealing.js';
import { managerSubject, type CaseViewer } from '../sealing/viewer.js';
import type { ConflictSide, TieKind, Wall, WallId, WallReason, WorkerTie } from './wall.js';

type WallRow = {
  id: WallId;
  case_id: Id<'Case'>;
  subject: string;
  reason: WallReason;
  tie: TieKind | null;
  raised_at: Date;
  lifted_at: Date | null;
};

/** A wall that a person raises; all others the database raises itself. */
export type NewWall = {
  readonly id: WallId;
  readonly caseId: Id<'Case'>;
  readonly subject: string;
  readonly reason: WallReason;
  readonly tie: TieKind | undefined;
  readonly raisedBy: string;
  readonly raisedAt: Date;
};

/** Reads and writes walls and the ties they come from. */
export type WallRepository = ReturnType<typeof createWallRepository>;

/** A repository over one connection or transaction. */
export function createWallRepository(manager: EntityManager) {
  return {
    /** Makes whoever else assigns or raises wait until the transaction ends; taken before any case is written. */
    lock: (): Promise<unknown> => manager.query(`select pg_advisory_xact_lock(hashtext('case_wall'))`),

    async isBehind(caseId: Id<'Case'>, subject: string): Promise<boolean> {
      const [row]: readonly { kept: boolean }[] = await manager.query('select is_behind_wall($1, $2) as kept', [
        caseId,
        subject,
      ]);
      return row?.kept ?? true;
    },

    /** Whether a name under which that student has a case of their own stands in this one. */
    async isNamed(caseId: Id<'Case'>, self: Pseudonym): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from case_file own join case_party mine on mine.case_id = own.id and mine.side = 'STUDENT'
         join case_party named on named.case_id = $1 and named.name_index = mine.name_index where own.student = $2 limit 1`,
        [caseId, self],
      );
      return rows.length > 0;
    },

    /** Raises a wall; one that stands already for that reason is left as it is. */
    raise({ id, caseId, subject, reason, tie, raisedBy, raisedAt }: NewWall): Promise<unknown> {
      return manager.query(
        `insert into case_wall (id, case_id, subject, reason, tie, raised_by, raised_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (case_id, subject, reason) where lifted_at is null do nothing`,
        [id, caseId, subject, reason, tie ?? null, raisedBy, raisedAt],
      );
    },

    /** One wall of a case that an advice manager may share out, or nothing when missing or hidden; the case itself is checked by its own scope. */
    async find(viewer: CaseViewer, id: WallId): Promise<Wall | undefined> {
      const [row]: readonly WallRow[] = await manager.query(
        'select * from case_wall where id = $1 and $2::text is not null',
        [id, managerSubject(viewer) ?? null],
      );
      return row === undefined ? undefined : toWall(row);
    },

    lift: (id: WallId, { by, at }: { readonly by: string; readonly at: Date }): Promise<unknown> =>
      manager.query('update case_wall set lifted_by = $2, lifted_at = $3 where id = $1 and lifted_at is null', [
        id,
        by,
        at,
      ]),

    /** The walls of cases in the viewer's queue that stand, for an advice manager alone. */
    async listStanding(viewer: CaseViewer, caseIds: readonly Id<'Case'>[]): Promise<readonly Wall[]> {
      const rows: readonly WallRow[] = await manager.query(
        `select * from case_wall where case_id = any($1::uuid[]) and lifted_at is null and $2::text is not null
         order by subject, raised_at, id`,
        [caseIds, managerSubject(viewer) ?? null],
      );
      return rows.map(toWall);
    },

    /** On which sides names of the cases stand in others; never in which. For an advice manager alone. */
    async listConflicts(
      viewer: CaseViewer,
      caseIds: readonly Id<'Case'>[],
    ): Promise<readonly { readonly caseId: Id<'Case'>; readonly side: ConflictSide }[]> {
      const rows: readonly { case_id: Id<'Case'>; side: 'STUDENT' | 'OTHER' }[] = await manager.query(
        `select distinct own.case_id, own.side from case_party own
         join case_party other on other.name_index = own.name_index and other.side <> own.side and other.case_id <> own.case_id
         where own.case_id = any($1::uuid[]) and $2::text is not null order by own.case_id, own.side desc`,
        [caseIds, managerSubject(viewer) ?? null],
      );
      return rows.map(({ case_id: caseId, side }) => ({
        caseId,
        side: side === 'STUDENT' ? 'STUDENT_IS_NAMED' : 'OTHER_PARTY_IS_SERVED',
      }));
    },

    /** The cases in which that name stands and on which the subject works. */
    async listCasesNaming(subject: string, nameIndex: string): Promise<readonly Id<'Case'>[]> {
      const rows: readonly { id: Id<'Case'> }[] = await manager.query(
        `select distinct file.id from case_file file join case_party party on party.case_id = file.id and party.name_index = $2
         where file.assignee = $1 or file.second_worker = $1 order by file.id`,
        [subject, nameIndex],
      );
      return rows.map(({ id }) => id);
    },

    /** Keeps a tie; the database raises its walls. One declared before keeps its kind. */
    addTie: (
      tie: WorkerTie,
      { subject, nameIndex }: { readonly subject: string; readonly nameIndex: string },
    ): Promise<unknown> =>
      manager.query(
        `insert into worker_tie (id, subject, name_index, kind, declared_at) values ($1, $2, $3, $4, $5)
         on conflict on constraint worker_tie_unique do nothing`,
        [tie.id, subject, nameIndex, tie.kind, tie.declaredAt],
      ),

    /** The subject's own ties, newest first. */
    async listTies(subject: string): Promise<readonly WorkerTie[]> {
      const rows: readonly { id: Id<'WorkerTie'>; kind: WorkerTie['kind']; declared_at: Date }[] = await manager.query(
        'select id, kind, declared_at from worker_tie where subject = $1 order by declared_at desc, id limit 200',
        [subject],
      );
      return rows.map(({ id, kind, declared_at: declaredAt }) => ({ id, kind, declaredAt }));
    },
  };
}

function toWall(row: WallRow): Wall {
  return {
    id: row.id,
    caseId: row.case_id,
    subject: row.subject,
    reason: row.reason,
    tie: row.tie ?? undefined,
    raisedAt: row.raised_at,
    liftedAt: row.lifted_at ?? undefined,
  };
}
