import type { Actor, Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { RecordRebuild, RecordRebuildId } from './record-rebuild.js';
import { rebuildPolicy } from './record-rebuild.policy.js';
import type { FactSource } from './record-fact.js';
import type { Evidence } from './evidence.js';
import { writtenEvidence } from './record-rows.js';

/** Reads and writes buildings of the record, and what they look at. */
export type RebuildRepository = ReturnType<typeof createRebuildRepository>;

type RebuildRow = {
  id: RecordRebuildId;
  status: RecordRebuild['status'];
  requested_by: string;
  requested_at: Date;
  finished_at: Date | null;
  total: number;
  done: number;
  mended: number;
  place: FactSource | null;
};

/** A repository over one connection or transaction. */
export function createRebuildRepository(manager: EntityManager) {
  return {
    /** The newest buildings; nothing for everybody but administrators. */
    async listNewest(actor: Actor): Promise<readonly RecordRebuild[]> {
      const rows: readonly RebuildRow[] = await manager.query(
        'select * from record_rebuild where $1::boolean order by requested_at desc, id desc limit 20',
        [rebuildPolicy.canSee(actor)],
      );
      return rows.map(toRebuild);
    },

    /** One building; null for everybody but administrators. */
    async find(actor: Actor, id: RecordRebuildId): Promise<RecordRebuild | null> {
      const rows: readonly RebuildRow[] = await manager.query(
        'select * from record_rebuild where id = $1 and $2::boolean',
        [id, rebuildPolicy.canSee(actor)],
      );
      return rows[0] === undefined ? null : toRebuild(rows[0]);
    },

    /** Begins a building, unless one is under way. */
    async start({ id, by, now }: { readonly id: RecordRebuildId; readonly by: string; readonly now: Date }) {
      const rows: readonly RebuildRow[] = await manager.query(
        `insert into record_rebuild (id, status, requested_by, requested_at, total, done, mended)
         select $1, 'RUNNING', $2, $3, (select count(*) from (select distinct source, aggregate, aggregate_id from record_fact) things), 0, 0
         on conflict do nothing returning *`,
        [id, by, now],
      );
      return rows[0] === undefined ? null : toRebuild(rows[0]);
    },

    /** One building, as long as it runs; nobody else goes on with it meanwhile. */
    async findRunningLocked(id: RecordRebuildId): Promise<RecordRebuild | null> {
      const rows: readonly RebuildRow[] = await manager.query(
        `select * from record_rebuild where id = $1 and status = 'RUNNING' for update`,
        [id],
      );
      return rows[0] === undefined ? null : toRebuild(rows[0]);
    },

    /** The next things there are facts about, in a fixed order. */
    async listSourcesAfter(place: FactSource | undefined, limit: number): Promise<readonly FactSource[]> {
      return manager.query(
        `select distinct source, aggregate, aggregate_id as "aggregateId" from record_fact
         where $1::text is null or (source, aggregate, aggregate_id) > ($1, $2, $3)
         order by source, aggregate, aggregate_id limit $4`,
        [place?.source ?? null, place?.aggregate ?? null, place?.aggregateId ?? null, limit],
      );
    },

    /** The ids among these of evidence that is not stored as it was folded. */
    async listDiffering(evidence: readonly Evidence[]): Promise<readonly string[]> {
      const rows: readonly { id: string }[] = await manager.query(
        `select f.id from jsonb_to_recordset($1::jsonb) as f(id uuid, member_id uuid, kind text, source_id text,
           happened_at timestamptz, until timestamptz, minutes int, detail jsonb, is_standing boolean, taken_back_at timestamptz)
         left join evidence e on e.id = f.id
         where (e.member_id, e.kind, e.source_id, e.happened_at, e.until, e.minutes, e.detail, e.is_standing, e.taken_back_at)
           is distinct from (f.member_id, f.kind, f.source_id, f.happened_at, f.until, f.minutes, f.detail, f.is_standing, f.taken_back_at)`,
        [JSON.stringify(evidence.map(writtenEvidence))],
      );
      return rows.map(({ id }) => id);
    },

    /** Deletes evidence about which there is no fact, and says whose it was. */
    async deleteUnfounded(): Promise<readonly Id<'Member'>[]> {
      const [rows]: [readonly { member_id: Id<'Member'> }[], number] = await manager.query(
        `delete from evidence e where not exists (
           select 1 from record_fact f where f.aggregate_id = e.source_id and f.kind = e.kind and f.member_ids @> array[e.member_id])
         returning member_id`,
      );
      return rows.map((row) => row.member_id);
    },

    /** Writes how far a building is. */
    async save({ id, status, finishedAt, done, mended, place }: RecordRebuild): Promise<void> {
      await manager.query(
        'update record_rebuild set status = $2, finished_at = $3, done = $4, mended = $5, place = $6 where id = $1',
        [id, status, finishedAt ?? null, done, mended, place === undefined ? null : JSON.stringify(place)],
      );
    },
  };
}

function toRebuild(row: RebuildRow): RecordRebuild {
  return {
    id: row.id,
    status: row.status,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at ?? undefined,
    total: row.total,
    done: row.done,
    mended: row.mended,
    place: row.place ?? undefined,
  };
}
