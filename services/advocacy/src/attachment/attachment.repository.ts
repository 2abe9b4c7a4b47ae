import type { ScanVerdict } from '@guildhall/files/declared';
import { ConcurrentWrite } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Case, CaseId } from '../case/case.js';
import type { WrappedKey } from '../sealing/sealing.js';
import { isOnTeam, type CaseViewer } from '../sealing/viewer.js';
import type { Attachment, AttachmentId, AttachmentLayer, AttachmentSender, AttachmentStatus } from './attachment.js';

type Row = {
  id: AttachmentId;
  case_id: CaseId;
  sender: AttachmentSender;
  layer: AttachmentLayer;
  status: AttachmentStatus;
  content_type: string;
  size: number;
  scan: ScanVerdict | null;
  prepared_at: Date;
  expires_at: Date;
  stored_at: Date | null;
  version: number;
};
type KeyedRow = Row & { key_id: string; data_key: Buffer | null };

/** Attachments of one case are never more than this. */
const listMax = 100;

/** Keeps what is known of attachments; their names and digests are sealed texts, their bytes lie in a store. */
export type AttachmentRepository = ReturnType<typeof createAttachmentRepository>;

/** A repository over one connection or transaction. */
export function createAttachmentRepository(manager: EntityManager) {
  return {
    /** The stored attachments of cases that the viewer was shown, as far as their layer is the viewer's, oldest first. */
    async listOf(viewer: CaseViewer, items: readonly Case[]): Promise<readonly Attachment[]> {
      const inside = items.filter((item) => isOnTeam(viewer, item)).map(({ id }) => id);
      const rows: readonly Row[] = await manager.query(
        `select a.* from unnest($1::uuid[]) as wanted(id)
         join lateral (select * from case_attachment where case_id = wanted.id and status = 'STORED'
           and (layer = 'CASE' or case_id = any($2::uuid[])) order by prepared_at, id limit ${listMax}) a on true
         order by a.prepared_at, a.id`,
        [items.map(({ id }) => id), inside],
      );
      return rows.map(toAttachment);
    },

    /** How many attachments a case has or awaits; those who send to it wait for one another until the transaction ends. */
    async countOf(caseId: CaseId, now: Date): Promise<number> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('case_attachment'), hashtext($1::text))`, [caseId]);
      const [row]: readonly { count: number }[] = await manager.query(
        `select count(*)::int as count from case_attachment
         where case_id = $1 and (status in ('STORED', 'RECEIVING') or (status = 'AWAITED' and expires_at >= $2))`,
        [caseId, now],
      );
      return row?.count ?? 0;
    },

    /** One attachment with the wrapped key of its case; for whoever shows an address that this service signed. */
    async findSigned(
      id: AttachmentId,
    ): Promise<{ readonly attachment: Attachment; readonly key: WrappedKey | undefined } | undefined> {
      const [row]: readonly KeyedRow[] = await manager.query(
        'select a.*, f.key_id, f.data_key from case_attachment a join case_file f on f.id = a.case_id where a.id = $1',
        [id],
      );
      if (row === undefined) return undefined;
      const key = row.data_key === null ? undefined : { keyId: row.key_id, dataKey: row.data_key };
      return { attachment: toAttachment(row), key };
    },

    async add({ id, caseId, sender, layer, contentType, size, preparedAt, expiresAt }: Attachment): Promise<void> {
      await manager.query(
        `insert into case_attachment (id, case_id, sender, layer, status, content_type, size, prepared_at, expires_at, version)
         values ($1, $2, $3, $4, 'AWAITED', $5, $6, $7, $8, 1)`,
        [id, caseId, sender, layer, contentType, size, preparedAt, expiresAt],
      );
    },

    /** Saves a step of an attachment's life; the later of two who take it at once fails. */
    async save(attachment: Attachment): Promise<Attachment> {
      const { id, status, scan, storedAt, version } = attachment;
      const [, count]: [unknown, number] = await manager.query(
        'update case_attachment set status = $2, scan = $3, stored_at = $4, version = version + 1 where id = $1 and version = $5',
        [id, status, scan ?? null, storedAt ?? null, version],
      );
      if (count !== 1) throw new ConcurrentWrite();
      return { ...attachment, version: version + 1 };
    },

    /** Attachments whose case was erased, and those whose bytes never came or broke off. */
    async listLeftOver(before: Date, limit: number): Promise<readonly Attachment[]> {
      const rows: readonly Row[] = await manager.query(
        `select a.* from case_attachment a join case_file f on f.id = a.case_id
         where (a.status = 'STORED' and f.data_key is null) or (a.status in ('AWAITED', 'RECEIVING') and a.expires_at < $1)
         order by a.id limit $2`,
        [before, limit],
      );
      return rows.map(toAttachment);
    },
  };
}

function toAttachment(row: Row): Attachment {
  const { id, sender, layer, status, size, version } = row;
  return {
    id,
    sender,
    layer,
    status,
    size,
    version,
    caseId: row.case_id,
    contentType: row.content_type,
    scan: row.scan ?? undefined,
    preparedAt: row.prepared_at,
    expiresAt: row.expires_at,
    storedAt: row.stored_at ?? undefined,
  };
}
