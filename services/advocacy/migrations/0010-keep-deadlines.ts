import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The course of a case: stages with their own outcome and redress, the letter that opens the external one, and wishes to begin again. */
const course = `
  create table case_stage (
    case_id uuid not null constraint case_stage_case_fk references case_file,
    stage text not null constraint case_stage_known check (stage in ('ADVICE', 'EARLY_RESOLUTION', 'FORMAL', 'REVIEW', 'EXTERNAL')),
    opened_at timestamptz not null,
    ended_at timestamptz,
    outcome text,
    decided_at timestamptz,
    constraint case_stage_pk primary key (case_id, stage),
    constraint case_stage_order check (ended_at is null or ended_at >= opened_at),
    constraint case_stage_decided check ((outcome is null) = (decided_at is null))
  );
  create unique index case_stage_one_open on case_stage (case_id) where ended_at is null;
  create table case_redress (
    case_id uuid not null,
    stage text not null,
    kind text not null constraint case_redress_known check (kind in (
      'APOLOGY', 'DECISION_RECONSIDERED', 'DEADLINE_EXTENDED', 'MARK_PROCESS_RERUN', 'FEE', 'ADJUSTMENT', 'EXPLANATION', 'PRACTICE_CHANGED')),
    constraint case_redress_pk primary key (case_id, stage, kind),
    constraint case_redress_stage_fk foreign key (case_id, stage) references case_stage
  );
  create table case_completion (
    case_id uuid constraint case_completion_pk primary key constraint case_completion_case_fk references case_file,
    issued_at timestamptz not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint case_completion_not_ahead check (issued_at <= recorded_at)
  );
  create function case_file_needs_letter() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from case_completion where case_id = new.id) then
      raise exception 'only a completion-of-procedures letter opens the external stage'
        using errcode = 'check_violation', constraint = 'case_file_external_needs_letter';
    end if;
    return new;
  end $$;
  create trigger case_file_external_needs_letter before update on case_file for each row
    when (new.stage = 'EXTERNAL' and old.stage <> 'EXTERNAL') execute function case_file_needs_letter();
  create table case_reopening (
    id uuid constraint case_reopening_pk primary key,
    case_id uuid not null constraint case_reopening_case_fk references case_file,
    fact text not null constraint case_reopening_fact_known
      check (fact in ('NEW_EVIDENCE', 'PROMISE_NOT_KEPT', 'HAPPENED_AGAIN', 'PROCEDURE_WAS_WRONG')),
    asked_at timestamptz not null,
    decision text constraint case_reopening_decision_known check (decision in ('GRANTED', 'REFUSED')),
    decided_by text,
    decided_at timestamptz,
    constraint case_reopening_decided check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
  );
  create index case_reopening_case on case_reopening (case_id, asked_at);
  create unique index case_reopening_one_open on case_reopening (case_id) where decision is null;`;

/**
 * Deadlines with their terms, and the spans in which their clocks stood still. A due date never moves backwards and a
 * span is never taken away: the table itself refuses both, whoever writes. Rules gain the numbers of reminders, warnings
 * and procedure dates, and say who published them.
 */
