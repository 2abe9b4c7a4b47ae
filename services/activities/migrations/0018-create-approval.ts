import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How activities come to be approved: the rules and the round each is in, the evidence its team gave, and the log of who
 * judged what, which is only ever added to. And what was learned of activities that are over.
 */
export class CreateApproval1780000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approval (
        activity_id uuid constraint approval_pk primary key constraint approval_activity_fk references activity,
        rules_version integer not null,
        round integer not null constraint approval_round_positive check (round > 0),
        submitted_at timestamptz not null,
        late_reason text
      );
      create table evidence (
        id uuid constraint evidence_pk primary key,
        activity_id uuid not null constraint evidence_activity_fk references activity,
        kind text not null constraint evidence_kind_known check (kind in
          ('RISK_ASSESSMENT', 'FIRST_AID_PLAN', 'EMERGENCY_PLAN', 'BUDGET_PLAN', 'SPEAKER_FORM', 'TRAVEL_PLAN', 'WELFARE_PLAN',
           'ALCOHOL_LICENCE', 'CONTRACTOR_INSURANCE', 'SAFEGUARDING_PLAN')),
        statement text not null,
        link text,
        status text not null constraint evidence_status_known check (status in ('GIVEN', 'ACCEPTED', 'RETURNED')),
        note text,
        author_id uuid not null,
        given_at timestamptz not null,
        version integer not null,
        constraint evidence_one_of_a_kind unique (activity_id, kind),
        constraint evidence_return_has_note check (status <> 'RETURNED' or note is not null)
      );
      create index evidence_author on evidence (author_id);
      create table judgement (
        id uuid constraint judgement_pk primary key,
        activity_id uuid not null constraint judgement_activity_fk references activity,
        round integer not null,
        kind text not null constraint judgement_kind_known check (kind in
          ('SUBMITTED', 'EVIDENCE_ACCEPTED', 'EVIDENCE_RETURNED', 'CHANGES_REQUESTED', 'APPROVED', 'DECLINED')),
        evidence_kind text,
        note text,
        member_id uuid not null,
        judged_at timestamptz not null
      );
      create index judgement_activity on judgement (activity_id, judged_at, id);
      create index judgement_member on judgement (member_id);
      create unique index judgement_one_approval_each on judgement (activity_id, round, member_id) where kind = 'APPROVED';
      create table lesson (
        activity_id uuid constraint lesson_pk primary key constraint lesson_activity_fk references activity,
        group_id uuid not null,
        went_well text,
        to_change text,
        came integer not null constraint lesson_came_counted check (came >= 0),
        missed integer not null constraint lesson_missed_counted check (missed >= 0),
        written_at timestamptz not null
      );
      create index lesson_group on lesson (group_id, written_at, activity_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table lesson;
      drop table judgement;
      drop table evidence;
      drop table approval;
    `);
  }
}
