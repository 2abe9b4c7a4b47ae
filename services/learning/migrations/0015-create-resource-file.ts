import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of resources. The foreign key decides whether a file is still needed; a kind and its file fit each other; what was
 * published names the same file for ever. The name of the file is found by the search, so the resource keeps a copy of it.
 */
export class CreateResourceFile1780000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(files);
    for (const table of ['resource', 'resource_version']) await runner.query(widen(table));
    await runner.query(search);
    await runner.query(frozen(', old.file_id', ', new.file_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger resource_file_named on resource;
      drop function resource_file_named();
      alter table resource drop column document;
      drop function file_words(text);
      alter table resource drop column file_name, add column document tsvector not null generated always as
        (resource_document(title, subject || ' ' || tag_words(tags), summary, body)) stored;
      create index resource_document on resource using gin (document);
    `);
    await runner.query(frozen('', ''));
    for (const table of ['resource', 'resource_version']) await runner.query(narrow(table));
    await runner.query('drop table resource_file');
  }
}

const files = `
  create table resource_file (
    id uuid constraint resource_file_pk primary key,
    owner_id uuid not null,
    name text not null,
    content_type text not null,
    size integer not null constraint resource_file_size_positive check (size > 0),
    status text not null constraint resource_file_status_known
      check (status in ('AWAITED', 'RECEIVING', 'STORED', 'REFUSED', 'FAILED', 'REMOVED')),
    digest text,
    scan text constraint resource_file_scan_known check (scan in ('NOT_SCANNED', 'CLEAN', 'INFECTED')),
    prepared_at timestamptz not null,
    expires_at timestamptz not null,
    stored_at timestamptz,
    version integer not null,
    constraint resource_file_stored_is_judged
      check (status <> 'STORED' or (digest is not null and stored_at is not null and scan in ('NOT_SCANNED', 'CLEAN')))
  );
  create index resource_file_owner on resource_file (owner_id);
  create index resource_file_oldest on resource_file (expires_at, id);
`;

const oldKinds = `'GUIDE', 'NOTES', 'PAST_PAPER', 'TEMPLATE', 'VIDEO', 'LINK'`;

const widen = (table: string): string => `
  alter table ${table} drop constraint ${table}_kind_known,
    add constraint ${table}_kind_known check (kind in (${oldKinds}, 'FILE')),
    add column file_id uuid constraint ${table}_file_fk references resource_file,
    add constraint ${table}_file_fits_kind
      check (case when kind = 'FILE' then file_id is not null when kind in ('LINK', 'VIDEO') then file_id is null else true end);
  create index ${table}_with_file on ${table} (file_id);
`;

/** What was a file only becomes notes: its title and its text are still worth reading. */
const narrow = (table: string): string => `
  alter table ${table} disable trigger user;
  alter table ${table} drop constraint ${table}_file_fits_kind;
  update ${table} set kind = 'NOTES' where kind = 'FILE';
  alter table ${table} drop column file_id, drop constraint ${table}_kind_known,
    add constraint ${table}_kind_known check (kind in (${oldKinds}));
  alter table ${table} enable trigger user;
`;

/** The parser reads a file's name as one word, so what joins its parts gives way to spaces. */
const search = `
  create function file_words(name text) returns text language sql immutable strict parallel safe as $$
    select translate(name, '._-+()[]', '        ')
  $$;
  alter table resource drop column document;
  alter table resource add column file_name text, add column document tsvector not null generated always as
    (resource_document(title, subject || ' ' || tag_words(tags) || coalesce(' ' || file_words(file_name), ''), summary, body))
    stored;
  create index resource_document on resource using gin (document);
  create function resource_file_named() returns trigger language plpgsql as $$
  begin
    new.file_name := (select name from resource_file where id = new.file_id);
    return new;
  end $$;
  create trigger resource_file_named before insert or update of file_id on resource
    for each row execute function resource_file_named();
`;

const frozen = (before: string, after: string): string => `
  create or replace function resource_version_frozen() returns trigger language plpgsql as $$
  begin
    if old.published_at is not null and (old.number, old.title, old.summary, old.body, old.kind, old.language, old.subject,
        old.licence, old.address, old.tags, old.course_ids${before}) is distinct from (new.number, new.title, new.summary,
        new.body, new.kind, new.language, new.subject, new.licence, new.address, new.tags, new.course_ids${after}) then
      raise exception 'what was published stays as it was' using errcode = 'check_violation', constraint = 'resource_version_frozen';
    end if;
    return new;
  end $$;
`;
