import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Learning paths, their versions and steps. What must never break is enforced here: one published version of a path, one
 * being written, and no change to the steps of a version that has left its author's desk.
 */
export class CreateLearningPath1780000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table learning_path (
        id uuid constraint learning_path_pk primary key,
        slug text not null constraint learning_path_slug_unique unique,
        title text not null,
        summary text not null
      );
      create index learning_path_title on learning_path (lower(title), id);
      create table path_version (
        id uuid constraint path_version_pk primary key,
        path_id uuid not null constraint path_version_path_fk references learning_path,
        number integer not null constraint path_version_number_positive check (number > 0),
        status text not null constraint path_version_status_known check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED')),
        author_id uuid not null,
        reviewer_id uuid,
        published_at timestamptz,
        version integer not null,
        constraint path_version_number_unique unique (path_id, number),
        constraint path_version_of_path unique (id, path_id),
        constraint path_version_published_once check ((status in ('PUBLISHED', 'RETIRED')) = (published_at is not null)),
        constraint path_version_reviewed_by_another check (reviewer_id <> author_id)
      );
      create unique index path_version_one_published on path_version (path_id) where status = 'PUBLISHED';
      create unique index path_version_one_in_work on path_version (path_id) where status in ('DRAFT', 'IN_REVIEW');
      create table path_step (
        id uuid constraint path_step_pk primary key,
        path_version_id uuid not null constraint path_step_version_fk references path_version,
        position integer not null constraint path_step_position_positive check (position > 0),
        title text not null,
        kind text not null constraint path_step_kind_known check (kind in
          ('READ', 'WATCH', 'QUIZ', 'REFLECT', 'ATTEND', 'HOLD_MANDATE', 'VERIFIED_HOURS', 'PEER_REVIEW', 'TEACH')),
        resource_id uuid constraint path_step_resource_fk references resource,
        activity_kind text,
        days_required integer,
        hours_required integer,
        constraint path_step_position_unique unique (path_version_id, position),
        constraint path_step_resource check ((kind in ('READ', 'WATCH')) = (resource_id is not null)),
        constraint path_step_activity_kind check ((kind = 'ATTEND') = (activity_kind is not null)),
        constraint path_step_days check ((kind = 'HOLD_MANDATE') = (days_required is not null)),
        constraint path_step_hours check ((kind = 'VERIFIED_HOURS') = (hours_required is not null))
      );
      create index path_step_resource_id on path_step (resource_id);
      create function path_step_frozen() returns trigger language plpgsql as $$
      begin
        perform 1 from path_version v
          where v.id in (old.path_version_id, new.path_version_id) and v.status <> 'DRAFT' for share;
        if found then
          raise exception 'only a draft may change its steps' using errcode = 'check_violation', constraint = 'path_step_frozen';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger path_step_frozen before insert or update or delete on path_step
        for each row execute function path_step_frozen();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table path_step;
      drop function path_step_frozen();
      drop table path_version;
      drop table learning_path;
    `);
  }
}
