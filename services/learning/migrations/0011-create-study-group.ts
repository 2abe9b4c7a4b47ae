import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pairs that a block keeps apart, as membership tells of them: unordered, so that nothing says who wants it. */
const blockTables = `
  create table blocked_pair (
    one_id uuid not null,
    other_id uuid not null,
    constraint blocked_pair_pk primary key (one_id, other_id),
    constraint blocked_pair_ordered check (one_id < other_id)
  );
  create index blocked_pair_other on blocked_pair (other_id, one_id);
  create function is_blocked(a uuid, b uuid) returns boolean language sql stable parallel safe as $$
    select exists (select 1 from blocked_pair x where x.one_id = least(a, b) and x.other_id = greatest(a, b))
  $$;`;

/** A group has one organiser, whose seat is its first; a member has one live place in it. */
const groupTables = `
  create table study_group (
    id uuid constraint study_group_pk primary key,
    title text not null,
    about text not null,
    course text not null,
    constituency_id uuid,
    style text not null constraint study_group_style_known check (style in ('QUIET', 'DISCUSSION', 'PROBLEM_SOLVING', 'EXAM_PRACTICE')),
    setting text not null constraint study_group_setting_known check (setting in ('ROOM', 'ONLINE')),
    whereabouts text not null,
    language text not null,
    times jsonb not null constraint study_group_times_few check (jsonb_array_length(times) between 1 and 3),
    members_min integer not null,
    capacity integer not null,
    admission text not null constraint study_group_admission_known check (admission in ('OPEN', 'INVITE')),
    status text not null constraint study_group_status_known check (status in ('FORMING', 'ACTIVE', 'PAUSED', 'ARCHIVED')),
    last_day text not null constraint study_group_last_day_is_day check (last_day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    ends_at timestamptz not null,
    planned_until timestamptz,
    organiser_id uuid,
    founded_at timestamptz not null,
    rules_version integer not null,
    version integer not null,
    constraint study_group_size check (members_min >= 2 and capacity between members_min and 30)
  );
  create index study_group_title on study_group (lower(title), id) where status <> 'ARCHIVED';
  create index study_group_organiser on study_group (organiser_id) where status <> 'ARCHIVED';
  create table study_place (
    id uuid constraint study_place_pk primary key,
    group_id uuid not null constraint study_place_group_fk references study_group,
    member_id uuid not null,
    status text not null constraint study_place_status_known check (status in ('INVITED', 'WAITING', 'SEATED', 'LEFT', 'REMOVED')),
    since timestamptz not null,
    turn bigint not null generated always as identity,
    reason text,
    version integer not null,
    constraint study_place_removed_with_reason check ((status = 'REMOVED') = (reason is not null))
  );
  create unique index study_place_one_live on study_place (group_id, member_id) where status in ('INVITED', 'WAITING', 'SEATED');
  create index study_place_order on study_place (group_id, status, since, turn);
  create index study_place_member on study_place (member_id, since, id);
  create function study_place_within_capacity() returns trigger language plpgsql as $$
  declare seats integer;
  begin
    select capacity into seats from study_group where id = new.group_id for no key update;
    if (select count(*) from study_place where group_id = new.group_id and status = 'SEATED') > seats then
      raise exception 'a study group has no more seats than its capacity' using errcode = 'check_violation', constraint = 'study_place_within_capacity';
    end if;
    return null;
  end $$;
  create trigger study_place_within_capacity_new after insert on study_place
    for each row when (new.status = 'SEATED') execute function study_place_within_capacity();
  create trigger study_place_within_capacity_given after update of status on study_place
    for each row when (new.status = 'SEATED' and old.status <> 'SEATED') execute function study_place_within_capacity();
  create table study_report (
    id uuid constraint study_report_pk primary key,
    group_id uuid not null constraint study_report_group_fk references study_group,
    reporter_id uuid not null,
    reason text not null constraint study_report_reason_known
      check (reason in ('CONDUCT', 'ACADEMIC_INTEGRITY', 'NOT_A_STUDY_GROUP', 'OTHER')),
    words text not null,
    reported_at timestamptz not null,
    outcome text constraint study_report_outcome_known check (outcome in ('DISMISSED', 'GROUP_ENDED')),
    decided_by_id uuid,
    decided_at timestamptz,
    note text,
    version integer not null,
    constraint study_report_by_somebody_else check (decided_by_id <> reporter_id),
    constraint study_report_decided check ((outcome is null) = (decided_at is null) and (outcome is null) = (note is null))
  );
  create unique index study_report_one_open on study_report (group_id, reporter_id) where outcome is null;
  create index study_report_waiting on study_report (reported_at, id) where outcome is null;
  create index study_report_reporter on study_report (reporter_id);
  create index study_report_decider on study_report (decided_by_id) where decided_by_id is not null;`;

