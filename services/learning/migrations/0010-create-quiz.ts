import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Quizzes with their versions and questions, attempts at them, and what members review afterwards. What must never break
 * is enforced here: questions change in a draft alone, one version is asked and one is written at a time, nobody publishes
 * their own, and a member has one open attempt at a quiz.
 */
export class CreateQuiz1780000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createBanks);
    await runner.query(createAttempts);
    await runner.query(createRecall);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table recall_setting;
      drop table recall_review;
      drop table recall_card;
      drop table attempt_question;
      drop table quiz_attempt;
      drop table quiz_question;
      drop function quiz_question_frozen();
      drop table quiz_version;
      drop table quiz;
    `);
  }
}

const createBanks = `
  create table quiz (
    id uuid constraint quiz_pk primary key,
    path_id uuid not null constraint quiz_path_fk references learning_path,
    step_key uuid not null,
    constraint quiz_step_unique unique (path_id, step_key)
  );
  create table quiz_version (
    id uuid constraint quiz_version_pk primary key,
    quiz_id uuid not null constraint quiz_version_quiz_fk references quiz,
    number integer not null constraint quiz_version_number_positive check (number > 0),
    status text not null constraint quiz_version_status_known check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED')),
    language text not null,
    draw_count integer not null constraint quiz_version_draw check (draw_count between 1 and 50),
    pass_percent integer not null constraint quiz_version_pass check (pass_percent between 1 and 100),
    time_limit_minutes integer constraint quiz_version_time check (time_limit_minutes between 1 and 180),
    attempts_max integer not null constraint quiz_version_attempts check (attempts_max between 1 and 20),
    author_id uuid not null,
    reviewer_id uuid,
    published_at timestamptz,
    version integer not null,
    constraint quiz_version_number_unique unique (quiz_id, number),
    constraint quiz_version_of_quiz unique (id, quiz_id),
    constraint quiz_version_published_once check ((status in ('PUBLISHED', 'RETIRED')) = (published_at is not null)),
    constraint quiz_version_reviewed_by_another check (reviewer_id <> author_id)
  );
  create unique index quiz_version_one_published on quiz_version (quiz_id) where status = 'PUBLISHED';
  create unique index quiz_version_one_in_work on quiz_version (quiz_id) where status in ('DRAFT', 'IN_REVIEW');
  create table quiz_question (
    id uuid constraint quiz_question_pk primary key,
    key uuid not null,
    quiz_version_id uuid not null constraint quiz_question_version_fk references quiz_version,
    position integer not null constraint quiz_question_position_positive check (position > 0),
    kind text not null constraint quiz_question_kind_known check (kind in
      ('SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'NUMERIC', 'ORDERING', 'SHORT_TEXT')),
    prompt text not null,
    choices jsonb not null default '[]',
    number double precision,
    tolerance double precision constraint quiz_question_tolerance check (tolerance >= 0),
    unit text,
    accepted text[] not null default '{}',
    explanation text,
    resource_id uuid constraint quiz_question_resource_fk references resource,
    constraint quiz_question_position_unique unique (quiz_version_id, position),
    constraint quiz_question_key_unique unique (quiz_version_id, key),
    constraint quiz_question_number check ((kind = 'NUMERIC') = (number is not null)),
    constraint quiz_question_accepted check ((kind = 'SHORT_TEXT') = (cardinality(accepted) > 0)),
    constraint quiz_question_choices check (
      (kind in ('SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'ORDERING')) = (jsonb_array_length(choices) > 1))
  );
  create index quiz_question_resource_id on quiz_question (resource_id);
  create index quiz_question_key on quiz_question (key);
  create function quiz_question_frozen() returns trigger language plpgsql as $$
  begin
    perform 1 from quiz_version v
      where v.id in (old.quiz_version_id, new.quiz_version_id) and v.status <> 'DRAFT' for share;
    if found then
      raise exception 'only a draft may change its questions' using errcode = 'check_violation', constraint = 'quiz_question_frozen';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger quiz_question_frozen before insert or update or delete on quiz_question
    for each row execute function quiz_question_frozen();
`;

const createAttempts = `
  create table quiz_attempt (
    id uuid constraint quiz_attempt_pk primary key,
    member_id uuid not null,
    enrolment_id uuid not null constraint quiz_attempt_enrolment_fk references enrolment,
    step_id uuid not null constraint quiz_attempt_step_fk references path_step,
    quiz_id uuid not null,
    quiz_version_id uuid not null,
    number integer not null constraint quiz_attempt_number_positive check (number > 0),
    status text not null constraint quiz_attempt_status_known check (status in ('OPEN', 'PASSED', 'FAILED')),
    seed text not null,
    rules_version integer not null,
    pass_percent integer not null,
    question_count integer not null constraint quiz_attempt_question_count check (question_count > 0),
    started_at timestamptz not null,
    ends_at timestamptz constraint quiz_attempt_time check (ends_at > started_at),
    ended_at timestamptz,
    right_count integer constraint quiz_attempt_right_count check (right_count between 0 and question_count),
    next_at timestamptz,
    version integer not null,
    constraint quiz_attempt_version_of_quiz foreign key (quiz_version_id, quiz_id) references quiz_version (id, quiz_id),
    constraint quiz_attempt_number_unique unique (enrolment_id, quiz_id, number),
    constraint quiz_attempt_ended check (case status when 'OPEN'
      then ended_at is null and right_count is null and next_at is null
      else ended_at is not null and right_count is not null and next_at is not null
        and (status = 'PASSED') = (right_count * 100 >= pass_percent * question_count) end),
    constraint quiz_attempt_in_time check (ended_at between started_at and coalesce(ends_at, ended_at))
  );
  create unique index quiz_attempt_one_open on quiz_attempt (member_id, quiz_id) where status = 'OPEN';
  create index quiz_attempt_of_member on quiz_attempt (member_id, quiz_id, started_at, id);
  create index quiz_attempt_step on quiz_attempt (step_id);
  create index quiz_attempt_quiz_version on quiz_attempt (quiz_version_id, quiz_id);
  create table attempt_question (
    attempt_id uuid not null constraint attempt_question_attempt_fk references quiz_attempt,
    position integer not null constraint attempt_question_position_positive check (position > 0),
    question_id uuid not null constraint attempt_question_question_fk references quiz_question,
    "order" integer[] not null,
    answer jsonb,
    answered_at timestamptz,
    is_right boolean,
    constraint attempt_question_pk primary key (attempt_id, position),
    constraint attempt_question_once unique (attempt_id, question_id),
    constraint attempt_question_answered check ((answer is null) = (answered_at is null))
  );
  create index attempt_question_question on attempt_question (question_id);
`;

const createRecall = `
  create table recall_card (
    id uuid constraint recall_card_pk primary key,
    member_id uuid not null,
    quiz_id uuid not null constraint recall_card_quiz_fk references quiz,
    question_key uuid not null,
    made_at timestamptz not null,
    due_at timestamptz not null,
    stability double precision not null constraint recall_card_stability check (stability >= 0),
    difficulty double precision not null constraint recall_card_difficulty check (difficulty between 0 and 10),
    scheduled_days integer not null,
    reps integer not null,
    lapses integer not null,
    state text not null constraint recall_card_state_known check (state in ('NEW', 'LEARNING', 'REVIEW', 'RELEARNING')),
    last_review_at timestamptz,
    answer jsonb,
    is_right boolean,
    version integer not null,
    constraint recall_card_once unique (member_id, question_key),
    constraint recall_card_answered check ((answer is null) = (is_right is null))
  );
  create index recall_card_due on recall_card (member_id, due_at, id);
  create index recall_card_quiz on recall_card (quiz_id);
  create index recall_card_question_key on recall_card (question_key);
  create table recall_review (
    id uuid constraint recall_review_pk primary key,
    card_id uuid not null constraint recall_review_card_fk references recall_card,
    member_id uuid not null,
    rating text not null constraint recall_review_rating_known check (rating in ('AGAIN', 'HARD', 'GOOD', 'EASY')),
    source text not null constraint recall_review_source_known check (source in ('QUIZ', 'REVIEW')),
    retention_percent integer not null constraint recall_review_retention check (retention_percent between 70 and 97),
    was_right boolean not null,
    reviewed_at timestamptz not null
  );
  create index recall_review_card on recall_review (card_id, reviewed_at, id);
  create index recall_review_member on recall_review (member_id, reviewed_at);
  create table recall_setting (
    member_id uuid constraint recall_setting_pk primary key,
    retention_percent integer not null constraint recall_setting_retention check (retention_percent between 70 and 97),
    paused_at timestamptz
  );
`;
