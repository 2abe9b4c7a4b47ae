import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { CaseViewer } from '../sealing/viewer.js';
import type { Chain, StoredLink } from './chain.js';
import type {
  ChainName,
  DisclosedField,
  Disclosure,
  DisclosurePurpose,
  LedgerLink,
  Reading,
  ReaderRole,
} from './disclosure.js';

type Row = {
  student: ChainName;
  position: number;
  case_id: Id<'Case'> | null;
  referral_id: Id<'Referral'> | null;
  ground_id: string | null;
  reader_role: ReaderRole | null;
  reader: string | null;
  fields: DisclosedField[] | null;
  items: Id<'ReferralField'>[] | null;
  purpose: DisclosurePurpose | null;
  at: Date | null;
  salt: Buffer | null;
  commitment: Buffer;
  hash: Buffer;
};

type Head = { student: ChainName; position: number; hash: Buffer };

/** A chain of the viewer: their own, or one that was kept apart until they could be told of an emergency access. */
export type OwnChain = {
  readonly name: ChainName;
  readonly emergencyAccess: { readonly id: Id<'EmergencyAccess'>; readonly caseId: Id<'Case'> } | undefined;
};

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
      return toPage(rows.flatMap(toDisclosures), first, ({ position }) => [String(position)]);
    },

    /** Whether the viewer's own chain is as it was written. */
    isIntact: (viewer: CaseViewer): Promise<boolean> => isChainIntact(manager, chain, viewer.self ?? null),

    /** The chains of the viewer: their own, and those of emergency accesses that they have been told of by now. */
    async listChains(viewer: CaseViewer, now: Date): Promise<readonly OwnChain[]> {
      if (viewer.self === undefined) return [];
      const rows: readonly { id: Id<'EmergencyAccess'>; case_id: Id<'Case'> }[] = await manager.query(
        `select e.id, e.case_id from emergency_access e join case_file f on f.id = e.case_id
         where f.student = $1 and e.tell_by <= $2 and e.status <> 'ASKED' order by e.asked_at, e.id`,
        [viewer.self, now],
      );
      const own: OwnChain = { name: viewer.self, emergencyAccess: undefined };
      return [
        own,
        ...rows.map(({ id, case_id: caseId }): OwnChain => ({
          name: `emergency/${id}`,
          emergencyAccess: { id, caseId },
        })),
      ];
    },

    /** Every reading about the viewer that they may know of by now, oldest first; what stands in chains kept apart comes after its telling. */
    async listOwn(viewer: CaseViewer, now: Date): Promise<readonly Disclosure[]> {
      const rows: readonly Row[] = await manager.query(
        `select d.* from disclosure d where d.salt is not null and (d.student = $1 or d.student in (
           select 'emergency/' || e.id from emergency_access e join case_file f on f.id = e.case_id
           where f.student = $1 and e.tell_by <= $2 and e.status <> 'ASKED')) order by d.at, d.student, d.position`,
        [viewer.self ?? null, now],
      );
      return rows.flatMap(toDisclosures);
    },

    /** The links of a chain that the viewer was shown, from the first, with what the viewer needs to check them alone. */
    async pageLinks({ name }: OwnChain, { first, after }: PageRequest): Promise<Page<LedgerLink>> {
      const rows: readonly Row[] = await manager.query(
        'select * from disclosure where student = $1 and position > $2 order by position limit $3',
        [name, Number(after?.[0] ?? 0) || 0, first + 1],
      );
      return toPage(
        rows.map((row) => toLedgerLink(row, chain)),
        first,
        ({ position }) => [String(position)],
      );
    },

    /** What was read under an emergency access that the viewer was shown, oldest first. */
    async listOfAccess(accessId: Id<'EmergencyAccess'>): Promise<readonly Disclosure[]> {
      const rows: readonly Row[] = await manager.query(
        'select * from disclosure where ground_id = $1 and salt is not null order by at, student, position limit 100',
        [accessId],
      );
      return rows.flatMap(toDisclosures);
    },

    /** The names of chains after one, in order, for whoever checks them all. */
    async listChainNames(after: string, count: number): Promise<readonly ChainName[]> {
      const rows: readonly { student: ChainName }[] = await manager.query(
        'select distinct student from disclosure where student > $1 order by student limit $2',
        [after, count],
      );
      return rows.map(({ student }) => student);
    },

    /** Whether a chain is as it was written. */
    isNamedIntact: (name: ChainName): Promise<boolean> => isChainIntact(manager, chain, name),

    /** Drops the facts and salts of a case's readings; nobody can tell any more what was committed to, and the chains stay whole. */
    erase: (caseId: Id<'Case'>): Promise<unknown> =>
      manager.query(
        `update disclosure set salt = null, reader_role = null, reader = null, fields = null, purpose = null, at = null,
           case_id = null, referral_id = null, ground_id = null, items = null where case_id = $1 and salt is not null`,
        [caseId],
      ),
  };
}

