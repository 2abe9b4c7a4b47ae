import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Proposals (machine H), their supporters and answers, and the text index that finds similar public matters. The roll is
 * who belonged to the constituency when gathering opened; only they can endorse, once each. A text that somebody other
 * than its author endorsed can never change: the trigger says so, and a new text asks everybody again.
 */
export class CreateProposal1780000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rules);
    await runner.query(proposals);
    await runner.query(support);
    await runner.query(answers);
    await runner.query(search);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table matter_text;
      drop extension pg_trgm;
      drop table proposal_verdict;
      drop table proposal_milestone;
      drop table proposal_rating;
      drop table proposal_answer;
      drop table proposal_answer_draft;
      drop table proposal_department;
      drop table endorsement;
      drop table proposal_roll;
      drop table proposal_step;
      drop table proposal_council;
      drop table proposal_appeal;
      drop table proposal_screening;
      drop table proposal_seconder;
      drop table proposal_text;
      drop table proposal;
      drop table proposal_rule;
      drop function proposal_text_is_frozen;
    `);
  }
}

const rules = `
  create table proposal_rule (
    version integer constraint proposal_rule_pk primary key,
    valid_from timestamptz not null constraint proposal_rule_valid_from_unique unique,
    seconders_min integer not null,
    gathering_days integer not null,
    threshold_absolute integer not null,
    threshold_per_ten_thousand integer not null,
    revive_after_months integer not null,
    simple_months integer not null,
    complex_months integer not null,
    rating_days integer not null,
    raters_min integer not null,
    dissatisfied_percent integer not null,
    verify_days integer not null,
    verifiers_min integer not null,
    not_yet_percent integer not null,
    constraint proposal_rule_numbers check (
      seconders_min >= 0 and gathering_days > 0 and threshold_absolute > 0
      and threshold_per_ten_thousand between 0 and 10000 and revive_after_months >= 0
      and simple_months >= 0 and complex_months >= simple_months and rating_days > 0 and raters_min > 0
      and dissatisfied_percent between 1 and 100 and verify_days > 0 and verifiers_min > 0
      and not_yet_percent between 1 and 100)
  );
  insert into proposal_rule values (1, '2000-01-01', 2, 28, 20, 50, 6, 0, 1, 14, 10, 50, 14, 10, 30);`;

const proposals = `
  create table proposal (
    id uuid constraint proposal_pk primary key,
    author_id uuid,
    author_named boolean not null,
    status text not null constraint proposal_status_known check (status in (
      'DRAFT', 'SCREENING', 'NOT_FILED', 'APPEALED', 'MERGE_OFFERED', 'MERGED', 'GATHERING', 'QUALIFIED', 'LAPSED',
      'ADOPTED', 'NOT_ADOPTED', 'REFERRED', 'ACKNOWLEDGED', 'ANSWERED', 'RECONSIDERED', 'IN_DELIVERY', 'DELIVERED',
      'CLOSED', 'REOPENED', 'WITHDRAWN')),
    constituency_id uuid,
    needs_council boolean not null,
    text_number integer not null,
    drafted_at timestamptz not null,
    submitted_at timestamptz,
    refused_by text,
    appealed_at timestamptz,
    published_at timestamptz,
    opened_at timestamptz,
    closes_at timestamptz,
    opening integer not null,
    constituency_size integer,
    threshold integer,
    rule_version integer constraint proposal_rule_fk references proposal_rule,
    revivable_at timestamptz,
    merge_into_id uuid constraint proposal_merge_into_fk references proposal,
    lead_department_id uuid constraint proposal_lead_department_fk references department,
    complexity text constraint proposal_complexity_known check (complexity in ('SIMPLE', 'COMPLEX')),
    referred_at timestamptz,
    due_at timestamptz,
    answer_round integer not null,
    decision text constraint proposal_decision_known
      check (decision in ('ACCEPTED', 'PARTLY', 'ALTERNATIVE', 'ALREADY_DONE', 'DECLINED')),
    rated_until timestamptz,
    delivery_round integer not null,
    verified_until timestamptz,
    delivery_summary text,
    version integer not null,
    constraint proposal_opened check (
      opened_at is null or (published_at is not null and closes_at > opened_at and threshold > 0 and rule_version is not null)),
    constraint proposal_open_is_opened check (
      opened_at is not null or status in ('DRAFT', 'SCREENING', 'NOT_FILED', 'APPEALED', 'MERGE_OFFERED', 'MERGED', 'WITHDRAWN')),
    constraint proposal_merge_named check ((merge_into_id is not null) = (status in ('MERGE_OFFERED', 'MERGED'))),
    constraint proposal_no_self_merge check (merge_into_id <> id),
    constraint proposal_referred check (
      (referred_at is null) = (lead_department_id is null) and (referred_at is null) = (due_at is null)
      and (referred_at is not null or status not in (
        'REFERRED', 'ACKNOWLEDGED', 'ANSWERED', 'RECONSIDERED', 'IN_DELIVERY', 'DELIVERED', 'CLOSED', 'REOPENED'))),
    constraint proposal_reconsidered_once check (answer_round between 0 and 2),
    constraint proposal_reopened_once check (delivery_round between 0 and 2)
  );
  create index proposal_author on proposal (author_id);
  create index proposal_published on proposal (published_at, id) where published_at is not null;
  create index proposal_closing on proposal (closes_at, id) where status = 'GATHERING';
  create index proposal_status on proposal (status, submitted_at, id);
  create index proposal_merge_into on proposal (merge_into_id);
  create index proposal_lead_department on proposal (lead_department_id, due_at, id);
  create index proposal_rule_version on proposal (rule_version);
  create table proposal_text (
    proposal_id uuid not null constraint proposal_text_proposal_fk references proposal,
    number integer not null constraint proposal_text_number_positive check (number > 0),
    language text not null,
    title text not null,
    background text not null,
    problem text not null,
    suggestion text not null,
    written_at timestamptz not null,
    constraint proposal_text_pk primary key (proposal_id, number)
  );
  create table proposal_seconder (
    proposal_id uuid not null constraint proposal_seconder_proposal_fk references proposal,
    member_id uuid not null,
    invited_at timestamptz not null,
    accepted_at timestamptz,
    constraint proposal_seconder_pk primary key (proposal_id, member_id)
  );
  create index proposal_seconder_member on proposal_seconder (member_id);
  create table proposal_screening (
    id uuid constraint proposal_screening_pk primary key,
    proposal_id uuid not null constraint proposal_screening_proposal_fk references proposal,
    decision text not null constraint proposal_screening_decision_known
      check (decision in ('RETURNED', 'NOT_FILED', 'MERGE_OFFERED', 'FILED', 'APPEAL_UPHELD', 'APPEAL_REJECTED')),
    reason text constraint proposal_screening_reason_known
      check (reason in ('AGAINST_LAW', 'OUTSIDE_POWER', 'PERSONAL', 'BADLY_FORMED', 'MORE_THAN_ONE_MATTER')),
    note text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint proposal_screening_reason_given check ((decision = 'NOT_FILED') = (reason is not null))
  );
  create index proposal_screening_proposal on proposal_screening (proposal_id, decided_at);
  create table proposal_appeal (
    proposal_id uuid constraint proposal_appeal_once primary key constraint proposal_appeal_proposal_fk references proposal,
    words text not null,
    appealed_at timestamptz not null
  );
  create table proposal_council (
    proposal_id uuid constraint proposal_council_pk primary key constraint proposal_council_proposal_fk references proposal,
    adopted boolean not null,
    met_on date not null,
    votes_for integer not null,
    votes_against integer not null,
    abstentions integer not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint proposal_council_votes check (votes_for >= 0 and votes_against >= 0 and abstentions >= 0)
  );
  create table proposal_step (
    proposal_id uuid not null constraint proposal_step_proposal_fk references proposal,
    position integer not null,
    status text not null,
    at timestamptz not null,
    constraint proposal_step_pk primary key (proposal_id, position)
  );`;

const support = `
  create table proposal_roll (
    proposal_id uuid not null constraint proposal_roll_proposal_fk references proposal,
    member_id uuid not null,
    opening integer not null,
    constraint proposal_roll_pk primary key (proposal_id, member_id)
  );
  create index proposal_roll_member on proposal_roll (member_id);
  create table endorsement (
    proposal_id uuid not null,
    member_id uuid not null,
    text_number integer not null,
    endorsed_at timestamptz not null,
    confirmed_at timestamptz not null,
    moved_from_id uuid constraint endorsement_moved_from_fk references proposal,
    constraint endorsement_one_per_member primary key (proposal_id, member_id),
    constraint endorsement_of_constituency foreign key (proposal_id, member_id) references proposal_roll on update cascade,
    constraint endorsement_of_text foreign key (proposal_id, text_number) references proposal_text
  );
  create index endorsement_of_proposal on endorsement (proposal_id, text_number);
  create index endorsement_member on endorsement (member_id);
  create index endorsement_moved_from on endorsement (moved_from_id);
  create function proposal_text_is_frozen() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from endorsement e join proposal p on p.id = e.proposal_id
               where e.proposal_id = old.proposal_id and e.text_number = old.number and e.member_id is distinct from p.author_id) then
      raise exception 'a text that others endorsed cannot change' using errcode = 'check_violation', constraint = 'proposal_text_frozen';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$;
  create trigger proposal_text_frozen before update or delete on proposal_text
    for each row execute function proposal_text_is_frozen();`;

const answers = `
  create table proposal_department (
    proposal_id uuid not null constraint proposal_department_proposal_fk references proposal,
    department_id uuid not null constraint proposal_department_department_fk references department,
    constraint proposal_department_pk primary key (proposal_id, department_id)
  );
  create index proposal_department_department on proposal_department (department_id);
  create table proposal_answer_draft (
    proposal_id uuid not null constraint proposal_answer_draft_proposal_fk references proposal,
    department_id uuid not null constraint proposal_answer_draft_department_fk references department,
    decision text not null constraint proposal_answer_draft_decision_known
      check (decision in ('ACCEPTED', 'PARTLY', 'ALTERNATIVE', 'ALREADY_DONE', 'DECLINED')),
    text text not null,
    reason text not null,
    who_decides text not null,
    drafted_by text not null,
    drafted_at timestamptz not null,
    constraint proposal_answer_draft_pk primary key (proposal_id, department_id)
  );
  create index proposal_answer_draft_department on proposal_answer_draft (department_id);
  create table proposal_answer (
    proposal_id uuid not null constraint proposal_answer_proposal_fk references proposal,
    round integer not null constraint proposal_answer_round_known check (round in (1, 2)),
    department_id uuid not null constraint proposal_answer_department_fk references department,
    decision text not null constraint proposal_answer_decision_known
      check (decision in ('ACCEPTED', 'PARTLY', 'ALTERNATIVE', 'ALREADY_DONE', 'DECLINED')),
    text text not null,
    reason text,
    who_decides text,
    answered_at timestamptz not null,
    constraint proposal_answer_pk primary key (proposal_id, round),
    constraint proposal_answer_declined_says_who check (
      decision <> 'DECLINED' or (reason is not null and who_decides is not null))
  );
  create index proposal_answer_department on proposal_answer (department_id, answered_at);
  create table proposal_rating (
    proposal_id uuid not null,
    round integer not null,
    member_id uuid not null,
    satisfied boolean not null,
    rated_at timestamptz not null,
    constraint proposal_rating_one_per_member primary key (proposal_id, round, member_id),
    constraint proposal_rating_answer_fk foreign key (proposal_id, round) references proposal_answer
  );
  create index proposal_rating_member on proposal_rating (member_id);
  create table proposal_milestone (
    id uuid constraint proposal_milestone_pk primary key,
    proposal_id uuid not null constraint proposal_milestone_proposal_fk references proposal,
    round integer not null,
    position integer not null,
    title text not null,
    due_on date not null,
    done_at timestamptz,
    constraint proposal_milestone_position_unique unique (proposal_id, round, position)
  );
  create table proposal_verdict (
    proposal_id uuid not null constraint proposal_verdict_proposal_fk references proposal,
    round integer not null,
    member_id uuid not null,
    works boolean not null,
    said_at timestamptz not null,
    constraint proposal_verdict_one_per_member primary key (proposal_id, round, member_id)
  );
  create index proposal_verdict_member on proposal_verdict (member_id);`;

const search = `
  create extension if not exists pg_trgm;
  create table matter_text (
    subject_kind text not null constraint matter_text_subject_known check (subject_kind in ('ISSUE', 'PROPOSAL')),
    subject_id uuid not null,
    title text not null,
    words tsvector not null,
    pairs tsvector not null,
    constraint matter_text_pk primary key (subject_kind, subject_id)
  );
  create index matter_text_title on matter_text using gin (title gin_trgm_ops);
  create index matter_text_words on matter_text using gin (words);
  create index matter_text_pairs on matter_text using gin (pairs);`;
