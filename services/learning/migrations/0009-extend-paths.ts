import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a path asks for before and between its steps, and what members write on the way: prerequisites, steps that require
 * other steps than the one before, a key that stays with a step from version to version, reflections, and work that other
 * learners review. Nobody reviews themselves, and one piece of work for a step is open at a time.
 */
export class ExtendPaths1780000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(extendSteps);
    await runner.query(extendProgress);
    await runner.query(createReflections);
    await runner.query(createPeerReviews);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table peer_review;
      drop table peer_submission;
      drop table reflection;
      drop index step_progress_criterion;
      alter table step_progress drop constraint step_progress_evidence, drop column criterion_id,
        alter column evidence drop not null, alter column evidence drop default;
      alter table step_progress alter column evidence type uuid using evidence[1];
      alter table step_progress add constraint step_progress_evidence check (evidence is null or status = 'PASSED');
      drop table path_prerequisite;
      alter table path_step drop column key, drop column guidance, drop column rubric, drop column requires;
    `);
  }
}

/** A step is the same in the next version when kind and title are, for as often as they occur. */
const extendSteps = `
  alter table path_step disable trigger path_step_frozen;
  alter table path_step add column key uuid, add column guidance text,
    add column rubric text[] not null default '{}', add column requires integer[] not null default '{}';
  with placed as (
    select s.id, v.path_id, v.number, s.kind, lower(s.title) as title,
      row_number() over (partition by v.id, s.kind, lower(s.title) order by s.position) as nth
    from path_step s join path_version v on v.id = s.path_version_id),
  keyed as (
    select id, first_value(id) over (partition by path_id, kind, title, nth order by number) as key from placed)
  update path_step s set key = keyed.key, requires = case when s.position = 1 then '{}' else array[s.position - 1] end
    from keyed where keyed.id = s.id;
  alter table path_step alter column key set not null,
    add constraint path_step_key_unique unique (path_version_id, key),
    add constraint path_step_requires_earlier check (0 < all (requires) and position > all (requires)),
    add constraint path_step_rubric check (kind = 'PEER_REVIEW' or rubric = '{}');
  alter table path_step enable trigger path_step_frozen;
  create table path_prerequisite (
    path_version_id uuid not null,
    of_path_id uuid not null,
    path_id uuid not null constraint path_prerequisite_path_fk references learning_path,
    constraint path_prerequisite_pk primary key (path_version_id, path_id),
    constraint path_prerequisite_version_fk foreign key (path_version_id, of_path_id) references path_version (id, path_id),
    constraint path_prerequisite_of_another check (path_id <> of_path_id)
  );
  create index path_prerequisite_version on path_prerequisite (path_version_id, of_path_id);
  create index path_prerequisite_path on path_prerequisite (path_id);
  create trigger path_prerequisite_frozen before insert or update or delete on path_prerequisite
    for each row execute function path_step_frozen();
`;

/** Several pieces of evidence may pass one step; a step kept through an upgrade keeps the criterion it was passed by. */
const extendProgress = `
  alter table step_progress drop constraint step_progress_evidence;
  alter table step_progress alter column evidence type uuid[]
    using case when evidence is null then '{}'::uuid[] else array[evidence] end;
  alter table step_progress alter column evidence set default '{}', alter column evidence set not null,
    add constraint step_progress_evidence check (evidence = '{}' or status = 'PASSED'),
    add column criterion_id uuid constraint step_progress_criterion_fk references path_step;
  create index step_progress_criterion on step_progress (criterion_id) where criterion_id is not null;
`;

/** What members wrote stays with the key of the step, so that it moves along when they move to another version. */
const createReflections = `
  create table reflection (
    enrolment_id uuid not null constraint reflection_enrolment_fk references enrolment,
    step_key uuid not null,
    words text not null constraint reflection_length check (char_length(words) between 50 and 5000),
    written_at timestamptz not null,
    constraint reflection_pk primary key (enrolment_id, step_key)
  );
`;

/** The author stands in each review as well, so that the database can refuse a review of one's own work. */
const createPeerReviews = `
  create table peer_submission (
    id uuid constraint peer_submission_pk primary key,
    enrolment_id uuid not null constraint peer_submission_enrolment_fk references enrolment,
    path_id uuid not null constraint peer_submission_path_fk references learning_path,
    step_id uuid not null constraint peer_submission_step_fk references path_step,
    step_key uuid not null,
    author_id uuid not null,
    round integer not null constraint peer_submission_round_positive check (round > 0),
    words text not null,
    status text not null constraint peer_submission_status_known
      check (status in ('OPEN', 'ACCEPTED', 'SENT_BACK', 'WITHDRAWN')),
    handed_in_at timestamptz not null,
    decided_at timestamptz,
    version integer not null,
    constraint peer_submission_of_author unique (id, author_id),
    constraint peer_submission_round_unique unique (enrolment_id, step_key, round),
    constraint peer_submission_decided check ((status = 'OPEN') = (decided_at is null))
  );
  create unique index peer_submission_one_open on peer_submission (enrolment_id, step_key) where status = 'OPEN';
  create index peer_submission_step on peer_submission (step_id);
  create index peer_submission_waiting on peer_submission (path_id, step_key, handed_in_at, id) where status = 'OPEN';
  create index peer_submission_path on peer_submission (path_id);
  create index peer_submission_author on peer_submission (author_id);
  create table peer_review (
    id uuid constraint peer_review_pk primary key,
    submission_id uuid not null,
    author_id uuid not null,
    reviewer_id uuid not null,
    status text not null constraint peer_review_status_known check (status in ('ASKED', 'DONE', 'DECLINED', 'LAPSED')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    verdict text constraint peer_review_verdict_known check (verdict in ('ACCEPT', 'SEND_BACK')),
    words text,
    marks jsonb not null default '[]',
    done_at timestamptz,
    version integer not null,
    constraint peer_review_submission_fk foreign key (submission_id, author_id)
      references peer_submission (id, author_id) on update cascade,
    constraint peer_review_once unique (submission_id, reviewer_id),
    constraint peer_review_by_another check (reviewer_id <> author_id),
    constraint peer_review_done check ((status = 'DONE') = (verdict is not null) and (verdict is null) = (done_at is null))
  );
  create index peer_review_submission on peer_review (submission_id, author_id);
  create index peer_review_reviewer on peer_review (reviewer_id, status, asked_at, id);
`;
