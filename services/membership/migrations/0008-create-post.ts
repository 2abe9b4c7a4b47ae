import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts to the people of a group. What was taken back keeps no words, and what was removed keeps its reason. */
export class CreatePost1780000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table post (
        id uuid constraint post_pk primary key,
        group_id uuid not null constraint post_group_fk references student_group,
        author_id uuid not null constraint post_author_fk references member,
        kind text not null constraint post_kind_known check (kind in ('NOTICE', 'IDEA', 'QUESTION', 'THANKS')),
        language text not null,
        body text not null,
        status text not null constraint post_status_known check (status in ('PUBLISHED', 'WITHDRAWN', 'REMOVED')),
        removal_reason text,
        posted_at timestamptz not null,
        version integer not null,
        constraint post_removal_has_reason check ((status = 'REMOVED') = (removal_reason is not null)),
        constraint post_withdrawn_is_empty check (status <> 'WITHDRAWN' or body = '')
      );
      create index post_group on post (group_id, posted_at, id);
      create index post_author on post (author_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table post;');
  }
}
