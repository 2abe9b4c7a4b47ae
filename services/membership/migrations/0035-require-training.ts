import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasonsBefore = `
  'CONNECTION_REQUESTED', 'CONNECTION_ACCEPTED', 'CIRCLE_PROPOSED', 'CIRCLE_FORMED', 'CIRCLE_ENDED', 'COMPANY_FOUND',
  'MESSAGE', 'MESSAGE_REPORT_DECIDED', 'POST_REPLIED', 'POST_HELD', 'POST_RESTORED', 'POST_REMOVED',
  'POST_APPEAL_DECIDED', 'REPORT_DECIDED', 'REPORT_WAITING', 'NOTICE_POSTED', 'IDEA_RAISE_ASKED',
  'IDEA_RAISE_DECIDED', 'HELP_OFFERED', 'HELP_MATCHED', 'HELP_ARRANGED', 'HELP_DONE_CLAIMED', 'HELP_COMPLETED',
  'HELP_UNMATCHED', 'HELP_EXPIRED', 'HELP_CANCELLED', 'HELP_DISPUTED', 'HELP_DECIDED', 'GROUP_INVITED',
  'GROUP_REQUESTED', 'GROUP_REQUEST_DECIDED', 'GROUP_REMOVED', 'GROUP_STATUS', 'REAFFILIATION_DUE',
  'OFFICERS_MISSING', 'MANDATE_STARTED', 'MANDATE_ENDING', 'MANDATE_ENDED', 'MEMBERSHIP_STATUS', 'APPEAL_DECIDED',
  'EXPORT_READY', 'ERASURE_SCHEDULED', 'NEEDS_READ', 'ISSUE_RAISED', 'ISSUE_STATUS', 'PROPOSAL_STATUS',
  'PROPOSAL_DELIVERED', 'PLACE_CHANGED', 'ACTIVITY_CHANGED', 'ATTENDANCE_CONFIRMED', 'LEARNING_PROGRESS',
  'SEAT_OFFERED', 'OFFER_EXPIRED', 'DRAWN', 'STRIKE_GIVEN', 'STRIKE_DECIDED', 'TASK_ASSIGNED', 'TASK_DUE',
  'SHIFT_CHANGED', 'HOURS_DECIDED', 'FEEDBACK_ASKED', 'THANKED', 'JUDGED',
  'ELECTION_OPENS', 'VOTING_OPEN', 'ELECTION_DECLARED', 'NOMINATED', 'CANDIDACY_DECIDED', 'COMPLAINT_RULED'`;

const reasonsAdded = `
  'RESOURCE_REVIEWED', 'PEER_REVIEW_ASKED', 'PEER_REVIEW_DONE', 'STEP_TAKEN_BACK', 'STUDY_SESSION_CHANGED',
  'STUDY_PLACE_GIVEN', 'MENTOR_ASKED', 'MENTOR_ANSWERED', 'CREDENTIAL_CHANGED', 'RECORD_LINK_OPENED', 'HANDOVER_OPENED',
  'HANDOVER_CHANGED', 'HANDOVER_LATE', 'TRAINING_MISSING'`;

const subjectsBefore = `
  'MEMBER', 'CIRCLE', 'CONVERSATION', 'POST', 'HELP_REQUEST', 'GROUP', 'MANDATE', 'MEMBERSHIP', 'EXPORT',
  'REPORT', 'NEEDS', 'ISSUE', 'PROPOSAL', 'ACTIVITY', 'LEARNING_PATH', 'ELECTION'`;

const subjectsAdded = `'RESOURCE', 'STUDY_GROUP', 'MENTORING', 'CREDENTIAL', 'RECORD_LINK', 'HANDOVER'`;

/**
 * Training that offices ask for: who holds which, as learning tells; what the union asks of every office of a kind, by
 * version; what a position asks besides; and what a mandate asked when it was given. A mandate that asks for training
 * gives no right before it began. And the reasons to tell members of what they learn and hand over.
 */
export class RequireTraining1780000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training (
        id uuid constraint training_pk primary key,
        member_id uuid not null,
        path_id uuid not null,
        held_at timestamptz,
        changed_at timestamptz not null
      );
      create index training_held on training (member_id, path_id) where held_at is not null;
      create table training_rule (
        kind text not null constraint training_rule_kind_known check (kind in ('PRESIDENT', 'TREASURER', 'SECRETARY',
          'OFFICER', 'WELFARE_LEAD', 'UNION_OFFICER', 'COURSE_REP')),
        version integer not null constraint training_rule_version_positive check (version > 0),
        path_id uuid,
        made_by uuid constraint training_rule_maker_fk references member,
        made_at timestamptz not null,
        constraint training_rule_pk primary key (kind, version)
      );
      create index training_rule_maker on training_rule (made_by);
      create table position_training (
        position_id uuid constraint position_training_pk primary key constraint position_training_position_fk references position,
        path_id uuid not null
      );
      create table mandate_training (
        mandate_id uuid constraint mandate_training_pk primary key constraint mandate_training_mandate_fk references mandate,
        path_ids uuid[] not null constraint mandate_training_asks check (cardinality(path_ids) between 1 and 2),
        begun_at timestamptz
      );
      create index mandate_training_waiting on mandate_training (mandate_id) where begun_at is null;
      create or replace view actor_mandate as
        select m.id as mandate_id, m.member_id, p.group_id, p.kind, coalesce(t.begun_at, m.starts_at) as starts_at,
          coalesce(m.ended_at, m.ends_at) as ends_at, constituency_id(p.constituency) as constituency_id
        from mandate m join position p on p.id = m.position_id left join mandate_training t on t.mandate_id = m.id
        where t.mandate_id is null or t.begun_at is not null;
      alter table notification drop constraint notification_reason_known;
      alter table notification add constraint notification_reason_known check (reason in (${reasonsBefore}, ${reasonsAdded}));
      alter table notification drop constraint notification_subject_known;
      alter table notification add constraint notification_subject_known
        check (subject_kind in (${subjectsBefore}, ${subjectsAdded}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where reason in (${reasonsAdded}) or subject_kind in (${subjectsAdded});
      alter table notification drop constraint notification_reason_known;
      alter table notification add constraint notification_reason_known check (reason in (${reasonsBefore}));
      alter table notification drop constraint notification_subject_known;
      alter table notification add constraint notification_subject_known check (subject_kind in (${subjectsBefore}));
      create or replace view actor_mandate as
        select m.id as mandate_id, m.member_id, p.group_id, p.kind, m.starts_at, coalesce(m.ended_at, m.ends_at) as ends_at,
          constituency_id(p.constituency) as constituency_id
        from mandate m join position p on p.id = m.position_id;
      drop table mandate_training;
      drop table position_training;
      drop table training_rule;
      drop table training;
    `);
  }
}
