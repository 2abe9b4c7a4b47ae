import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Issues (machine G). They are public matters with member ids, yet begin in a space of one constituency: every read asks
 * who studies or represents there. What must hold under concurrency is a constraint: one support, one vote and one
 * report per member, one published answer per round, at most one reopening, one appeal per post.
 */
export class CreateIssue1780000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(issues);
    await runner.query(people);
    await runner.query(answers);
    await runner.query(moderation);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table post_decision;
      drop table post_appeal;
      drop table post_report;
      drop table issue_answer;
      drop table issue_answer_draft;
      drop table issue_vote;
      drop table issue_support;
      drop table issue_reply;
      drop table issue_text;
      drop table issue_step;
      drop table issue;
      drop table issue_rule;
    `);
  }
}

const postStates = `('VISIBLE', 'HELD', 'REMOVED', 'APPEALED', 'REMOVED_FINALLY')`;

const issues = `
  create table issue_rule (
    version integer constraint issue_rule_pk primary key,
    valid_from timestamptz not null constraint issue_rule_valid_from_unique unique,
    raise_students integer not null,
    raise_days integer not null,
    reopen_percent integer not null,
    reopen_students integer not null,
    hold_reports integer not null,
    constraint issue_rule_numbers check (
      raise_students > 1 and raise_days > 0 and reopen_percent between 1 and 100 and reopen_students > 0 and hold_reports > 0)
  );
  insert into issue_rule values (1, '2000-01-01', 5, 5, 30, 5, 3);
  create table issue (
    id uuid constraint issue_pk primary key,
    constituency_id uuid not null,
    department_id uuid not null constraint issue_department_fk references department,
    type text not null constraint issue_type_known check (type in ('PRAISE', 'IDEA', 'QUESTION', 'ISSUE')),
    title text not null,
    body text not null,
    language text not null,
    author_id uuid,
    named_to_course boolean not null,
    named_to_department boolean not null,
    status text not null constraint issue_status_known check (status in (
      'PRIVATE', 'RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED', 'DECLINED', 'ESCALATED', 'REOPENED')),
    post_state text not null constraint issue_post_state_known check (post_state in ${postStates}),
    posted_at timestamptz not null,
    auto_raise_at timestamptz not null,
    raised_at timestamptz,
    raised_by text constraint issue_raised_by_known check (raised_by in ('REP', 'SUPPORT', 'TIME')),
    reopened_at timestamptz,
    round integer not null constraint issue_reopened_once check (round in (1, 2)),
    proposal_suggested_at timestamptz,
    proposal_id uuid constraint issue_proposal_unique unique,
    rule_version integer not null constraint issue_rule_fk references issue_rule,
    version integer not null,
    constraint issue_raised check (
      (raised_at is null) = (raised_by is null) and (status = 'PRIVATE') = (raised_at is null)),
    constraint issue_second_round check ((round = 2) = (reopened_at is not null)),
    constraint issue_reopened_has_round check (status <> 'REOPENED' or round = 2)
  );
  create index issue_constituency on issue (constituency_id, posted_at desc, id desc);
  create index issue_department on issue (department_id, raised_at, id) where raised_at is not null;
  create index issue_author on issue (author_id);
  create index issue_rule_version on issue (rule_version);
  create index issue_held on issue (posted_at, id) where post_state in ('HELD', 'APPEALED');
  create table issue_step (
    issue_id uuid not null constraint issue_step_issue_fk references issue,
    position integer not null,
    status text not null,
    at timestamptz not null,
    constraint issue_step_pk primary key (issue_id, position)
  );
  create table issue_text (
    issue_id uuid constraint issue_text_pk primary key constraint issue_text_issue_fk references issue,
    words tsvector not null,
    pairs tsvector not null
  );`;

const people = `
  create table issue_reply (
    id uuid constraint issue_reply_pk primary key,
    issue_id uuid not null constraint issue_reply_issue_fk references issue,
    author_id uuid,
    role text not null constraint issue_reply_role_known check (role in ('STUDENT', 'REP')),
    named boolean not null,
    body text not null,
    language text not null,
    posted_at timestamptz not null,
    post_state text not null constraint issue_reply_post_state_known check (post_state in ${postStates}),
    version integer not null,
    constraint issue_reply_rep_is_named check (role = 'STUDENT' or named)
  );
  create index issue_reply_issue on issue_reply (issue_id, posted_at, id);
  create index issue_reply_author on issue_reply (author_id);
  create index issue_reply_held on issue_reply (posted_at, id) where post_state in ('HELD', 'APPEALED');
  create table issue_support (
    issue_id uuid not null constraint issue_support_issue_fk references issue,
    member_id uuid not null,
    supported_at timestamptz not null,
    constraint issue_support_one_per_member primary key (issue_id, member_id)
  );
  create index issue_support_member on issue_support (member_id);
  create table issue_vote (
    issue_id uuid not null,
    round integer not null,
    member_id uuid not null,
    solved boolean not null,
    voted_at timestamptz not null,
    constraint issue_vote_one_per_member primary key (issue_id, round, member_id),
    constraint issue_vote_of_supporter foreign key (issue_id, member_id) references issue_support
  );
  create index issue_vote_supporter on issue_vote (issue_id, member_id);`;

const answers = `
  create table issue_answer_draft (
    issue_id uuid constraint issue_answer_draft_pk primary key constraint issue_answer_draft_issue_fk references issue,
    text text not null,
    drafted_by text not null,
    drafted_at timestamptz not null
  );
  create table issue_answer (
    issue_id uuid not null constraint issue_answer_issue_fk references issue,
    round integer not null constraint issue_answer_round_known check (round in (1, 2)),
    outcome text not null constraint issue_answer_outcome_known check (outcome in ('RESOLVED', 'DECLINED')),
    reason text constraint issue_answer_reason_known
      check (reason in ('NOT_OURS', 'NOT_POSSIBLE', 'NOT_FUNDED', 'ALREADY_DONE', 'AGAINST_RULES', 'OTHER')),
    text text not null,
    published_by text not null,
    published_at timestamptz not null,
    constraint issue_answer_once_a_round primary key (issue_id, round),
    constraint issue_answer_declined_has_reason check ((outcome = 'DECLINED') = (reason is not null))
  );`;

const moderation = `
  create table post_report (
    id uuid constraint post_report_pk primary key,
    issue_id uuid not null constraint post_report_issue_fk references issue,
    reply_id uuid constraint post_report_reply_fk references issue_reply,
    reporter_id uuid not null,
    reason text not null constraint post_report_reason_known
      check (reason in ('HURTFUL', 'NAMES_SOMEBODY', 'FALSE', 'ADVERTISING', 'OTHER')),
    reported_at timestamptz not null,
    closed_at timestamptz,
    constraint post_report_one_per_member unique nulls not distinct (issue_id, reply_id, reporter_id)
  );
  create index post_report_reply on post_report (reply_id);
  create index post_report_open on post_report (reported_at) where closed_at is null;
  create table post_appeal (
    issue_id uuid not null constraint post_appeal_issue_fk references issue,
    reply_id uuid constraint post_appeal_reply_fk references issue_reply,
    words text not null,
    appealed_at timestamptz not null,
    constraint post_appeal_once unique nulls not distinct (issue_id, reply_id)
  );
  create index post_appeal_reply on post_appeal (reply_id);
  create table post_decision (
    id uuid constraint post_decision_pk primary key,
    issue_id uuid not null constraint post_decision_issue_fk references issue,
    reply_id uuid constraint post_decision_reply_fk references issue_reply,
    decision text not null constraint post_decision_known check (decision in ('KEEP', 'REMOVE', 'RESTORE', 'UPHOLD')),
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null
  );
  create index post_decision_issue on post_decision (issue_id, decided_at);
  create index post_decision_reply on post_decision (reply_id);`;
