import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = "'PRESIDENT', 'TREASURER', 'SECRETARY', 'OFFICER', 'UNION_OFFICER', 'COURSE_REP'";

/**
 * What people need in order to take part, entered once; who read it under which consent; and the office that may. The
 * profile ends with the membership, whoever ends it; a reading is never changed.
 */
export class CreateNeeds1780000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table needs_profile (
        member_id uuid constraint needs_profile_pk primary key constraint needs_profile_member_fk references member,
        needs text[] not null constraint needs_profile_needs_known check (needs <@ array[
          'VEGETARIAN', 'VEGAN', 'HALAL', 'KOSHER', 'GLUTEN_FREE', 'DAIRY_FREE', 'NUT_ALLERGY', 'OTHER_DIET',
          'STEP_FREE', 'WHEELCHAIR_SPACE', 'HEARING_LOOP', 'CAPTIONS', 'SIGN_LANGUAGE', 'LARGE_PRINT', 'ASSISTANCE_DOG',
          'SEAT_NEAR_EXIT', 'OTHER_ACCESS', 'INTERPRETER', 'PLAIN_ENGLISH', 'QUIET_SPACE']),
        diet_note text constraint needs_profile_diet_note_short check (char_length(diet_note) <= 200),
        access_note text constraint needs_profile_access_note_short check (char_length(access_note) <= 200),
        language_note text constraint needs_profile_language_note_short check (char_length(language_note) <= 200),
        updated_at timestamptz not null
      );
      create function needs_end_with_membership() returns trigger language plpgsql as $$
      begin
        delete from needs_profile where member_id = new.id;
        return null;
      end $$;
      create trigger needs_end_with_membership after update of status on member
        for each row when (new.status in ('ALUMNI', 'ERASED') and new.status is distinct from old.status)
        execute function needs_end_with_membership();
      create table needs_reading (
        id uuid constraint needs_reading_pk primary key,
        act_id uuid not null,
        member_id uuid not null constraint needs_reading_member_fk references member,
        reader_id uuid not null constraint needs_reading_reader_fk references member,
        group_id uuid not null constraint needs_reading_group_fk references student_group,
        purpose text not null constraint needs_reading_purpose_known check (purpose in ('NEEDS_IN_GROUP', 'NEEDS_AT_ACTIVITY')),
        fields text[] not null,
        read_at timestamptz not null,
        constraint needs_reading_by_another check (member_id <> reader_id),
        constraint needs_reading_once unique (act_id, member_id)
      );
      create index needs_reading_of_member on needs_reading (member_id, read_at, id);
      create index needs_reading_reader on needs_reading (reader_id);
      create index needs_reading_group on needs_reading (group_id);
      create function needs_reading_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'a reading is never changed' using errcode = 'check_violation', constraint = 'needs_reading_stays';
      end $$;
      create trigger needs_reading_stays before update or delete on needs_reading
        for each row execute function needs_reading_stays();
      alter table position drop constraint position_kind_known;
      alter table position add constraint position_kind_known check (kind in (${kinds}, 'WELFARE_LEAD'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from mandate where position_id in (select id from position where kind = 'WELFARE_LEAD');
      delete from position where kind = 'WELFARE_LEAD';
      alter table position drop constraint position_kind_known;
      alter table position add constraint position_kind_known check (kind in (${kinds}));
      drop table needs_reading;
      drop function needs_reading_stays();
      drop trigger needs_end_with_membership on member;
      drop function needs_end_with_membership();
      drop table needs_profile;
    `);
  }
}
