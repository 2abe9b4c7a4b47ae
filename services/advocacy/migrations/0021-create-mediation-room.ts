import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words of mediations, one data key per layer of each: FILE for what all sides know, REQUEST for what the requester
 * told, JOINT, CAUCUS for one party, MEDIATOR for the mediator alone. Dropping a key destroys its layer.
 */
export class CreateMediationRoom1780000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mediation_key (
        id uuid constraint mediation_key_pk primary key,
        mediation_id uuid not null constraint mediation_key_mediation_fk references mediation,
        layer text not null constraint mediation_key_layer_known check (layer in ('FILE', 'REQUEST', 'JOINT', 'CAUCUS', 'MEDIATOR')),
        party_id uuid,
        key_id text not null,
        data_key bytea,
        destroyed_at timestamptz,
        constraint mediation_key_party_fk foreign key (mediation_id, party_id) references mediation_party (mediation_id, id),
        constraint mediation_key_caucus_has_party check ((layer = 'CAUCUS') = (party_id is not null)),
        constraint mediation_key_destroyed check ((data_key is null) = (destroyed_at is not null))
      );
      create unique index mediation_key_one_living on mediation_key (mediation_id, layer, party_id) nulls not distinct
        where data_key is not null;
      create index mediation_key_party on mediation_key (mediation_id, party_id);
      create index mediation_key_master on mediation_key (key_id) where data_key is not null;
      create table mediation_text (
        mediation_id uuid not null constraint mediation_text_mediation_fk references mediation,
        place text not null,
        room_id uuid not null constraint mediation_text_key_fk references mediation_key,
        content bytea not null,
        constraint mediation_text_pk primary key (mediation_id, place)
      );
      create index mediation_text_key on mediation_text (room_id);
      create table mediation_message (
        id uuid constraint mediation_message_pk primary key,
        room_id uuid not null constraint mediation_message_key_fk references mediation_key,
        party_id uuid constraint mediation_message_party_fk references mediation_party,
        sent_at timestamptz not null
      );
      create index mediation_message_room on mediation_message (room_id, sent_at, id);
      create index mediation_message_party on mediation_message (party_id);
      create table mediation_session (
        id uuid constraint mediation_session_pk primary key,
        mediation_id uuid not null constraint mediation_session_mediation_fk references mediation,
        party_id uuid,
        starts_at timestamptz not null,
        constraint mediation_session_party_fk foreign key (mediation_id, party_id) references mediation_party (mediation_id, id)
      );
      create index mediation_session_mediation on mediation_session (mediation_id, starts_at, id);
      create index mediation_session_party on mediation_session (mediation_id, party_id);
      create table mediation_term (
        id uuid constraint mediation_term_pk primary key,
        mediation_id uuid not null,
        position integer not null,
        party_id uuid not null,
        due_on date not null,
        constraint mediation_term_position_unique unique (mediation_id, position),
        constraint mediation_term_party_fk foreign key (mediation_id, party_id) references mediation_party (mediation_id, id)
      );
      create index mediation_term_party on mediation_term (mediation_id, party_id);
      create table mediation_reading (
        id uuid constraint mediation_reading_pk primary key,
        mediation_id uuid not null constraint mediation_reading_mediation_fk references mediation,
        layer text not null constraint mediation_reading_layer_known check (layer in ('FILE', 'REQUEST', 'JOINT', 'CAUCUS')),
        party_id uuid constraint mediation_reading_party_fk references mediation_party,
        reader_role text not null constraint mediation_reading_role_known check (reader_role in ('SCREENER', 'MEDIATOR')),
        reader text not null,
        at timestamptz not null
      );
      create index mediation_reading_mediation on mediation_reading (mediation_id, at, id);
      create index mediation_reading_party on mediation_reading (party_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mediation_reading;
      drop table mediation_term;
      drop table mediation_session;
      drop table mediation_message;
      drop table mediation_text;
      drop table mediation_key;
    `);
  }
}
