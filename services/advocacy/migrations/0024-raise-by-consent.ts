import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Issues begin as ideas too, and somebody else than who had an idea raises it with their consent. Whose idea it was is
 * kept with what was made of it only where they wanted to be named.
 */
export class RaiseByConsent1780000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idea_consent (
        post_id uuid not null constraint idea_consent_idea_fk references idea on delete cascade,
        member_id uuid not null,
        target text not null constraint idea_consent_target_known check (target in ('ISSUE', 'PROPOSAL')),
        author_named boolean not null,
        constraint idea_consent_pk primary key (post_id, member_id, target)
      );
      create index idea_consent_member on idea_consent (member_id);
      alter table proposal_origin add column by_consent boolean not null default false;
      alter table proposal_origin add column idea_author_id uuid;
      alter table proposal_origin add constraint proposal_origin_names_by_consent check (by_consent or idea_author_id is null);
      create index proposal_origin_idea_author on proposal_origin (idea_author_id);
      create table issue_origin (
        issue_id uuid constraint issue_origin_pk primary key
          constraint issue_origin_issue_fk references issue on delete cascade,
        post_id uuid not null,
        by_consent boolean not null,
        idea_author_id uuid,
        constraint issue_origin_names_by_consent check (by_consent or idea_author_id is null)
      );
      create index issue_origin_post on issue_origin (post_id);
      create index issue_origin_idea_author on issue_origin (idea_author_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table issue_origin;
      drop index proposal_origin_idea_author;
      alter table proposal_origin drop column idea_author_id; alter table proposal_origin drop column by_consent;
      drop table idea_consent;
    `);
  }
}