const sessionTables = `
  create table study_session (
    id uuid constraint study_session_pk primary key,
    group_id uuid not null constraint study_session_group_fk references study_group,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    status text not null constraint study_session_status_known check (status in ('PLANNED', 'RUNNING', 'DONE', 'SKIPPED')),
    skip_reason text constraint study_session_skip_known check (skip_reason in ('CALLED_OFF', 'EMPTY')),
    host_id uuid,
    is_hosting_offered boolean not null,
    led_by_id uuid,
    version integer not null,
    constraint study_session_times check (ends_at > starts_at),
    constraint study_session_skipped_why check ((status = 'SKIPPED') = (skip_reason is not null)),
    constraint study_session_led_by_host check (led_by_id is null or (status = 'DONE' and led_by_id = host_id)),
    constraint study_session_offered_while_planned check (not is_hosting_offered or status = 'PLANNED')
  );
  create unique index study_session_one_at_a_time on study_session (group_id, starts_at) where status <> 'SKIPPED';
  create index study_session_of_group on study_session (group_id, starts_at, id);
  create index study_session_host on study_session (host_id) where host_id is not null;
  create index study_session_led_by on study_session (led_by_id) where led_by_id is not null;
  create table study_attendance (
    session_id uuid not null constraint study_attendance_session_fk references study_session,
    member_id uuid not null,
    is_present boolean not null,
    is_by_themselves boolean not null,
    recorded_at timestamptz not null,
    constraint study_attendance_pk primary key (session_id, member_id)
  );
  create index study_attendance_member on study_attendance (member_id);
  create table study_note (
    id uuid constraint study_note_pk primary key,
    session_id uuid not null constraint study_note_session_fk references study_session,
    resource_id uuid not null constraint study_note_resource_fk references resource,
    added_by_id uuid not null,
    added_at timestamptz not null,
    constraint study_note_once unique (session_id, resource_id)
  );
  create index study_note_resource on study_note (resource_id);
  create index study_note_adder on study_note (added_by_id);`;

/** A mentor has no more mentees than they said; a pair is two people, and has one live ask or pair at most. */
const mentoringTables = `
  create table mentor_offer (
    id uuid constraint mentor_offer_pk primary key,
    member_id uuid not null constraint mentor_offer_one_each unique,
    topics text[] not null,
    courses text[] not null,
    languages text[] not null,
    about text not null,
    mentees_max integer not null constraint mentor_offer_mentees_few check (mentees_max between 1 and 10),
    status text not null constraint mentor_offer_status_known check (status in ('OPEN', 'PAUSED', 'WITHDRAWN')),
    offered_at timestamptz not null,
    version integer not null
  );
  create index mentor_offer_open on mentor_offer (offered_at, id) where status = 'OPEN';
  create table mentor_pair (
    id uuid constraint mentor_pair_pk primary key,
    offer_id uuid not null constraint mentor_pair_offer_fk references mentor_offer on delete cascade,
    mentor_id uuid not null,
    mentee_id uuid not null,
    line text not null,
    status text not null constraint mentor_pair_status_known
      check (status in ('PROPOSED', 'DECLINED', 'LAPSED', 'ACCEPTED', 'ACTIVE', 'WITHDRAWN', 'ENDED')),
    asked_at timestamptz not null,
    answer_until timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    version integer not null,
    constraint mentor_pair_of_two check (mentor_id <> mentee_id),
    constraint mentor_pair_active_since check (status <> 'ACTIVE' or started_at is not null),
    constraint mentor_pair_ended_since check ((status = 'ENDED') = (ended_at is not null))
  );
  create unique index mentor_pair_one_live on mentor_pair (mentor_id, mentee_id) where status in ('PROPOSED', 'ACCEPTED', 'ACTIVE');
  create index mentor_pair_offer on mentor_pair (offer_id);
  create index mentor_pair_mentor on mentor_pair (mentor_id, asked_at, id);
  create index mentor_pair_mentee on mentor_pair (mentee_id, asked_at, id);
  create function mentor_pair_within_limit() returns trigger language plpgsql as $$
  declare places integer;
  begin
    select mentees_max into places from mentor_offer where id = new.offer_id for no key update;
    if (select count(*) from mentor_pair where offer_id = new.offer_id and status in ('ACCEPTED', 'ACTIVE')) > places then
      raise exception 'a mentor has no more mentees than they said' using errcode = 'check_violation', constraint = 'mentor_pair_within_limit';
    end if;
    return null;
  end $$;
  create trigger mentor_pair_within_limit_new after insert on mentor_pair
    for each row when (new.status in ('ACCEPTED', 'ACTIVE')) execute function mentor_pair_within_limit();
  create trigger mentor_pair_within_limit_given after update of status on mentor_pair
    for each row when (new.status in ('ACCEPTED', 'ACTIVE') and old.status not in ('ACCEPTED', 'ACTIVE')) execute function mentor_pair_within_limit();
  create table mentor_goal (
    id uuid constraint mentor_goal_pk primary key,
    pair_id uuid not null constraint mentor_goal_pair_fk references mentor_pair on delete cascade,
    words text not null,
    added_at timestamptz not null,
    reached_at timestamptz
  );
  create index mentor_goal_pair on mentor_goal (pair_id, added_at, id);
  create table mentor_meeting (
    id uuid constraint mentor_meeting_pk primary key,
    pair_id uuid not null constraint mentor_meeting_pair_fk references mentor_pair on delete cascade,
    starts_at timestamptz not null,
    minutes integer not null constraint mentor_meeting_minutes check (minutes between 10 and 480),
    words text
  );
  create index mentor_meeting_pair on mentor_meeting (pair_id, starts_at, id);`;

/**
 * Study groups, their sessions and notes, mentoring, and the pairs that a block keeps apart. Seats and mentees are counted
 * from rows; the database refuses one too many, whoever asks at the same time.
 */
export class CreateStudyGroup1780000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [blockTables, groupTables, sessionTables, mentoringTables]) await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mentor_meeting, mentor_goal, mentor_pair, mentor_offer;
      drop function mentor_pair_within_limit();
      drop table study_note, study_attendance, study_session;
      drop table study_report, study_place, study_group;
      drop function study_place_within_capacity();
      drop function is_blocked(uuid, uuid);
      drop table blocked_pair;
    `);
  }
}
