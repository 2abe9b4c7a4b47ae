import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes after an activity: answers of those who attended, whether they may be seen in photos, and thanks. An answer
 * has no time at all, and once the window is over its member is taken from it: then no row tells who wrote it.
 */
export class CreateAfter1780000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feedback_window (
        activity_id uuid constraint feedback_window_pk primary key constraint feedback_window_activity_fk references activity,
        closes_at timestamptz not null,
        rules_version integer not null,
        asked_count integer not null constraint feedback_window_asked_range check (asked_count >= 0),
        closed_at timestamptz,
        constraint feedback_window_closed_after check (closed_at >= closes_at)
      );
      create table feedback (
        id uuid constraint feedback_pk primary key,
        activity_id uuid not null constraint feedback_window_fk references feedback_window,
        member_id uuid,
        rating smallint not null constraint feedback_rating_range check (rating between 1 and 5),
        body text not null
      );
      create unique index feedback_one_answer on feedback (activity_id, member_id);
      create index feedback_member on feedback (member_id);
      create table photo_choice (
        registration_id uuid constraint photo_choice_pk primary key
          constraint photo_choice_registration_fk references registration,
        choice text not null constraint photo_choice_known check (choice in ('YES', 'NO', 'ASK_ME'))
      );
      create table activity_thanks (
        id uuid constraint activity_thanks_pk primary key,
        activity_id uuid not null constraint activity_thanks_activity_fk references activity,
        giver_id uuid not null,
        body text not null,
        thanked_at timestamptz not null
      );
      create index activity_thanks_activity on activity_thanks (activity_id, thanked_at, id);
      create index activity_thanks_giver on activity_thanks (giver_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table activity_thanks, photo_choice, feedback, feedback_window');
  }
}
