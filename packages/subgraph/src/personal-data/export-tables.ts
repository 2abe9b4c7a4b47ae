import type { QueryRunner } from 'typeorm';

/** Creates where a service keeps its part of somebody's copy until it is deleted: one row a part, one row a page. */
export async function createExportTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table data_export_part (
      export_id uuid constraint data_export_part_pk primary key,
      member_id uuid not null,
      ready_at timestamptz,
      page_count integer,
      constraint data_export_part_ready_is_counted check ((ready_at is null) = (page_count is null))
    );
    create index data_export_part_member on data_export_part (member_id);
    create table data_export_page (
      export_id uuid not null constraint data_export_page_part_fk references data_export_part on delete cascade,
      number integer not null constraint data_export_page_number_positive check (number > 0),
      content text not null,
      constraint data_export_page_pk primary key (export_id, number)
    );
  `);
}

/** Undoes {@link createExportTables}. */
export async function dropExportTables(runner: QueryRunner): Promise<void> {
  await runner.query('drop table data_export_page; drop table data_export_part;');
}
