import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Conversations, who takes part in them and what is said. A conversation exists once for what it is about, and its
 * messages are numbered without gap or double by the number it keeps. A message that was taken back keeps its place
 * and no words.
 */
export class CreateConversation1780000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conversation (
        id uuid constraint conversation_pk primary key,
        kind text not null constraint conversation_kind_known check (kind in ('CONNECTION', 'HELP', 'CIRCLE', 'COMPANY')),
        source_id uuid not null,
        opened_at timestamptz not null,
        closed_at timestamptz,
        last_number integer not null constraint conversation_last_number_counts check (last_number >= 0),
        last_at timestamptz not null,
        constraint conversation_one_per_source unique (kind, source_id)
      );
      create table conversation_member (
        conversation_id uuid not null constraint conversation_member_conversation_fk references conversation on delete cascade,
        member_id uuid not null constraint conversation_member_member_fk references member,
        shown_name text not null,
        joined_at timestamptz not null,
        left_at timestamptz,
        until_number integer,
        after_number integer not null,
        hidden_at timestamptz,
        read_number integer not null,
        is_muted boolean not null,
        shows_reading boolean not null,
        constraint conversation_member_pk primary key (conversation_id, member_id),
        constraint conversation_member_leaves_at_a_number check ((left_at is null) = (until_number is null)),
        constraint conversation_member_numbers_count check (after_number >= 0 and read_number >= 0)
      );
      create index conversation_member_member on conversation_member (member_id);
      create table message (
        id uuid constraint message_pk primary key,
        conversation_id uuid not null,
        number integer not null constraint message_number_counts check (number > 0),
        author_id uuid not null,
        body text not null constraint message_body_length check (char_length(body) <= 4000),
        written_at timestamptz not null,
        status text not null constraint message_status_known check (status in ('SENT', 'DELETED', 'HELD', 'REMOVED')),
        removal_reason text,
        constraint message_one_per_number unique (conversation_id, number),
        constraint message_author_takes_part foreign key (conversation_id, author_id)
          references conversation_member (conversation_id, member_id) on delete cascade,
        constraint message_deleted_is_empty check (status <> 'DELETED' or body = ''),
        constraint message_removal_has_reason check ((status = 'REMOVED') = (removal_reason is not null))
      );
      create index message_author on message (conversation_id, author_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message; drop table conversation_member; drop table conversation;');
  }
}
