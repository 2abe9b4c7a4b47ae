import type { Actor } from '@guildhall/kernel';
import { planExportPart } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import { exportingServices, exportsShown, type DataExport, type ExportingService } from './data-export.js';
import { dataExportPolicy } from './data-export.policy.js';

type ExportRow = {
  id: DataExport['id'];
  member_id: MemberId;
  requested_at: Date;
  finished_at: Date | null;
  version: number;
};

/** Reads and writes copies; every read takes the actor and answers about their own. */
export type DataExportRepository = ReturnType<typeof createDataExportRepository>;

/** A repository over one connection or transaction. */
export function createDataExportRepository(manager: EntityManager) {
  const listOwn = async (actor: Actor, limit: number): Promise<readonly DataExport[]> => {
    const rows: readonly ExportRow[] = await manager.query(
      'select * from data_export where member_id = $1 order by requested_at desc, id limit $2',
      [dataExportPolicy.subjectOf(actor) ?? null, limit],
    );
    return rows.map(toExport);
  };

  return {
    /** The actor's copies, the latest first. */
    listOwn: (actor: Actor): Promise<readonly DataExport[]> => listOwn(actor, exportsShown),

    /** The actor's copy with this id; nothing when missing or somebody else's. */
    async findOwn(actor: Actor, id: string): Promise<DataExport | null> {
      const rows: readonly ExportRow[] = await manager.query(
        'select * from data_export where id = $1 and member_id = $2',
        [id, dataExportPolicy.subjectOf(actor) ?? null],
      );
      return rows[0] === undefined ? null : toExport(rows[0]);
    },

    /** The actor's latest copy; nobody else begins one for them until the transaction ends. */
    async findLatestLocked(actor: Actor): Promise<DataExport | undefined> {
      await manager.query('select 1 from member where id = $1 for no key update', [
        dataExportPolicy.subjectOf(actor) ?? null,
      ]);
      return (await listOwn(actor, 1))[0];
    },

    /** Begins a copy and plans this service's own part. A copy that no service finished gives way. */
    async begin(copy: DataExport): Promise<DataExport> {
      await manager.query(
        'update data_export set finished_at = $2, version = version + 1 where member_id = $1 and finished_at is null',
        [copy.memberId, copy.requestedAt],
      );
      await manager.query('insert into data_export (id, member_id, requested_at, version) values ($1, $2, $3, $4)', [
        copy.id,
        copy.memberId,
        copy.requestedAt,
        copy.version,
      ]);
      await planExportPart(manager, { exportId: copy.id, memberId: copy.memberId, now: copy.requestedAt });
      return copy;
    },

    /** Notes that a service wrote its part; tells whose copy is finished by it, once. */
    async noteWritten(
      exportId: string,
      { service, now }: { readonly service: ExportingService; readonly now: Date },
    ): Promise<MemberId | undefined> {
      await manager.query('select 1 from data_export where id = $1 for update', [exportId]);
      await manager.query(
        `insert into data_export_written (export_id, service, written_at)
         select id, $2, $3 from data_export where id = $1 on conflict do nothing`,
        [exportId, service, now],
      );
      const [finished]: readonly [readonly { member_id: MemberId }[], number] = await manager.query(
        `update data_export set finished_at = $2, version = version + 1 where id = $1 and finished_at is null
           and (select count(*) from data_export_written w where w.export_id = $1) = $3 returning member_id`,
        [exportId, now, exportingServices.length],
      );
      return finished[0]?.member_id;
    },
  };
}

function toExport(row: ExportRow): DataExport {
  return {
    id: row.id,
    memberId: row.member_id,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at ?? undefined,
    version: row.version,
  };
}
