import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Affiliation by submission, again every year: what a group hands in, every step taken with it, the versions of its
 * constitution, and what its people were warned of. Committees and councils can belong to a group.
 */
export class AffiliateYearly1780000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table student_group
        add column parent_id uuid constraint student_group_parent_fk references student_group,
        add column dormant_since timestamptz,
        add column dormant_because text constraint student_group_dormant_because_known
          check (dormant_because in ('NO_OFFICER', 'MISSED_REAFFILIATION')),
        add column reaffiliation_due_at timestamptz,
        add constraint student_group_parent_kind check (parent_id is null or kind in ('COMMITTEE', 'COUNCIL')),
        add constraint student_group_dormancy check (num_nulls(dormant_since, dormant_because) in (0, 2)
          and (dormant_since is null or status = 'DORMANT')),
        add constraint student_group_due_when_affiliated check (reaffiliation_due_at is null or status = 'AFFILIATED');
      create index student_group_parent on student_group (parent_id) where parent_id is not null;
      create index student_group_due on student_group (reaffiliation_due_at, id) where reaffiliation_due_at is not null;
      create index student_group_dormant on student_group (dormant_since, id) where dormant_since is not null;
      create function student_group_one_level() returns trigger language plpgsql as $$
      begin
        if new.parent_id is not null and (
          new.parent_id = new.id
          or exists (select 1 from student_group where id = new.parent_id and parent_id is not null)
          or exists (select 1 from student_group where parent_id = new.id)
        ) then
          raise exception 'a body of a group has no bodies of its own' using errcode = 'check_violation', constraint = 'student_group_one_level';
        end if;
        return new;
      end $$;
      create trigger student_group_one_level before insert or update of parent_id on student_group
        for each row execute function student_group_one_level();

      create table affiliation_submission (
        id uuid constraint affiliation_submission_pk primary key,
        group_id uuid not null constraint affiliation_submission_group_fk references student_group,
        occasion text not null constraint affiliation_submission_occasion_known
          check (occasion in ('FOUNDING', 'YEARLY', 'REVIVAL')),
        status text not null constraint affiliation_submission_status_known
          check (status in ('SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
        constitution_text text,
        constitution_link text,
        risk_statement text not null,
        programme text not null,
        president_id uuid not null constraint affiliation_submission_president_fk references member,
        treasurer_id uuid not null constraint affiliation_submission_treasurer_fk references member,
        secretary_id uuid not null constraint affiliation_submission_secretary_fk references member,
        submitted_by uuid not null constraint affiliation_submission_submitted_by_fk references member,
        submitted_at timestamptz not null,
        version integer not null,
        constraint affiliation_submission_constitution check (num_nonnulls(constitution_text, constitution_link) = 1),
        constraint affiliation_submission_three_people check (
          president_id <> treasurer_id and president_id <> secretary_id and treasurer_id <> secretary_id)
      );
      create unique index affiliation_submission_one_open on affiliation_submission (group_id)
        where status in ('SUBMITTED', 'CHANGES_REQUESTED');
      create index affiliation_submission_group on affiliation_submission (group_id, submitted_at, id);
      create index affiliation_submission_status on affiliation_submission (status, submitted_at, id);
      create index affiliation_submission_president on affiliation_submission (president_id);
      create index affiliation_submission_treasurer on affiliation_submission (treasurer_id);
      create index affiliation_submission_secretary on affiliation_submission (secretary_id);
      create index affiliation_submission_submitted_by on affiliation_submission (submitted_by);

      create table affiliation_step (
        id uuid constraint affiliation_step_pk primary key,
        submission_id uuid not null constraint affiliation_step_submission_fk references affiliation_submission,
        action text not null constraint affiliation_step_action_known
          check (action in ('SUBMIT', 'RESUBMIT', 'REQUEST_CHANGES', 'APPROVE', 'DECLINE', 'WITHDRAW')),
        by_id uuid not null constraint affiliation_step_by_fk references member,
        note text,
        at timestamptz not null,
        constraint affiliation_step_has_note check (action not in ('REQUEST_CHANGES', 'DECLINE') or note is not null)
      );
      create index affiliation_step_submission on affiliation_step (submission_id, at, id);
      create index affiliation_step_by on affiliation_step (by_id);
      create function affiliation_decided_apart() returns trigger language plpgsql as $$
      begin
        if new.action in ('APPROVE', 'DECLINE', 'REQUEST_CHANGES') and exists (
          select 1 from affiliation_submission s where s.id = new.submission_id
            and new.by_id in (s.president_id, s.treasurer_id, s.secretary_id, s.submitted_by)
        ) then
          raise exception 'nobody decides about their own group' using errcode = 'check_violation', constraint = 'affiliation_decided_apart';
        end if;
        return new;
      end $$;
      create trigger affiliation_decided_apart before insert on affiliation_step
        for each row execute function affiliation_decided_apart();

      create table group_constitution (
        id uuid constraint group_constitution_pk primary key,
        group_id uuid not null constraint group_constitution_group_fk references student_group,
        number integer not null constraint group_constitution_number_positive check (number > 0),
        text text,
        link text,
        adopted_at timestamptz not null,
        constraint group_constitution_number_unique unique (group_id, number),
        constraint group_constitution_one_form check (num_nonnulls(text, link) = 1)
      );

      create table group_alert (
        id uuid constraint group_alert_pk primary key,
        group_id uuid not null constraint group_alert_group_fk references student_group,
        kind text not null constraint group_alert_kind_known
          check (kind in ('OFFICERS_ENDING', 'OFFICERS_MISSING', 'REAFFILIATION_OPEN', 'REAFFILIATION_SOON')),
        about timestamptz not null,
        told_at timestamptz not null,
        constraint group_alert_once unique (group_id, kind, about)
      );

      update student_group set dormant_since = now(), dormant_because = 'NO_OFFICER' where status = 'DORMANT';
      update student_group set reaffiliation_due_at = due.at
      from (select make_timestamptz(extract(year from now() + interval '4 months')::int, 11, 1, 0, 0, 0, 'UTC') as at) first,
        lateral (select case when first.at > now() + interval '31 days' then first.at else first.at + interval '1 year' end as at) due
      where status = 'AFFILIATED';
      do $$
      declare due record;
      begin
        for due in select id, reaffiliation_due_at - interval '31 days' as at from student_group where reaffiliation_due_at is not null loop
          perform graphile_worker.add_job('follow-reaffiliation', json_build_object('groupId', due.id, '_due', due.at),
            run_at := due.at, job_key := 'reaffiliation:' || due.id);
        end loop;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table group_alert;
      drop table group_constitution;
      drop table affiliation_step;
      drop function affiliation_decided_apart();
      drop table affiliation_submission;
      drop trigger student_group_one_level on student_group;
      drop function student_group_one_level();
      drop index student_group_dormant;
      drop index student_group_due;
      drop index student_group_parent;
      alter table student_group
        drop constraint student_group_due_when_affiliated,
        drop constraint student_group_dormancy,
        drop constraint student_group_parent_kind,
        drop column reaffiliation_due_at,
        drop column dormant_because,
        drop column dormant_since,
        drop column parent_id;
    `);
  }
}
