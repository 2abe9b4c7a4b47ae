import { createSearchFunctions, dropSearchFunctions } from '@guildhall/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What activities are found by: the words of their title, place and summary, in English and in Chinese, the languages
 * they are held in and what makes them easier to take part in. `changed_at` moves with the version, for calendars.
 */
export class FindActivities1780000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createSearchFunctions(runner);
    await runner.query(`
      create table activity_audience (
        activity_id uuid constraint activity_audience_pk primary key
          constraint activity_audience_activity_fk references activity on delete cascade,
        languages text[] not null constraint activity_audience_languages_few check (cardinality(languages) <= 8),
        access_features text[] not null constraint activity_audience_access_few check (cardinality(access_features) <= 20)
      );
      create index activity_audience_languages on activity_audience using gin (languages);
      alter table activity
        add column changed_at timestamptz not null default now(),
        add column search_words tsvector not null generated always as
          (search_vector(title, 'A') || search_vector(place, 'B') || search_vector(summary, 'C')) stored;
      create index activity_search on activity using gin (search_words) where published_at is not null;
      create index activity_published_at on activity (published_at, id) where published_at is not null;
      create function activity_note_change() returns trigger language plpgsql as $$
      begin
        new.changed_at := now();
        return new;
      end $$;
      create trigger activity_note_change before update on activity
        for each row when (old.version is distinct from new.version) execute function activity_note_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger activity_note_change on activity;
      drop function activity_note_change();
      drop index activity_published_at;
      alter table activity drop column search_words, drop column changed_at;
      drop table activity_audience;
    `);
    await dropSearchFunctions(runner);
  }
}
