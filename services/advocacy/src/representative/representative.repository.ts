import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { ConcurrentWrite } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Case, CaseId, CaseMessage } from '../case/case.js';
import type { Pseudonym } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';
import type { RepresentedCase, Representative, RepresentativeId, RepresentativeScope } from './representative.js';

type Row = {
  id: RepresentativeId;
  case_id: CaseId;
  student: Pseudonym;
  representative: Pseudonym;
  scope: RepresentativeScope;
  named_at: Date;
  ends_at: Date;
  withdrawn_at: Date | null;
  version: number;
};
type MessageRow = { id: Id<'CaseMessage'>; case_id: CaseId; author: CaseMessage['author']; sent_at: Date };

const consents = 'select c.*, f.student from case_representative c join case_file f on f.id = c.case_id';

/** A consent that is in force for a viewer at an instant. */
const inForce = `c.representative = $1 and c.withdrawn_at is null and c.named_at <= $2 and c.ends_at > $2`;

/** Keeps who may act for whom; every read takes the viewer. */
export type RepresentativeRepository = ReturnType<typeof createRepresentativeRepository>;

/** A repository over one connection or transaction. */
export function createRepresentativeRepository(manager: EntityManager) {
  const listCases = async (rows: readonly Row[]): Promise<readonly RepresentedCase[]> => {
    const items = await manager
      .createQueryBuilder<Case>('Case', 'file')
      .where('file.id = any(:ids)', { ids: rows.map(({ case_id }) => case_id) })
      .getMany();
    return rows.flatMap((row) => {
      const item = items.find(({ id }) => id === row.case_id);
      return item === undefined ? [] : [{ item, consent: toRepresentative(row) }];
    });
  };
  return {
    /** The consents of cases that the viewer was shown as student or worker, oldest first. */
    async listOf(caseIds: readonly CaseId[]): Promise<readonly Representative[]> {
      const rows: readonly Row[] = await manager.query(
        `${consents} where c.case_id = any($1::uuid[]) order by c.named_at, c.id limit 1000`,
        [caseIds],
      );
      return rows.map(toRepresentative);
    },

    /** One consent of the viewer's own case, or by which the viewer acts; nothing when missing or hidden. */
    async find({ self }: CaseViewer, id: RepresentativeId): Promise<Representative | undefined> {
      const [row]: readonly Row[] = await manager.query(
        `${consents} where c.id = $1 and (f.student = $2 or c.representative = $2)`,
        [id, self ?? null],
      );
      return row === undefined ? undefined : toRepresentative(row);
    },

    /** One case on which the viewer acts for somebody now, or nothing when missing or hidden. */
    async findCase({ self }: CaseViewer, caseId: CaseId, now: Date): Promise<RepresentedCase | undefined> {
      const rows: readonly Row[] = await manager.query(`${consents} where ${inForce} and c.case_id = $3`, [
        self ?? null,
        now,
        caseId,
      ]);
      return (await listCases(rows))[0];
    },

    /** The cases on which the viewer acts for somebody now, oldest consent first. */
    async pageCases({ self }: CaseViewer, now: Date, { first, after }: PageRequest): Promise<Page<RepresentedCase>> {
      const rows: readonly Row[] = await manager.query(
        `${consents} where ${inForce} and ($3::timestamptz is null or (c.named_at, c.id) > ($3, $4::uuid))
         order by c.named_at, c.id limit $5`,
        [self ?? null, now, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(await listCases(rows), first, ({ consent }) => [consent.namedAt.toISOString(), consent.id]);
    },

    /** The conversation of a case on which the viewer acts now, oldest first. */
    async pageMessages(
      { self }: CaseViewer,
      { caseId, now }: { readonly caseId: CaseId; readonly now: Date },
      { first, after }: PageRequest,
    ): Promise<Page<CaseMessage>> {
      const rows: readonly MessageRow[] = await manager.query(
        `select m.* from case_message m where m.case_id = $3 and exists (select 1 from case_representative c where ${inForce} and c.case_id = m.case_id)
           and ($4::timestamptz is null or (m.sent_at, m.id) > ($4, $5::uuid)) order by m.sent_at, m.id limit $6`,
        [self ?? null, now, caseId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toMessage), first, ({ id, sentAt }) => [sentAt.toISOString(), id]);
    },

    /** One message of a case on which the viewer acts now, or nothing when missing or hidden. */
    async findMessage(
      { self }: CaseViewer,
      { id, now }: { readonly id: CaseMessage['id']; readonly now: Date },
    ): Promise<CaseMessage | null> {
      const [row]: readonly MessageRow[] = await manager.query(
        `select m.* from case_message m where m.id = $3 and exists (select 1 from case_representative c where ${inForce} and c.case_id = m.case_id)`,
        [self ?? null, now, id],
      );
      return row === undefined ? null : toMessage(row);
    },

    /** The member behind a sign-in, while their membership is active. */
    async findMember(subject: string): Promise<Id<'Member'> | undefined> {
      const [row]: readonly { member_id: Id<'Member'> }[] = await manager.query(
        'select member_id from actor_member where subject = $1 and is_active',
        [subject],
      );
      return row?.member_id;
    },

    /** Whether somebody acts on a case already; those who name one wait for one another until the transaction ends. */
    async isNamed(caseId: CaseId, representative: Pseudonym, now: Date): Promise<boolean> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('case_representative'), hashtext($1::text))`, [
        caseId,
      ]);
      const rows: readonly unknown[] = await manager.query(
        `select 1 from case_representative c where ${inForce} and c.case_id = $3`,
        [representative, now, caseId],
      );
      return rows.length > 0;
    },

    async add({ id, caseId, representative, scope, namedAt, endsAt }: Representative): Promise<void> {
      await manager.query(
        `insert into case_representative (id, case_id, representative, scope, named_at, ends_at, version) values ($1, $2, $3, $4, $5, $6, 1)`,
        [id, caseId, representative, scope, namedAt, endsAt],
      );
    },

    async save(item: Representative): Promise<Representative> {
      const [, count]: [unknown, number] = await manager.query(
        'update case_representative set withdrawn_at = $2, version = version + 1 where id = $1 and version = $3',
        [item.id, item.withdrawnAt ?? null, item.version],
      );
      if (count !== 1) throw new ConcurrentWrite();
      return { ...item, version: item.version + 1 };
    },
  };
}

function toMessage({ id, case_id, author, sent_at }: MessageRow): CaseMessage {
  return { id, caseId: case_id, author, sentAt: sent_at };
}

function toRepresentative(row: Row): Representative {
  const { id, student, representative, scope, version } = row;
  return {
    id,
    student,
    representative,
    scope,
    version,
    caseId: row.case_id,
    namedAt: row.named_at,
    endsAt: row.ends_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
  };
}
