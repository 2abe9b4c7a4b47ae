import type { Id } from '@guildhall/kernel';
import { academicYear } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Case, CaseId, CaseMatter } from '../case/case.js';
import type { Pseudonym } from '../sealing/sealing.js';
import type { Hold, HoldBasis, RetentionRule } from './retention.js';

type HoldRow = { id: Id<'Hold'>; case_id: CaseId; basis: HoldBasis; placed_at: Date; lifted_at: Date | null };

/** Cases whose time is over, that are whole and that nothing holds. */
const due = `
  select file.id from case_file file
  join lateral (
    select rule.months from retention_rule rule where rule.matter = file.matter and rule.valid_from <= file.closed_at
    order by rule.valid_from desc limit 1) kept on true
  where file.closed_at is not null and file.status in ('CLOSED', 'SIGNPOSTED') and file.data_key is not null
    and file.closed_at + make_interval(months => kept.months) <= $1
    and not exists (select 1 from case_hold held where held.case_id = file.id and held.lifted_at is null)
  order by file.closed_at, file.id limit 500`;

/** One salt for the cases opened in an academic year; it goes with the last of them, and with it the last way back to a person. */
const ownSalt = `
  insert into retention_salt (academic_year, salt) values ($1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))
  on conflict (academic_year) do nothing`;

/** The names under which a case could be found again, and every word. Coarse facts stay: matter, stage, outcome, dates. */
const forgetting = [
  'delete from case_party where case_id = $1',
  'delete from sealed_text where case_id = $1',
  'delete from lesson where case_id = $1',
  'delete from case_receipt where case_id = $1',
  'delete from case_representative where case_id = $1',
  'delete from notice_mail using notice where notice_mail.notice_id = notice.id and notice.case_id = $1',
  'delete from notice where case_id = $1',
  `update emergency_access set words = '' where case_id = $1`,
  'delete from case_link where case_id = $1 or other_id = $1',
  `update disclosure set salt = null, case_id = null, referral_id = null, ground_id = null, reader_role = null, reader = null, fields = null,
     purpose = null, at = null where case_id = $1`,
];

/** Keeps how long cases are kept, what holds them, and erases them. */
export type RetentionRepository = ReturnType<typeof createRetentionRepository>;

/** A repository over one connection or transaction. */
export function createRetentionRepository(manager: EntityManager, campusZone: string) {
  /** Forgets the salt of a year in which no case can be erased any more. */
  const forgetSalt = ({ startsIn, from, to }: ReturnType<typeof academicYear>): Promise<unknown> =>
    manager.query(
      `delete from retention_salt where academic_year = $1
       and not exists (select 1 from case_file where opened_at >= $2 and opened_at < $3 and data_key is not null)`,
      [startsIn, from, to],
    );

  return {
    /** Every version of the times, the earliest in force first. */
    async listRules(): Promise<readonly RetentionRule[]> {
      const rows: readonly { version: number; valid_from: Date; matter: CaseMatter; months: number }[] =
        await manager.query(
          'select version, valid_from, matter, months from retention_rule order by valid_from, matter',
        );
      return rows.map(({ valid_from: validFrom, ...row }) => ({ ...row, validFrom }));
    },

    /** Makes whoever holds, lifts or erases a case wait for one another until the transaction ends. */
    lock: (caseId: CaseId): Promise<unknown> =>
      manager.query('select 1 from case_file where id = $1 for no key update', [caseId]),

    /** The holds of cases that the viewer was shown, oldest first. */
    async listHolds(caseIds: readonly CaseId[]): Promise<readonly Hold[]> {
      const rows: readonly HoldRow[] = await manager.query(
        'select id, case_id, basis, placed_at, lifted_at from case_hold where case_id = any($1::uuid[]) order by placed_at, id',
        [caseIds],
      );
      return rows.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        basis: row.basis,
        placedAt: row.placed_at,
        liftedAt: row.lifted_at ?? undefined,
      }));
    },

    addHold: ({ id, caseId, basis, placedAt }: Hold, by: string): Promise<unknown> =>
      manager.query('insert into case_hold (id, case_id, basis, placed_by, placed_at) values ($1, $2, $3, $4, $5)', [
        id,
        caseId,
        basis,
        by,
        placedAt,
      ]),

    liftHold: (id: Id<'Hold'>, { by, now }: { readonly by: string; readonly now: Date }): Promise<unknown> =>
      manager.query('update case_hold set lifted_by = $2, lifted_at = $3 where id = $1 and lifted_at is null', [
        id,
        by,
        now,
      ]),

    /** The cases of a student that are over, whole, and held by nothing: who is erased leaves none of them. */
    async listOverOf(student: Pseudonym): Promise<readonly Pick<Case, 'id' | 'openedAt'>[]> {
      const rows: readonly { id: CaseId; opened_at: Date }[] = await manager.query(
        `select file.id, file.opened_at from case_file file
         where file.student = $1 and file.status in ('CLOSED', 'SIGNPOSTED') and file.data_key is not null
           and not exists (select 1 from case_hold held where held.case_id = file.id and held.lifted_at is null)
         order by file.id for no key update`,
        [student],
      );
      return rows.map((row) => ({ id: row.id, openedAt: row.opened_at }));
    },

    /** Cases to erase now, at most 500. */
    async listDue(now: Date): Promise<readonly CaseId[]> {
      const rows: readonly { id: CaseId }[] = await manager.query(due, [now]);
      return rows.map(({ id }) => id);
    },

    /**
     * Makes a case a fact without a person: the data key is destroyed, the names' blind indexes and the receipt links are
     * deleted, the student's pseudonym gives way to one that counts them once a year and leads nowhere.
     */
    async erase(
      { id, openedAt }: Pick<Case, 'id' | 'openedAt'>,
      erasure: { readonly reason: 'RETENTION' | 'STUDENT'; readonly now: Date },
    ): Promise<void> {
      const year = academicYear(undefined, openedAt, campusZone);
      await manager.query(ownSalt, [year.startsIn]);
      await manager.query(
        `update case_file set data_key = null, version = version + 1,
           student = 'past:' || encode(sha256(salt.salt || convert_to(student, 'UTF8')), 'hex')
         from retention_salt salt where case_file.id = $1 and salt.academic_year = $2 and case_file.data_key is not null`,
        [id, year.startsIn],
      );
      for (const statement of forgetting) await manager.query(statement, [id]);
      await manager.query(
        'insert into case_erasure (case_id, reason, erased_at) values ($1, $2, $3) on conflict do nothing',
        [id, erasure.reason, erasure.now],
      );
      await forgetSalt(year);
    },
  };
}
