import type { Id, WorkingCalendar } from '@guildhall/kernel';
import { addJobs, insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Deadline, DeadlineKind, DeadlineStage, NewDeadline, ServiceRule } from './deadline.js';
import { dueWith, type DeadlineMeasure } from './due.js';
import { pausedKinds, spansOf, type Pause, type PauseBasis, type PauseStart } from './pause.js';
import { listRules } from './rule-rows.repository.js';
import { timedTasks } from './timed-tasks.js';
import { nextWatch } from './watch.js';

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

  const ruleAt = async (now: Date): Promise<ServiceRule> => {
    const rule = (await listRules(manager, campusZone)).findLast(({ validFrom }) => validFrom <= now);
    if (rule === undefined) throw new Error('the migrations bring a first version of the rules');
    return rule;
  };

  /** Stores what the pauses make of the due dates, for what sorts and counts by them, and plans when to look again. */
  const keepDue = async (caseId: Id<'Case'>, now: Date): Promise<void> => {
    const owed = (await listOf([caseId], now)).filter(({ metAt }) => metAt === undefined);
    await manager.query(
      `update case_deadline set due_at = moved.due_at from unnest($1::uuid[], $2::timestamptz[]) as moved(id, due_at)
       where case_deadline.id = moved.id and moved.due_at > case_deadline.due_at`,
      [owed.map(({ id }) => id), owed.map(({ dueAt }) => dueAt)],
    );
    const runAt = nextWatch(owed, await ruleAt(now), now);
    if (runAt === undefined) return;
    await addJobs(manager, [
      { task: timedTasks.watch, payload: { caseId }, runAt, key: `${timedTasks.watch}:${caseId}` },
    ]);
  };

  return {
    /** The rules in force at the instant. */
    ruleAt,

    /** The deadlines of the cases as they stand now, soonest first; those that were corrected are left out. */
    listOf,

    /** Every pause of the cases, oldest first. */
    listPauses,

    /** Makes deadlines, and plans when to look at them. */
    async add(deadlines: readonly NewDeadline[]): Promise<void> {
      await insertRows(manager, 'case_deadline', deadlines.map(toRow));
      for (const [caseId, made] of Map.groupBy(deadlines, (deadline) => deadline.caseId))
        await keepDue(caseId, new Date(Math.max(...made.map(({ startsAt }) => startsAt.getTime()))));
    },

    /** Plans anew when to look at the deadlines of a case, as when it is taken up again. */
    watch: keepDue,

    /** Leaves owed deadlines of this kind and stage as they were, for a corrected one to take their place. */
    async replace(caseId: Id<'Case'>, { kind, stage }: Pick<Deadline, 'kind' | 'stage'>, now: Date): Promise<void> {
      await manager.query('select 1 from case_file where id = $1 for no key update', [caseId]);
      await manager.query(
        `update case_deadline set replaced_at = $4 where case_id = $1 and kind = $2 and stage is not distinct from $3
         and met_at is null and replaced_at is null`,
        [caseId, kind, stage ?? null, now],
      );
    },

    /** The advice managers in office, elected officers left out, with the member each of them is. */
    async listManagers(
      now: Date,
    ): Promise<readonly { readonly subject: string; readonly memberId: Id<'Member'> | undefined }[]> {
      const rows: readonly { subject: string; member_id: Id<'Member'> | null }[] = await manager.query(
        `select distinct a.subject, m.member_id from actor_appointment a left join actor_member m using (subject)
         where a.role = 'ADVICE_MANAGER' and a.starts_at <= $1 and a.ends_at > $1
           and not exists (select 1 from actor_mandate d
             where d.member_id = m.member_id and d.kind = 'UNION_OFFICER' and d.starts_at <= $1 and d.ends_at > $1)
         order by a.subject`,
        [now],
      );
      return rows.map((row) => ({ subject: row.subject, memberId: row.member_id ?? undefined }));
    },

    /** The reminders of a wait so far. */
    async countReminders(pauseId: Id<'Pause'>): Promise<number> {
      const [row]: readonly { sent: number }[] = await manager.query(
        'select count(*)::int as sent from case_reminder where pause_id = $1',
        [pauseId],
      );
      return row?.sent ?? 0;
    },

    addReminder: (reminder: {
      readonly id: Id<'Reminder'>;
      readonly pauseId: Id<'Pause'>;
      readonly number: number;
      readonly at: Date;
    }): Promise<unknown> =>
      manager.query('insert into case_reminder (id, pause_id, number, sent_at) values ($1, $2, $3, $4)', [
        reminder.id,
        reminder.pauseId,
        reminder.number,
        reminder.at,
      ]),

    /** Nothing is owed any more for what a deadline came from, such as a referral that was withdrawn. */
    release: (sourceId: string, now: Date): Promise<unknown> =>
      manager.query(
        'update case_deadline set replaced_at = $2 where source_id = $1 and met_at is null and replaced_at is null',
        [sourceId, now],
      ),

    /** Marks one deadline as met; the first time counts. */
    async meetOne({ id, caseId }: Pick<Deadline, 'id' | 'caseId'>, at: Date): Promise<void> {
      await keepDue(caseId, at);
      await manager.query(
        'update case_deadline set met_at = $2 where id = $1 and met_at is null and replaced_at is null',
        [id, at],
      );
    },

    /** Notes that it was warned of a deadline or told that it was missed; whether it was the first time. */
    async note({ id }: Pick<Deadline, 'id'>, what: 'NEAR' | 'MISSED', now: Date): Promise<boolean> {
      const column = what === 'NEAR' ? 'warned_at' : 'missed_at';
      const [rows]: [readonly unknown[], number] = await manager.query(
        `update case_deadline set ${column} = $2 where id = $1 and ${column} is null and met_at is null and replaced_at is null returning id`,
        [id, now],
      );
      return rows.length > 0;
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
      await keepDue(caseId, from);
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

/** What a new deadline is stored as; without terms it is a named date. */
function toRow({ terms = { measure: 'DATE', amount: 0 }, ...deadline }: NewDeadline): Row {
  return {
    id: deadline.id,
    case_id: deadline.caseId,
    kind: deadline.kind,
    starts_at: deadline.startsAt,
    due_at: deadline.dueAt,
    base_due_at: deadline.dueAt,
    met_at: deadline.metAt,
    rule_version: deadline.ruleVersion,
    stage: deadline.stage,
    source_id: deadline.sourceId,
    ...terms,
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
      ({ kinds, from, to }) => kinds.includes(row.kind) && from <= (row.met_at ?? dueAt) && (to ?? now) > row.starts_at,
    ),
  };
}
