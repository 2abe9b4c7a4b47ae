import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { CheckpointId } from '../checkpoint/checkpoint.js';
import type { MemberId } from '../references/member.js';
import type { RegistrationId } from '../registration/registration.js';
import { heldSql } from '../registration/registration-status.js';
import type { DoorState, Scan, ScanId, ScanUndo } from './scan.js';

/** Reads and writes what was scanned. Whoever asks may keep the door of the activity; every read names it. */
export type ScanRepository = ReturnType<typeof createScanRepository>;

/** How many were counted in and out at a checkpoint. */
export type DoorCount = { readonly in: number; readonly out: number };

const scanColumns = `id, activity_id as "activityId", checkpoint_id as "checkpointId", registration_id as "registrationId", direction, method,
  device_id as "deviceId", device_label as "deviceLabel", nonce, scanned_at as "scannedAt", device_time as "deviceTime",
  received_at as "receivedAt", recorded_by as "recordedBy", rules_version as "rulesVersion", is_counted as "isCounted"`;
const undoColumns = `id, activity_id as "activityId", checkpoint_id as "checkpointId", registration_id as "registrationId", direction,
  undone_at as "undoneAt", undone_by as "undoneBy", reason`;

type ScanRow = Omit<Scan, 'deviceLabel' | 'recordedBy'> & { deviceLabel: string | null; recordedBy: MemberId | null };

const fromRow = (row: ScanRow): Scan => ({
  ...row,
  deviceLabel: row.deviceLabel ?? undefined,
  recordedBy: row.recordedBy ?? undefined,
});

const toRow = (scan: Scan) => ({
  id: scan.id,
  activity_id: scan.activityId,
  checkpoint_id: scan.checkpointId,
  registration_id: scan.registrationId,
  direction: scan.direction,
  method: scan.method,
  device_id: scan.deviceId,
  device_label: scan.deviceLabel ?? null,
  nonce: scan.nonce,
  scanned_at: scan.scannedAt,
  device_time: scan.deviceTime,
  received_at: scan.receivedAt,
  recorded_by: scan.recordedBy ?? null,
  rules_version: scan.rulesVersion,
  is_counted: scan.isCounted,
});

/** A repository over one connection or transaction. */
export function createScanRepository(manager: EntityManager) {
  const list = async (where: string, values: readonly unknown[]): Promise<readonly Scan[]> => {
    const rows: readonly ScanRow[] = await manager.query(
      `select ${scanColumns} from door_scan where ${where} order by scanned_at, id`,
      [...values],
    );
    return rows.map(fromRow);
  };

  return {
    /** Every scan of registrations. */
    listOf: (ids: readonly RegistrationId[]) => list('registration_id = any($1::uuid[])', [ids]),

    /** What a device has sent of the activity before, by its own names. */
    listByNonce: (activityId: ActivityId, deviceId: string, nonces: readonly string[]) =>
      list('device_id = $2 and nonce = any($3::uuid[]) and activity_id = $1', [activityId, deviceId, nonces]),

    /** The scans that count, of registrations of the activity. */
    listCounted: (ids: readonly RegistrationId[]) => list('registration_id = any($1::uuid[]) and is_counted', [ids]),

    /** One scan, or nothing; nobody else changes the door of its activity until the transaction ends. */
    async findLocked(id: ScanId): Promise<Scan | undefined> {
      await manager.query(
        'select 1 from activity where id = (select activity_id from door_scan where id = $1) for no key update',
        [id],
      );
      return (await list('id = $1', [id]))[0];
    },

    /** Everything that was taken back of registrations. */
    listUndos: (ids: readonly RegistrationId[]): Promise<readonly ScanUndo[]> =>
      manager.query(
        `select ${undoColumns} from door_undo where registration_id = any($1::uuid[]) order by undone_at, id`,
        [ids],
      ),

    /** How many were counted at checkpoints, of those who still hold a place. */
    async listCounts(ids: readonly CheckpointId[]): Promise<ReadonlyMap<CheckpointId, DoorCount>> {
      const rows: readonly { checkpoint_id: CheckpointId; in: number; out: number }[] = await manager.query(
        `select s.checkpoint_id, count(*) filter (where s.direction = 'IN')::int as "in",
           count(*) filter (where s.direction = 'OUT')::int as "out"
         from door_scan s join registration r on r.id = s.registration_id
         where s.checkpoint_id = any($1::uuid[]) and s.is_counted and (r.status in ${heldSql} or r.status = 'ATTENDED')
         group by s.checkpoint_id`,
        [ids],
      );
      return new Map(rows.map(({ checkpoint_id, ...count }) => [checkpoint_id, count]));
    },

    addAll: (scans: readonly Scan[]): Promise<void> => insertRows(manager, 'door_scan', scans.map(toRow)),

    /** Which stored scans count from now on: first those that no longer do, because only one may. Call it under the activity's lock. */
    async recount(uncounted: readonly ScanId[], counted: readonly ScanId[]): Promise<void> {
      if (uncounted.length > 0)
        await manager.query('update door_scan set is_counted = false where id = any($1::uuid[])', [uncounted]);
      if (counted.length > 0)
        await manager.query('update door_scan set is_counted = true where id = any($1::uuid[])', [counted]);
    },

    /** Leaves registrations as the door has them. Call it under the activity's lock. */
    async settle(states: readonly DoorState[]): Promise<void> {
      if (states.length === 0) return;
      await manager.query(
        `update registration r set status = s.status, checked_in_at = s."checkedInAt", checked_out_at = s."checkedOutAt",
           is_late = s."isLate", version = r.version + 1
         from jsonb_to_recordset($1::jsonb) as s(id uuid, status text, "checkedInAt" timestamptz, "checkedOutAt" timestamptz, "isLate" boolean)
         where r.id = s.id and r.status in ${heldSql}`,
        [JSON.stringify(states)],
      );
    },

    /** Writes down what was taken back. */
    addUndo: (undo: ScanUndo): Promise<void> =>
      insertRows(manager, 'door_undo', [
        {
          id: undo.id,
          activity_id: undo.activityId,
          checkpoint_id: undo.checkpointId,
          registration_id: undo.registrationId,
          direction: undo.direction,
          undone_at: undo.undoneAt,
          undone_by: undo.undoneBy ?? null,
          reason: undo.reason,
        },
      ]),

    /** Takes back everybody's way in at every checkpoint, because the activity was moved. Call it under the activity's lock. */
    async undoAll(activityId: ActivityId, undoneAt: Date, reason: string): Promise<void> {
      await manager.query(
        `insert into door_undo (id, activity_id, checkpoint_id, registration_id, direction, undone_at, reason)
         select gen_random_uuid(), activity_id, checkpoint_id, registration_id, 'IN', $2, $3
         from door_scan where activity_id = $1 and is_counted and direction = 'IN'`,
        [activityId, undoneAt, reason],
      );
      await manager.query('update door_scan set is_counted = false where activity_id = $1 and is_counted', [
        activityId,
      ]);
    },
  };
}
