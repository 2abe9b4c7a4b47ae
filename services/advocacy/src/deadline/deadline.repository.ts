import type { Id, WorkingCalendar } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Deadline, DeadlineKind, DeadlineStage, NewDeadline, ServiceRule } from './deadline.js';
import { dueWith, type DeadlineMeasure } from './due.js';
import { pausedKinds, spansOf, type Pause, type PauseBasis, type PauseStart } from './pause.js';
import { listRules } from './rule-rows.js';

type DeadlineRow = {
  id: Id<'Deadline'>;
  case_id: Id<'Case'>;
  kind: DeadlineKind;
  stage: DeadlineStage | null;
  measure: DeadlineMeasure;
  amount: number;
  starts_at: Date;
  base_due_at: Date;
  due_at: Date;
  met_at: Date | null;
  missed_at: Date | null;
  warned_at: Date | null;
  rule_version: number | null;
  source_id: string | null;
};

type PauseRow = {
  id: Id<'Pause'>;
  case_id: Id<'Case'>;
  basis: PauseBasis;
  reference: string;
  kinds: DeadlineKind[];
  from_at: Date;
  to_at: Date | null;
};

const everyDay = { workingWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [], closures: [] };

/** Reads the rules in force and keeps the deadlines and pauses of cases. Deadlines are read for cases that the viewer was shown already. */
export type DeadlineRepository = ReturnType<typeof createDeadlineRepository>;

/** A repository over one connection or transaction. */
export function createDeadlineRepository(manager: EntityManager, campusZone: string) {
  const listPauses = async (caseIds: readonly Id<'Case'>[]): Promise<readonly Pause[]> => {
    const rows: readonly PauseRow[] = await manager.query(
      'select * from case_pause where case_id = any($1::uuid[]) order by from_at, id',
      [caseIds],
    );
    return rows.map(toPause);
  };

  const listOf = async (caseIds: readonly Id<'Case'>[], now: Date): Promise<readonly Deadline[]> => {
    const rows: readonly DeadlineRow[] = await manager.query(
      'select * from case_deadline where case_id = any($1::uuid[]) and replaced_at is null order by due_at, id',
      [caseIds],
    );
    const pauses = Map.groupBy(await listPauses(caseIds), ({ caseId }) => caseId);
    const rules = new Map((await listRules(manager, campusZone)).map((rule) => [rule.version, rule.calendar]));
    const calendarOf = (version: number | null): WorkingCalendar =>
      rules.get(version ?? 0) ?? { zone: campusZone, ...everyDay };
    return rows
      .map((row) =>
        toDeadline(row, { calendar: calendarOf(row.rule_version), pauses: pauses.get(row.case_id) ?? [], now }),
      )
      .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  };

  /** Stores what the pauses make of the due dates, for what sorts and counts by them. */
  const keepDue = async (caseId: Id<'Case'>, now: Date): Promise<void> => {
    const owed = (await listOf([caseId], now)).filter(({ metAt }) => metAt === undefined);
    await manager.query(
      `update case_deadline set due_at = moved.due_at from unnest($1::uuid[], $2::timestamptz[]) as moved(id, due_at)
       where case_deadline.id = moved.id and moved.due_at > case_deadline.due_at`,
      [owed.map(({ id }) => id), owed.map(({ dueAt }) => dueAt)],
    );
  };

  return {
    /** The rules in force at the instant. */
    async ruleAt(now: Date): Promise<ServiceRule> {
      const rule = (await listRules(manager, campusZone)).findLast(({ validFrom }) => validFrom <= now);
      if (rule === undefined) throw new Error('the migrations bring a first version of the rules');
      return rule;
    },

    /** The deadlines of the cases as they stand now, soonest first; those that were corrected are left out. */
    listOf,

    /** Every pause of the cases, oldest first. */
    listPauses,

    async add(deadlines: readonly NewDeadline[]): Promise<void> {
      for (const { id, caseId, kind, startsAt, dueAt, metAt, ruleVersion, terms, stage, sourceId } of deadlines) {
        await manager.query(
          `insert into case_deadline (id, case_id, kind, starts_at, due_at, base_due_at, met_at, rule_version, measure, amount, stage, source_id)
           values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11)`,
          [
            id,
            caseId,
            kind,
            startsAt,
            dueAt,
            metAt ?? null,
            ruleVersion ?? null,
            terms?.measure ?? 'DATE',
            terms?.amount ?? 0,
            stage ?? null,
            sourceId ?? null,
          ],
        );
      }
    },

    /** Marks a promise as kept; the first time counts. With a source only that one's. */
    async meet(caseId: Id<'Case'>, kind: DeadlineKind, now: Date, sourceId?: string): Promise<void> {
      await keepDue(caseId, now);
      await manager.query(
        `update case_deadline set met_at = $3
         where case_id = $1 and kind = $2 and met_at is null and replaced_at is null and ($4::uuid is null or source_id = $4)`,
        [caseId, kind, now, sourceId ?? null],
      );
    },

    /**
     * Stops the clocks that the basis stops, from an instant on. While a pause of this basis lasts another one changes
     * nothing. Writers of one case wait for one another until the transaction ends.
     */
    async pause(caseId: Id<'Case'>, { from, to, basis, reference }: PauseStart): Promise<void> {
      await manager.query('select 1 from case_file where id = $1 for no key update', [caseId]);
      await manager.query(
        `insert into case_pause (id, case_id, basis, reference, kinds, from_at, to_at) select gen_random_uuid(), $1, $2, $3, $4, $5, $6
         where not exists (select 1 from case_pause where case_id = $1 and basis = $2 and tstzrange(from_at, to_at) && tstzrange($5, $6))`,
        [caseId, basis, reference, pausedKinds[basis], from, to ?? null],
      );
      await keepDue(caseId, to ?? from);
    },

    /** Lets the clocks of this basis run again from an instant on; due dates move by what they stood still, never back. */
    async resume(caseId: Id<'Case'>, basis: PauseBasis, at: Date): Promise<void> {
      await manager.query(
        'update case_pause set to_at = greatest(from_at, $3) where case_id = $1 and basis = $2 and to_at is null',
        [caseId, basis, at],
      );
      await keepDue(caseId, at);
    },
  };
}

function toPause(row: PauseRow): Pause {
  const { id, basis, reference, kinds } = row;
  return { id, caseId: row.case_id, basis, reference, kinds, from: row.from_at, to: row.to_at ?? undefined };
}

function toDeadline(
  row: DeadlineRow,
  {
    calendar,
    pauses,
    now,
  }: { readonly calendar: WorkingCalendar; readonly pauses: readonly Pause[]; readonly now: Date },
): Deadline {
  const terms = { measure: row.measure, amount: row.amount };
  const owed = { startsAt: row.starts_at, baseDueAt: row.base_due_at, terms, calendar };
  const derived = row.met_at === null ? dueWith(owed, spansOf(row.kind, pauses, now)) : row.due_at;
  const dueAt = derived > row.due_at ? derived : row.due_at;
  return {
    ...owed,
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    stage: row.stage ?? undefined,
    dueAt,
    metAt: row.met_at ?? undefined,
    missedAt: row.missed_at ?? undefined,
    warnedAt: row.warned_at ?? undefined,
    ruleVersion: row.rule_version ?? undefined,
    sourceId: row.source_id ?? undefined,
    pauses: pauses.filter(
      ({ kinds, from, to }) => kinds.includes(row.kind) && from <= dueAt && (to ?? now) > row.starts_at,
    ),
  };
}
