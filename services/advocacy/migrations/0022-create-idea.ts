import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas that members had in their groups, known by ids alone, and which proposal began as which. */
export class CreateIdea1780000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idea (
        post_id uuid constraint idea_pk primary key,
        member_id uuid not null
      );
      create index idea_member on idea (member_id);
      create table proposal_origin (
        proposal_id uuid constraint proposal_origin_pk primary key
          constraint proposal_origin_proposal_fk references proposal on delete cascade,
        post_id uuid not null
      );
      create index proposal_origin_post on proposal_origin (post_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table proposal_origin; drop table idea;');
  }
}