export class KeepDeadlines1780000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_rule
        add column warning_days integer not null default 2,
        add column reminder_days integer[] not null default '{3,7}',
        add column no_contact_days integer not null default 20,
        add column appeal_days integer not null default 10,
        add column whole_procedure_days integer not null default 90,
        add column external_months integer not null default 12,
        add column mediation_answer_days integer not null default 10,
        add column export_days integer not null default 14,
        add column published_by text,
        add column published_at timestamptz,
        add constraint service_rule_later_days check (
          warning_days > 0 and no_contact_days > 0 and appeal_days > 0 and whole_procedure_days > 0
          and external_months > 0 and mediation_answer_days > 0 and export_days > 0),
        add constraint service_rule_two_reminders check (
          array_length(reminder_days, 1) = 2 and 0 < reminder_days[1] and reminder_days[1] < reminder_days[2] and reminder_days[2] < silence_days);
      alter table case_deadline
        drop constraint case_deadline_kind_known,
        add constraint case_deadline_kind_known check (kind in (
          'ACKNOWLEDGE', 'FIRST_CONTACT', 'PROCEDURE', 'APPEAL', 'WHOLE_PROCEDURE', 'EXTERNAL', 'REFERRAL', 'MEDIATION')),
        add column stage text constraint case_deadline_stage_known
          check (stage in ('ADVICE', 'EARLY_RESOLUTION', 'FORMAL', 'REVIEW', 'EXTERNAL')),
        add column measure text not null default 'DATE' constraint case_deadline_measure_known
          check (measure in ('DATE', 'WORKING_DAYS', 'CALENDAR_DAYS', 'MONTHS')),
        add column amount integer not null default 0,
        add column base_due_at timestamptz,
        add column source_id uuid,
        add column warned_at timestamptz,
        add column missed_at timestamptz,
        add column replaced_at timestamptz;
      update case_deadline set base_due_at = due_at;
      alter table case_deadline
        alter column base_due_at set not null,
        add constraint case_deadline_counted check ((measure = 'DATE') = (amount = 0)),
        add constraint case_deadline_counted_by_a_rule check (measure = 'DATE' or rule_version is not null),
        add constraint case_deadline_paused_only_forwards check (due_at >= base_due_at);
      create function case_deadline_never_moves_backwards() returns trigger language plpgsql as $$
      begin
        raise exception 'a due date never moves backwards' using errcode = 'check_violation', constraint = 'case_deadline_never_backwards';
      end $$;
      create trigger case_deadline_never_backwards before update on case_deadline for each row
        when (new.due_at < old.due_at) execute function case_deadline_never_moves_backwards();
      create table case_pause (
        id uuid constraint case_pause_pk primary key,
        case_id uuid not null constraint case_pause_case_fk references case_file,
        basis text not null constraint case_pause_basis_known check (basis in ('WRITTEN_AGREEMENT', 'WAITING_STUDENT', 'CLOSURE')),
        reference text not null,
        kinds text[] not null,
        from_at timestamptz not null,
        to_at timestamptz,
        constraint case_pause_order check (to_at is null or to_at >= from_at),
        constraint case_pause_one_at_a_time exclude using gist (case_id with =, basis with =, tstzrange(from_at, to_at) with &&)
      );
      create index case_pause_case on case_pause (case_id, from_at, id);
      create table case_reminder (
        id uuid constraint case_reminder_pk primary key,
        pause_id uuid not null constraint case_reminder_pause_fk references case_pause,
        number integer not null constraint case_reminder_two check (number in (1, 2)),
        sent_at timestamptz not null,
        constraint case_reminder_once unique (pause_id, number)
      );
      create function case_pause_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'a pause is kept as it was' using errcode = 'check_violation', constraint = 'case_pause_kept';
      end $$;
      create trigger case_pause_kept before delete on case_pause for each row execute function case_pause_is_kept();
      create trigger case_pause_fixed before update on case_pause for each row
        when (old.to_at is not null or (new.case_id, new.basis, new.reference, new.kinds, new.from_at)
          is distinct from (old.case_id, old.basis, old.reference, old.kinds, old.from_at))
        execute function case_pause_is_kept();
    `);
    await runner.query(course);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table case_reopening;
      drop trigger case_file_external_needs_letter on case_file;
      drop function case_file_needs_letter();
      drop table case_completion;
      drop table case_redress;
      drop table case_stage;
      drop table case_reminder;
      drop table case_pause;
      drop function case_pause_is_kept();
      drop trigger case_deadline_never_backwards on case_deadline;
      drop function case_deadline_never_moves_backwards();
      delete from case_deadline where kind not in ('ACKNOWLEDGE', 'FIRST_CONTACT', 'PROCEDURE');
      alter table case_deadline
        drop constraint case_deadline_paused_only_forwards,
        drop constraint case_deadline_counted_by_a_rule,
        drop constraint case_deadline_counted,
        drop column replaced_at,
        drop column missed_at,
        drop column warned_at,
        drop column source_id,
        drop column base_due_at,
        drop column amount,
        drop column measure,
        drop column stage,
        drop constraint case_deadline_kind_known,
        add constraint case_deadline_kind_known check (kind in ('ACKNOWLEDGE', 'FIRST_CONTACT', 'PROCEDURE'));
      alter table service_rule
        drop constraint service_rule_two_reminders,
        drop constraint service_rule_later_days,
        drop column published_at,
        drop column published_by,
        drop column export_days,
        drop column mediation_answer_days,
        drop column external_months,
        drop column whole_procedure_days,
        drop column appeal_days,
        drop column no_contact_days,
        drop column reminder_days,
        drop column warning_days;
    `);
  }
}
