import type { EntityManager } from 'typeorm';
import type { Id } from '@guildhall/kernel';
import type { Case, CaseId } from '../case/case.js';
import type { Reading } from '../disclosure/disclosure.js';
import type { Pseudonym } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { Receipt, ReceiptKind } from './receipt.js';

/** A case found by a receipt code, with what the code opens. */
export type ReceiptCase = { readonly item: Case; readonly receiptId: Id<'Receipt'>; readonly kind: ReceiptKind };

type ReceiptColumns = { readonly receipt_id: Id<'Receipt'>; readonly receipt_kind: ReceiptKind };
type ReadingRow = {
  referral_id: Id<'Referral'> | null;
  ground_id: string | null;
  items: Id<'ReferralField'>[] | null;
  reader_role: Reading['readerRole'];
  reader: string;
  fields: Reading['fields'];
  purpose: Reading['purpose'];
  at: Date;
};

/** Where readings are written down. */
type Ledger = { append(readings: readonly Reading[]): Promise<void> };

/** Keeps receipts by the digests of their codes. */
export type ReceiptRepository = ReturnType<typeof createReceiptRepository>;

/** A repository over one connection or transaction. */
export function createReceiptRepository(manager: EntityManager, ledger: Ledger) {
  return {
    /** The case that a code leads to, or nothing when it leads nowhere any more. Whoever has the digest had the code. */
    async findByCode(codeDigest: string): Promise<ReceiptCase | undefined> {
      const { entities, raw } = await manager
        .createQueryBuilder<Case>('Case', 'file')
        .innerJoin('case_receipt', 'receipt', 'receipt.case_id = file.id and receipt.ended_at is null')
        .addSelect('receipt.id', 'receipt_id')
        .addSelect('receipt.kind', 'receipt_kind')
        .where('receipt.code_digest = :codeDigest', { codeDigest })
        .getRawAndEntities<ReceiptColumns>();
      const [item] = entities;
      const [columns] = raw;
      if (item === undefined || columns === undefined) return undefined;
      return { item, receiptId: columns.receipt_id, kind: columns.receipt_kind };
    },

    /** How many cases were opened with a receipt since an instant; openings wait for one another until the transaction ends. */
    async countOpenings(since: Date): Promise<number> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('case_receipt'))`);
      const [row]: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from case_receipt where opened_case and made_at > $1',
        [since],
      );
      return row?.count ?? 0;
    },

    async add({ id, caseId, kind, codeDigest, openedCase, madeAt }: Receipt): Promise<void> {
      await manager.query(
        'insert into case_receipt (id, code_digest, case_id, kind, opened_case, made_at) values ($1, $2, $3, $4, $5, $6)',
        [id, codeDigest, caseId, kind, openedCase, madeAt],
      );
    },

    /** Ends the receipt that a case has, if any. */
    end: (caseId: CaseId, now: Date): Promise<unknown> =>
      manager.query('update case_receipt set ended_at = $2 where case_id = $1 and ended_at is null', [caseId, now]),

    /** Lets a receipt tell the status alone. */
    narrow: (id: Id<'Receipt'>): Promise<unknown> =>
      manager.query(`update case_receipt set kind = 'STATUS' where id = $1`, [id]),

    /** When the receipt of a case of the viewer's own was made; nothing for anybody else and where there is none. */
    async findMadeAt({ self }: CaseViewer, caseId: CaseId): Promise<Date | undefined> {
      const [row]: readonly { made_at: Date }[] = await manager.query(
        'select r.made_at from case_receipt r join case_file f on f.id = r.case_id where r.case_id = $1 and f.student = $2 and r.ended_at is null',
        [caseId, self ?? null],
      );
      return row?.made_at;
    },

    /** Adds the student's name to those that the conflict check compares. */
    addStudentName: (caseId: CaseId, nameIndex: string): Promise<unknown> =>
      manager.query(
        `insert into case_party (case_id, side, name_index) values ($1, 'STUDENT', $2) on conflict do nothing`,
        [caseId, nameIndex],
      ),

    /**
     * Who works on this case, or on one in which somebody of this name stands on the other side, and would stand on both
     * sides once the name is the student's: whoever ever worked on the one loses the other, and whoever is tied to the name.
     */
    listTorn: (caseId: CaseId, nameIndex: string): Promise<readonly { caseId: CaseId; subject: string }[]> =>
      manager.query(
        `with opposite as (
           select case_id from case_party where name_index = $2 and side = 'OTHER' and case_id <> $1)
         select f.id as "caseId", working.subject from case_file f
         cross join lateral (values (f.assignee), (f.second_worker)) working(subject)
         where (f.id = $1 and (
             exists (select 1 from opposite join case_assignment given using (case_id) where given.subject = working.subject)
             or exists (select 1 from worker_tie tie where tie.subject = working.subject and tie.name_index = $2)))
           or (f.id in (select case_id from opposite)
             and exists (select 1 from case_assignment given where given.case_id = $1 and given.subject = working.subject))
         order by f.id, working.subject`,
        [caseId, nameIndex],
      ),

    /** Writes what was read of a case into the chain of the student it belongs to now, so that they see the whole ledger. */
    async carryReadings(caseId: CaseId, from: Pseudonym, to: Pseudonym): Promise<void> {
      const rows: readonly ReadingRow[] = await manager.query(
        'select referral_id, ground_id, items, reader_role, reader, fields, purpose, at from disclosure where case_id = $1 and student = $2 and salt is not null order by position',
        [caseId, from],
      );
      const readings = rows.map(
        ({ referral_id, ground_id, items, reader_role, reader, fields, purpose, at }): Reading => ({
          student: to,
          caseId,
          referralId: referral_id ?? undefined,
          groundId: ground_id ?? undefined,
          items: items ?? undefined,
          readerRole: reader_role,
          reader,
          fields,
          purpose,
          at,
        }),
      );
      await ledger.append(readings);
    },
  };
}
