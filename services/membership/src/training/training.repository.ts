import type { PositionKind } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MandateId, PositionId } from '../group/mandate.js';
import type { MemberId } from '../member/member.js';
import {
  askedTraining,
  type Holding,
  type MandateTraining,
  type PathId,
  type TrainingFact,
  type TrainingRule,
} from './training.js';

/** Reads and writes what offices ask for and who holds which training. Callers say who may know. */
export type TrainingRepository = ReturnType<typeof createTrainingRepository>;

type RuleRow = {
  kind: PositionKind;
  version: number;
  path_id: PathId | null;
  made_by: MemberId | null;
  made_at: Date;
};
type MandateRow = { mandate_id: MandateId; path_ids: PathId[]; begun_at: Date | null };

const ruleNow = `select distinct on (kind) * from training_rule order by kind, version desc`;

const toRule = (row: RuleRow): TrainingRule => ({
  kind: row.kind,
  version: row.version,
  pathId: row.path_id ?? undefined,
  madeBy: row.made_by ?? undefined,
  madeAt: row.made_at,
});
const toMandateTraining = (row: MandateRow): MandateTraining => ({
  mandateId: row.mandate_id,
  pathIds: row.path_ids,
  begunAt: row.begun_at ?? undefined,
});

/** A repository over one connection or transaction. */
export function createTrainingRepository(manager: EntityManager) {
  return {
    ...createMandateTrainingQueries(manager),

    /** Writes down what learning told; the same fact again changes nothing. */
    async note({ trainingId, memberId, pathId, heldAt }: TrainingFact, now: Date): Promise<void> {
      await manager.query(
        `insert into training (id, member_id, path_id, held_at, changed_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set held_at = excluded.held_at, changed_at = excluded.changed_at`,
        [trainingId, memberId, pathId, heldAt ?? null, now],
      );
    },

    /** Which of the pairs of a person and a path stand. */
    async listHeld(pairs: readonly Holding[]): Promise<readonly Holding[]> {
      const rows: readonly { member_id: MemberId; path_id: PathId }[] = await manager.query(
        `select distinct t.member_id, t.path_id from training t
         join unnest($1::uuid[], $2::uuid[]) as w(member_id, path_id) on w.member_id = t.member_id and w.path_id = t.path_id
         where t.held_at is not null`,
        [pairs.map(({ memberId }) => memberId), pairs.map(({ pathId }) => pathId)],
      );
      return rows.map((row) => ({ memberId: row.member_id, pathId: row.path_id }));
    },

    /** What the union asks of each kind of office for which it ever decided. */
    async listRules(): Promise<readonly TrainingRule[]> {
      const rows: readonly RuleRow[] = await manager.query(ruleNow);
      return rows.map(toRule);
    },

    /** What the union asks of a kind; nobody else decides about it until the transaction ends. */
    async findRuleLocked(kind: PositionKind): Promise<TrainingRule> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('training_rule'))`);
      const rows: readonly RuleRow[] = await manager.query(
        'select * from training_rule where kind = $1 order by version desc limit 1',
        [kind],
      );
      const [row] = rows;
      return row === undefined
        ? { kind, version: 0, pathId: undefined, madeBy: undefined, madeAt: undefined }
        : toRule(row);
    },

    /** Adds a version of a rule; the versions before stay. */
    async addRule({ kind, version, pathId, madeBy, madeAt }: TrainingRule): Promise<void> {
      await manager.query(
        'insert into training_rule (kind, version, path_id, made_by, made_at) values ($1, $2, $3, $4, $5)',
        [kind, version, pathId ?? null, madeBy ?? null, madeAt],
      );
    },

    /** What each of the positions asks for now, the union's rule first. */
    async listAsked(positionIds: readonly PositionId[]): Promise<ReadonlyMap<PositionId, readonly PathId[]>> {
      const rows: readonly { id: PositionId; of_kind: PathId | null; own: PathId | null }[] = await manager.query(
        `select p.id, r.path_id as of_kind, o.path_id as own from position p
         left join (${ruleNow}) r on r.kind = p.kind left join position_training o on o.position_id = p.id
         where p.id = any($1::uuid[])`,
        [positionIds],
      );
      return new Map(rows.map((row) => [row.id, askedTraining(row.of_kind ?? undefined, row.own ?? undefined)]));
    },

    /** What each of the positions asks for besides what the union does; those that ask for no more are left out. */
    async listOwn(positionIds: readonly PositionId[]): Promise<ReadonlyMap<PositionId, PathId>> {
      const rows: readonly { position_id: PositionId; path_id: PathId }[] = await manager.query(
        'select position_id, path_id from position_training where position_id = any($1::uuid[])',
        [positionIds],
      );
      return new Map(rows.map((row) => [row.position_id, row.path_id]));
    },

    /** Says what a position asks for besides what the union does; nothing when it asks for no more. */
    async setOwn(positionId: PositionId, pathId: PathId | undefined): Promise<void> {
      if (pathId === undefined)
        await manager.query('delete from position_training where position_id = $1', [positionId]);
      else
        await manager.query(
          `insert into position_training (position_id, path_id) values ($1, $2)
           on conflict (position_id) do update set path_id = excluded.path_id`,
          [positionId, pathId],
        );
    },
  };
}

/** What mandates asked for when they were given, and which wait. */
function createMandateTrainingQueries(manager: EntityManager) {
  const list = async (query: string, parameters: readonly unknown[]): Promise<readonly MandateTraining[]> => {
    const rows: readonly MandateRow[] = await manager.query(query, [...parameters]);
    return rows.map(toMandateTraining);
  };
  return {
    /** Writes down what a mandate asks for; it gives no right until it begins. */
    async addMandateTraining({ mandateId, pathIds, begunAt }: MandateTraining): Promise<void> {
      await manager.query('insert into mandate_training (mandate_id, path_ids, begun_at) values ($1, $2, $3)', [
        mandateId,
        pathIds,
        begunAt ?? null,
      ]);
    },

    /** What the mandates asked for; those that asked for nothing are left out. */
    listOfMandates: (ids: readonly MandateId[]): Promise<readonly MandateTraining[]> =>
      list('select * from mandate_training where mandate_id = any($1::uuid[])', [ids]),

    /** One mandate's, locked until the transaction ends; nothing when it asked for nothing. */
    async findLocked(id: MandateId): Promise<MandateTraining | undefined> {
      return (await list('select * from mandate_training where mandate_id = $1 for update', [id]))[0];
    },

    /** The mandates of a member that should have begun and wait, locked until the transaction ends. */
    listWaitingLocked: (memberId: MemberId, now: Date): Promise<readonly MandateTraining[]> =>
      list(
        `select t.* from mandate_training t join mandate m on m.id = t.mandate_id
         where m.member_id = $1 and t.begun_at is null and m.starts_at <= $2 and coalesce(m.ended_at, m.ends_at) > $2
         order by t.mandate_id for update of t`,
        [memberId, now],
      ),

    /** The mandates of the positions that wait now, or are to begin and whose rights hang on training, by position. */
    async listWaitingOf(
      positionIds: readonly PositionId[],
      now: Date,
    ): Promise<readonly { readonly positionId: PositionId; readonly mandateId: MandateId }[]> {
      const rows: readonly { position_id: PositionId; id: MandateId }[] = await manager.query(
        `select m.position_id, m.id from mandate m join mandate_training t on t.mandate_id = m.id and t.begun_at is null
         where m.position_id = any($1::uuid[]) and coalesce(m.ended_at, m.ends_at) > greatest($2, m.starts_at)
         order by m.starts_at, m.id`,
        [positionIds, now],
      );
      return rows.map((row) => ({ positionId: row.position_id, mandateId: row.id }));
    },

    /** Lets the rights of a mandate begin. */
    async begin(id: MandateId, begunAt: Date): Promise<void> {
      await manager.query('update mandate_training set begun_at = $2 where mandate_id = $1', [id, begunAt]);
    },
  };
}
