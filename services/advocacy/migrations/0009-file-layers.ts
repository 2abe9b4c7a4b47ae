import type { MigrationInterface, QueryRunner } from 'typeorm';

const outcomes = `'RESOLVED_EARLY', 'UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'SETTLED', 'WITHDRAWN', 'OUT_OF_SCOPE', 'NO_CONTACT', 'SIGNPOSTED'`;

const roles = `'CASE_WORKER', 'DEPARTMENT_STAFF', 'DEPARTMENT_LEAD', 'DEPARTMENT_CLIENT', 'REPRESENTATIVE'`;
const purposes = `'CASE_WORK', 'ANSWER_REFERRAL', 'REPRESENTATION'`;

/**
 * Layers of a file beyond the one that student and worker share, steps outside without consent by two persons on listed
 * grounds, and cases of the same student that are linked or merged.
 */
export class FileLayers1780000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(layers);
    await runner.query(safeguarding);
    await runner.query(relatives);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table case_merge;
      drop table case_link;
      drop function cases_of_one_student();
      update case_file set outcome = 'WITHDRAWN' where outcome = 'MERGED';
      alter table case_file drop column merged_into_id, drop constraint case_file_outcome_known,
        add constraint case_file_outcome_known check (outcome in (${outcomes}));
      drop table safeguarding_step;
      drop table safeguarding_ground;
      drop table safeguarding_rule;
      alter table case_file drop column flagged_at;
      drop table identity_opening;
      drop table inner_reading;
      drop table case_note;
      alter table disclosure
        drop constraint disclosure_reader_role_known, drop constraint disclosure_purpose_known,
        add constraint disclosure_reader_role_known check (reader_role in (${roles})),
        add constraint disclosure_purpose_known check (purpose in (${purposes}));
      delete from sealed_text where layer in ('INTERNAL', 'PRIVATE', 'SAFEGUARDING');
      update sealed_text set layer = 'CASE' where layer = 'IDENTITY';
      alter table sealed_text
        drop constraint sealed_text_private_has_author, drop constraint sealed_text_layer_has_referral,
        drop constraint sealed_text_layer_known, drop column author,
        add constraint sealed_text_layer_known check (layer in ('CASE', 'RELEASED', 'DEPARTMENT')),
        add constraint sealed_text_layer_has_referral check (layer = 'CASE' or referral_id is not null);
    `);
  }
}

const layers = `
  alter table sealed_text
    drop constraint sealed_text_layer_known, drop constraint sealed_text_layer_has_referral, add column author text,
    add constraint sealed_text_layer_known check (layer in (
      'CASE', 'RELEASED', 'DEPARTMENT', 'IDENTITY', 'INTERNAL', 'PRIVATE', 'SAFEGUARDING')),
    add constraint sealed_text_layer_has_referral check (layer not in ('RELEASED', 'DEPARTMENT') or referral_id is not null),
    add constraint sealed_text_private_has_author check (layer <> 'PRIVATE' or author is not null);
  update sealed_text set layer = 'IDENTITY' where place = 'contact-name';
  create table case_note (
    id uuid constraint case_note_pk primary key,
    case_id uuid not null constraint case_note_case_fk references case_file,
    layer text not null constraint case_note_layer_known check (layer in ('INTERNAL', 'PRIVATE')),
    author text not null,
    written_at timestamptz not null
  );
  create index case_note_case on case_note (case_id, written_at, id);
  create table inner_reading (
    id uuid constraint inner_reading_pk primary key default gen_random_uuid(),
    case_id uuid not null constraint inner_reading_case_fk references case_file,
    reader text not null,
    places text[] not null,
    at timestamptz not null
  );
  create index inner_reading_case on inner_reading (case_id, at);
  create trigger inner_reading_append_only before delete or update on inner_reading
    for each row execute function disclosure_is_append_only();
  alter table disclosure
    drop constraint disclosure_reader_role_known, drop constraint disclosure_purpose_known,
    add constraint disclosure_reader_role_known check (reader_role in (${roles}, 'SECOND_WORKER')),
    add constraint disclosure_purpose_known check (purpose in (
      ${purposes}, 'REACH_STUDENT', 'VERIFY_STUDENT', 'SAFEGUARDING', 'LEGAL_DUTY'));
  create table identity_opening (
    id uuid constraint identity_opening_pk primary key,
    case_id uuid not null constraint identity_opening_case_fk references case_file,
    subject text not null,
    purpose text not null constraint identity_opening_purpose_known check (purpose in (
      'REACH_STUDENT', 'VERIFY_STUDENT', 'SAFEGUARDING', 'LEGAL_DUTY')),
    opened_at timestamptz not null,
    closes_at timestamptz not null,
    closed_at timestamptz,
    version integer not null,
    constraint identity_opening_is_short check (closes_at > opened_at and closes_at <= opened_at + interval '1 hour')
  );
  create index identity_opening_case on identity_opening (case_id, subject, opened_at);
  create unique index identity_opening_one_at_a_time on identity_opening (case_id, subject) where closed_at is null;`;

const safeguarding = `
  alter table case_file add column flagged_at timestamptz;
  create table safeguarding_rule (
    version integer constraint safeguarding_rule_pk primary key,
    valid_from timestamptz not null constraint safeguarding_rule_valid_from_unique unique,
    later_days_max integer not null constraint safeguarding_rule_days check (later_days_max > 0)
  );
  create table safeguarding_ground (
    rule_version integer not null constraint safeguarding_ground_rule_fk references safeguarding_rule,
    code text not null,
    kind text not null constraint safeguarding_ground_kind_known check (kind in ('STEP', 'LATER')),
    constraint safeguarding_ground_pk primary key (rule_version, code)
  );
  insert into safeguarding_rule values (1, '2000-01-01', 28);
  insert into safeguarding_ground values
    (1, 'RISK_TO_LIFE', 'STEP'), (1, 'SERIOUS_HARM', 'STEP'), (1, 'HARM_TO_OTHERS', 'STEP'),
    (1, 'CHILD_AT_RISK', 'STEP'), (1, 'ADULT_AT_RISK', 'STEP'), (1, 'LEGAL_DUTY', 'STEP'),
    (1, 'WOULD_ADD_DANGER', 'LATER'), (1, 'WOULD_HINDER_INQUIRY', 'LATER');
  create table safeguarding_step (
    id uuid constraint safeguarding_step_pk primary key,
    case_id uuid not null constraint safeguarding_step_case_fk references case_file,
    rule_version integer not null,
    ground text not null,
    recipient text not null constraint safeguarding_step_recipient_known check (recipient in (
      'EMERGENCY_SERVICES', 'POLICE', 'HEALTH_SERVICE', 'SOCIAL_SERVICES', 'UNIVERSITY_SAFEGUARDING')),
    status text not null constraint safeguarding_step_status_known check (status in ('PROPOSED', 'CONFIRMED', 'DECLINED', 'TAKEN')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    taken_at timestamptz,
    tell_later_ground text,
    tell_by timestamptz,
    told_at timestamptz,
    version integer not null,
    constraint safeguarding_step_ground_listed foreign key (rule_version, ground) references safeguarding_ground,
    constraint safeguarding_step_later_ground_listed foreign key (rule_version, tell_later_ground) references safeguarding_ground,
    constraint safeguarding_step_two_persons check (decided_by <> proposed_by),
    constraint safeguarding_step_decided check (
      (status = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint safeguarding_step_taken check ((status = 'TAKEN') = (taken_at is not null)),
    constraint safeguarding_step_told_later_by_a_date check ((tell_later_ground is null) = (tell_by is null)),
    constraint safeguarding_step_told check (status <> 'TAKEN' or told_at is not null or tell_by is not null),
    constraint safeguarding_step_told_when_taken check (told_at is null or status = 'TAKEN')
  );
  create index safeguarding_step_case on safeguarding_step (case_id, proposed_at, id);
  create index safeguarding_step_ground on safeguarding_step (rule_version, ground);
  create index safeguarding_step_later_ground on safeguarding_step (rule_version, tell_later_ground);`;

const relatives = `
  alter table case_file
    add column merged_into_id uuid constraint case_file_merged_into_fk references case_file,
    add constraint case_file_merged_is_over check (merged_into_id is null or (status = 'CLOSED' and merged_into_id <> id)),
    drop constraint case_file_outcome_known,
    add constraint case_file_outcome_known check (outcome in (${outcomes}, 'MERGED'));
  create index case_file_merged_into on case_file (merged_into_id) where merged_into_id is not null;
  create function cases_of_one_student() returns trigger language plpgsql as $$
  declare
    pair jsonb := to_jsonb(new);
  begin
    if (select count(distinct student) from case_file where id in ((pair ->> tg_argv[0])::uuid, (pair ->> tg_argv[1])::uuid)) <> 1 then
      raise exception 'these are not cases of one student' using errcode = 'check_violation', constraint = 'cases_of_one_student';
    end if;
    return new;
  end $$;
  create table case_link (
    case_id uuid not null constraint case_link_case_fk references case_file,
    other_id uuid not null constraint case_link_other_fk references case_file,
    linked_by text not null,
    linked_at timestamptz not null,
    constraint case_link_pk primary key (case_id, other_id),
    constraint case_link_in_order check (case_id < other_id)
  );
  create index case_link_other on case_link (other_id);
  create trigger case_link_of_one_student before insert on case_link
    for each row execute function cases_of_one_student('case_id', 'other_id');
  create table case_merge (
    id uuid constraint case_merge_pk primary key,
    from_id uuid not null constraint case_merge_from_fk references case_file,
    into_id uuid not null constraint case_merge_into_fk references case_file,
    status text not null constraint case_merge_status_known check (status in ('PROPOSED', 'AGREED', 'REFUSED')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    answered_at timestamptz,
    version integer not null,
    constraint case_merge_two_cases check (from_id <> into_id),
    constraint case_merge_answered check ((status = 'PROPOSED') = (answered_at is null))
  );
  create unique index case_merge_one_open on case_merge (from_id) where status = 'PROPOSED';
  create index case_merge_from on case_merge (from_id);
  create index case_merge_into on case_merge (into_id);
  create trigger case_merge_of_one_student before insert on case_merge
    for each row execute function cases_of_one_student('from_id', 'into_id');`;
