import { describe, expect, it } from '@jest/globals';
import { summariseStatement } from './trace-statements.js';

describe('a statement in a trace', () => {
  it.each([
    ['SELECT "member"."id" FROM "member" "member" WHERE "member"."id" = $1', 'SELECT', 'member'],
    ['select 1', 'SELECT', undefined],
    ['  insert into case_note (id, text) values ($1, $2)', 'INSERT', 'case_note'],
    ['UPDATE "seat" SET "version" = $1', 'UPDATE', 'seat'],
    ['delete from only registration where id = $1', 'DELETE', 'registration'],
    ['with r as (select id from jsonb_to_recordset($1::jsonb) as x(id text)) select * from member m', 'WITH', 'member'],
    ['select id from unnest($1::text[]) as u(id) join activity a on a.id = u.id', 'SELECT', 'activity'],
    ['START TRANSACTION', 'START', undefined],
    ['COMMIT', 'COMMIT', undefined],
    ['vacuum member', 'OTHER', undefined],
  ])('%s is its kind and its table', (text, kind, table) => {
    expect(summariseStatement(text)).toEqual({ kind, table });
  });

  it.each([
    `select 'from zebedee' as text`,
    `select 'it''s from zebedee'`,
    `select $$ from zebedee $$`,
    `select $body$ from zebedee $body$`,
  ])('shows nothing of what stands in quotes: %s', (text) => {
    expect(summariseStatement(text)).toEqual({ kind: 'SELECT', table: undefined });
  });
});
