import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Pseudonym } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { Chain, StoredLink } from './chain.js';
import type { DisclosedField, Disclosure, DisclosurePurpose, Reading, ReaderRole } from './disclosure.js';

type Row = {
  student: Pseudonym;
  position: number;
  case_id: Id<'Case'>;
  referral_id: Id<'Referral'> | null;
  reader_role: ReaderRole;
  reader: string;
  fields: DisclosedField[];
  purpose: DisclosurePurpose;
  at: Date;
  salt: Buffer | null;
  commitment: Buffer;
  hash: Buffer;
};

type Head = { student: Pseudonym; position: number; hash: Buffer };

/** Appends to the read ledger and shows a student their own. */
export type DisclosureRepository = ReturnType<typeof createDisclosureRepository>;

/** A repository over one connection or transaction. */
export function createDisclosureRepository(manager: EntityManager, chain: Chain) {
  return {
    /** Appends readings, each to the chain of its student; chains wait for one another until the transaction ends. */
    async append(readings: readonly Reading[]): Promise<void> {
      if (readings.length === 0) return;
      const students = [...new Set(readings.map(({ student }) => student))].sort();
      await manager.query(
        `select pg_advisory_xact_lock(hashtext('disclosure'), hashtext(student)) from (select student from unnest($1::text[]) as one(student) order by 1) locked`,
        [students],
      );
      const heads: readonly Head[] = await manager.query(
        'select distinct on (student) student, position, hash from disclosure where student = any($1::text[]) order by student, position desc',
        [students],
      );
      await insert(manager, linkUp(readings, heads, chain));
    },

    /** The readings of one of the viewer's own cases, oldest first; nobody else has any. */
    async page(viewer: CaseViewer, caseId: Id<'Case'>, { first, after }: PageRequest): Promise<Page<Disclosure>> {
      const rows: readonly Row[] = await manager.query(
        'select * from disclosure where student = $1 and case_id = $2 and position > $3 and salt is not null order by position limit $4',
        [viewer.self ?? null, caseId, Number(after?.[0] ?? 0) || 0, first + 1],
      );
      return toPage(rows.map(toDisclosure), first, ({ position }) => [String(position)]);
    },

    /** Whether the viewer's own chain is as it was written. */
    async isIntact(viewer: CaseViewer): Promise<boolean> {
      const rows: readonly Row[] = await manager.query(
        'select * from disclosure where student = $1 order by position',
        [viewer.self ?? null],
      );
      return rows.every(({ position }, index) => position === index + 1) && chain.isIntact(rows.map(toStoredLink));
    },
  };
}

type NewRow = Reading & {
  readonly position: number;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
  readonly hash: Uint8Array;
};

function linkUp(readings: readonly Reading[], heads: readonly Head[], chain: Chain): readonly NewRow[] {
  const last = new Map<Pseudonym, { readonly position: number; readonly hash: Uint8Array }>(
    heads.map((head) => [head.student, head]),
  );
  return readings.map((reading) => {
    const head = last.get(reading.student);
    const row = { ...reading, ...chain.link(reading, head?.hash), position: (head?.position ?? 0) + 1 };
    last.set(reading.student, row);
    return row;
  });
}

function insert(manager: EntityManager, rows: readonly NewRow[]): Promise<unknown> {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const list = rows.map((row) => ({
    ...row,
    referralId: row.referralId ?? null,
    salt: hex(row.salt),
    commitment: hex(row.commitment),
    hash: hex(row.hash),
  }));
  return manager.query(
    `insert into disclosure (student, position, case_id, referral_id, reader_role, reader, fields, purpose, at, salt, commitment, hash)
     select student, position, "caseId", "referralId", "readerRole", reader, fields, purpose, at, decode(salt, 'hex'), decode(commitment, 'hex'), decode(hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as row(student text, position int, "caseId" uuid, "referralId" uuid, "readerRole" text, reader text,
       fields text[], purpose text, at timestamptz, salt text, commitment text, hash text)`,
    [JSON.stringify(list)],
  );
}

function toDisclosure(row: Row): Disclosure {
  const { student, position, reader, fields, purpose, at } = row;
  return {
    student,
    caseId: row.case_id,
    referralId: row.referral_id ?? undefined,
    readerRole: row.reader_role,
    reader,
    fields,
    purpose,
    at,
    position,
    hash: row.hash.toString('base64url'),
  };
}

function toStoredLink(row: Row): StoredLink {
  const { position: _position, hash: _hash, ...reading } = toDisclosure(row);
  return { salt: row.salt ?? undefined, commitment: row.commitment, hash: row.hash, reading };
}
