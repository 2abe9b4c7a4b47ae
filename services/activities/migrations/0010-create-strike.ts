import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Strikes, with the one appeal against each. A registration has one strike that was not taken back, so that closing
 * attendance again, or a correction of a correction, never gives a second one, nor one that was won.
 */
export class CreateStrike1780000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table strike (
        id uuid constraint strike_pk primary key,
        registration_id uuid not null constraint strike_registration_fk references registration,
        activity_id uuid not null constraint strike_activity_fk references activity,
        member_id uuid not null,
        kind text not null constraint strike_kind_known check (kind in ('LATE_CANCEL', 'NO_SHOW')),
        status text not null constraint strike_status_known check (status in ('GIVEN', 'APPEALED', 'UPHELD', 'WON', 'TAKEN_BACK')),
        weight integer not null constraint strike_weight_range check (weight between 1 and 10),
        rules_version integer not null,
        given_at timestamptz not null,
        expires_at timestamptz not null,
        appeal_until timestamptz not null,
        words text,
        appealed_at timestamptz,
        reasons text,
        decider_id uuid,
        decided_at timestamptz,
        version integer not null,
        constraint strike_dates check (expires_at > given_at and appeal_until > given_at),
        constraint strike_appeal_has_words check ((words is null) = (appealed_at is null)),
        constraint strike_appealed check (status not in ('APPEALED', 'UPHELD', 'WON') or appealed_at is not null),
        constraint strike_decision_has_reasons
          check ((decided_at is null) = (reasons is null) and (status not in ('UPHELD', 'WON') or decided_at is not null)),
        constraint strike_not_decided_by_its_holder check (decider_id is distinct from member_id)
      );
      create unique index strike_once on strike (registration_id) where status <> 'TAKEN_BACK';
      create index strike_registration on strike (registration_id);
      create index strike_activity on strike (activity_id);
      create index strike_member on strike (member_id, given_at, id);
      create index strike_appeals on strike (appealed_at, id) where status = 'APPEALED';
      create index strike_decider on strike (decider_id) where decider_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table strike');
  }
}
