import type { EntityManager } from 'typeorm';
import type { CaseId } from '../case/case.js';
import type { IdentityPurpose } from '../sealing/sealing.js';
import { activeWorker, type CaseViewer } from '../sealing/viewer.js';
import type { IdentityOpening, OpeningId } from './identity.js';

type OpeningRow = {
  id: OpeningId;
  case_id: CaseId;
  subject: string;
  purpose: IdentityPurpose;
  opened_at: Date;
  closes_at: Date;
  closed_at: Date | null;
  version: number;
};

/** Reads and writes openings of identities; everybody sees their own alone. */
export type IdentityRepository = ReturnType<typeof createIdentityRepository>;

/** A repository over one connection or transaction. */
export function createIdentityRepository(manager: EntityManager) {
  return {
    /** Opens an identity; one that the same worker opened before is closed with it. */
    async open({ id, caseId, subject, purpose, openedAt, closesAt }: IdentityOpening): Promise<void> {
      await manager.query(
        'update identity_opening set closed_at = least(closes_at, $3), version = version + 1 where case_id = $1 and subject = $2 and closed_at is null',
        [caseId, subject, openedAt],
      );
      await manager.query(
        'insert into identity_opening (id, case_id, subject, purpose, opened_at, closes_at, version) values ($1, $2, $3, $4, $5, $6, 1)',
        [id, caseId, subject, purpose, openedAt, closesAt],
      );
    },

    /** The viewer's own openings of the cases that no hand has closed, while they are its case worker. */
    async listOwn(viewer: CaseViewer, caseIds: readonly CaseId[]): Promise<readonly IdentityOpening[]> {
      const rows: readonly OpeningRow[] = await manager.query(
        `select o.* from identity_opening o join case_file f on f.id = o.case_id and f.assignee = o.subject
         where o.case_id = any($1::uuid[]) and o.subject = $2 and o.closed_at is null`,
        [caseIds, activeWorker(viewer) ?? null],
      );
      return rows.map(toOpening);
    },

    close: (id: OpeningId, now: Date): Promise<unknown> =>
      manager.query(
        'update identity_opening set closed_at = $2, version = version + 1 where id = $1 and closed_at is null',
        [id, now],
      ),
  };
}

function toOpening(row: OpeningRow): IdentityOpening {
  return {
    id: row.id,
    caseId: row.case_id,
    subject: row.subject,
    purpose: row.purpose,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    closedAt: row.closed_at ?? undefined,
    version: row.version,
  };
}
