import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Membership owns what other services project, so here the actor tables are views over the truth. */
export class CreateActorViews1780000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view actor_member as
        select id as member_id, subject, status = 'ACTIVE' as is_active from member;
      create view actor_group_membership as
        select member_id, group_id from group_membership where status = 'ACTIVE';
      create view actor_mandate as
        select m.id as mandate_id, m.member_id, p.group_id, p.kind, m.starts_at, coalesce(m.ended_at, m.ends_at) as ends_at
        from mandate m join position p on p.id = m.position_id;
      create view actor_appointment as
        select id as appointment_id, subject, role, starts_at, coalesce(ended_at, ends_at) as ends_at from appointment;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop view actor_appointment; drop view actor_mandate; drop view actor_group_membership; drop view actor_member;',
    );
  }
}
