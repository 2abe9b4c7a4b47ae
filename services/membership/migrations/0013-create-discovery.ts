import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may find whom: what members chose about directories, search and suggestions, and whom they do not want to be
 * suggested again. Whoever chose nothing is found by everybody in the union. `may_find` is symmetric in blocks and
 * answers for a viewer who is nobody too; it leaves out whose name may be read, which audiences say.
 */
export class CreateDiscovery1780000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discoverability (
        member_id uuid constraint discoverability_pk primary key constraint discoverability_member_fk references member,
        found_by text not null constraint discoverability_found_by_known check (found_by in ('EVERYBODY', 'MY_GROUPS', 'NOBODY')),
        has_suggestions boolean not null
      );
      create table suggestion_dismissal (
        member_id uuid not null constraint suggestion_dismissal_member_fk references member,
        dismissed_id uuid not null constraint suggestion_dismissal_dismissed_fk references member,
        dismissed_at timestamptz not null,
        constraint suggestion_dismissal_pk primary key (member_id, dismissed_id),
        constraint suggestion_dismissal_of_others check (member_id <> dismissed_id)
      );
      create index suggestion_dismissal_dismissed on suggestion_dismissal (dismissed_id);
      create index member_interests on member using gin (interests) where status = 'ACTIVE';
      create index member_directory on member (lower(display_name), id);
      create index member_programme on member (programme) where status = 'ACTIVE';
      create function may_find(viewer uuid, target uuid) returns boolean language sql stable parallel safe as $$
        select not is_blocked(viewer, target) and not exists (
          select 1 from discoverability d where d.member_id = target and (d.found_by = 'NOBODY' or d.found_by = 'MY_GROUPS'
            and not exists (
              select 1 from group_membership t join group_membership v on v.group_id = t.group_id
              where t.member_id = target and t.status = 'ACTIVE' and v.member_id = viewer and v.status = 'ACTIVE')))
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function may_find(uuid, uuid);
      drop index member_programme;
      drop index member_directory;
      drop index member_interests;
      drop table suggestion_dismissal;
      drop table discoverability;
    `);
  }
}