type NewRow = Reading & {
  readonly position: number;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
  readonly hash: Uint8Array;
};

function linkUp(readings: readonly Reading[], heads: readonly Head[], chain: Chain): readonly NewRow[] {
  const last = new Map<ChainName, { readonly position: number; readonly hash: Uint8Array }>(
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
    groundId: row.groundId ?? null,
    items: row.items ?? null,
    salt: hex(row.salt),
    commitment: hex(row.commitment),
    hash: hex(row.hash),
  }));
  return manager.query(
    `insert into disclosure (student, position, case_id, referral_id, ground_id, reader_role, reader, fields, items, purpose, at, salt, commitment, hash)
     select student, position, "caseId", "referralId", "groundId", "readerRole", reader, fields, items, purpose, at, decode(salt, 'hex'), decode(commitment, 'hex'), decode(hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as row(student text, position int, "caseId" uuid, "referralId" uuid, "groundId" uuid, "readerRole" text, reader text,
       fields text[], items uuid[], purpose text, at timestamptz, salt text, commitment text, hash text)`,
    [JSON.stringify(list)],
  );
}

/** Nothing for a reading whose facts were erased. */
function toDisclosures(row: Row): readonly Disclosure[] {
  const { student, position, reader_role: readerRole, reader, fields, purpose, at, case_id: caseId } = row;
  if (caseId === null || readerRole === null || reader === null || fields === null || purpose === null || at === null)
    return [];
  return [
    {
      student,
      caseId,
      referralId: row.referral_id ?? undefined,
      groundId: row.ground_id ?? undefined,
      readerRole,
      reader,
      fields,
      items: row.items ?? undefined,
      purpose,
      at,
      position,
      hash: row.hash.toString('base64url'),
    },
  ];
}

function readingOf(row: Row): Reading | undefined {
  const [disclosure] = toDisclosures(row);
  if (disclosure === undefined) return undefined;
  const { position: _position, hash: _hash, ...reading } = disclosure;
  return reading;
}

async function isChainIntact(manager: EntityManager, chain: Chain, name: ChainName | null): Promise<boolean> {
  const rows: readonly Row[] = await manager.query('select * from disclosure where student = $1 order by position', [
    name,
  ]);
  return rows.every(({ position }, index) => position === index + 1) && chain.isIntact(rows.map(toStoredLink));
}

function toStoredLink(row: Row): StoredLink {
  const { commitment, hash } = row;
  return { salt: row.salt ?? undefined, commitment, hash, reading: readingOf(row) };
}

function toLedgerLink(row: Row, chain: Chain): LedgerLink {
  const reading = readingOf(row);
  return {
    position: row.position,
    salt: row.salt?.toString('base64url'),
    commitment: row.commitment.toString('base64url'),
    hash: row.hash.toString('base64url'),
    facts: reading === undefined ? undefined : chain.facts(reading),
    disclosure: toDisclosures(row)[0],
  };
}
