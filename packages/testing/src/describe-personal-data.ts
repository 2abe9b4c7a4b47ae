import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createServiceDataSource,
  fieldWords,
  type BaseContext,
  type PersonalSection,
  type ServiceDefinition,
} from '@guildhall/subgraph';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** What a service says about everything it keeps about members: its sections, and the tables none of them speaks for. */
export type PersonalRegistry = {
  readonly sections: readonly PersonalSection[];
  /** Tables with a reason each. */
  readonly exceptions: Readonly<Record<string, string>>;
};

/** Tables with a column that names a person: it refers to a member, or is called as such columns are. */
const personalTables = `
  select distinct c.table_name as name from information_schema.columns c
  where c.table_schema = 'public' and (
    (c.data_type in ('uuid', 'ARRAY') and c.column_name ~ '(^|_)(member|author|organiser|reviewer|reporter|requester|helper|asker|giver|person|owner|sender|recipient|reader|user)_ids?$')
    or (c.data_type = 'text' and c.column_name ~ '(^subject$|_by$)')
    or exists (
      select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.contype = 'f' and k.confrelid = to_regclass('public.member') and k.conrelid = to_regclass('public.' || quote_ident(c.table_name))
        and a.attname = c.column_name))
  union select 'member' where to_regclass('public.member') is not null
  order by 1`;

/**
 * States what a service promises of the copies it writes and of erasure: every table with a person in it is spoken for,
 * every statement fits the tables there are, and every field has words in every language a copy can be read in.
 */
export function describePersonalData<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  { sections, exceptions }: PersonalRegistry,
): void {
  let database: TestDatabase;
  let dataSource: DataSource;
  const names = async (query: string): Promise<readonly string[]> => {
    const rows: readonly { name: string }[] = await dataSource.query(query);
    return rows.map(({ name }) => name);
  };

  beforeAll(async () => {
    database = await createTestDatabase(definition);
    dataSource = await createServiceDataSource(definition, { databaseUrl: database.url, poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  describe(`what ${definition.name} says it keeps about members`, () => {
    it('speaks for every table with a person in it, or says why not', async () => {
      const spoken = new Set([...sections.flatMap(({ tables }) => tables), ...Object.keys(exceptions)]);
      const unspoken = (await names(personalTables)).filter((name) => !spoken.has(name));
      expect(unspoken).toEqual([]);
      await dataSource.query('create table forgotten_about_people (member_id uuid)');
      expect((await names(personalTables)).filter((name) => !spoken.has(name))).toEqual(['forgotten_about_people']);
      await dataSource.query('drop table forgotten_about_people');
    });

    it('names tables that exist, and each section once', async () => {
      const existing = new Set(
        await names(`select table_name as name from information_schema.tables where table_schema = 'public'`),
      );
      const named = [...sections.flatMap(({ tables }) => tables), ...Object.keys(exceptions)];
      expect(named.filter((name) => !existing.has(name))).toEqual([]);
      expect(new Set(sections.map(({ name }) => name)).size).toBe(sections.length);
    });

    it('says what stays wherever something does', () => {
      const silent = sections.filter(({ fate, kept }) => (fate === 'ERASED') === (kept !== undefined));
      expect(silent.map(({ name }) => name)).toEqual([]);
    });

    it('reads with statements that fit, into fields that have words', async () => {
      const unknown = await fieldsWithoutWords(dataSource, sections);
      expect(unknown).toEqual([]);
    });

    it('erases with statements that fit, and a second time as well', async () => {
      const nobody = randomUUID();
      for (const { erase } of [...sections, ...sections])
        for (const statement of erase) await expect(dataSource.query(statement, [nobody])).resolves.toBeDefined();
    });
  });
}

/** The fields of the sections that have no words yet, each after the name of its section. */
async function fieldsWithoutWords(
  dataSource: DataSource,
  sections: readonly PersonalSection[],
): Promise<readonly string[]> {
  const unknown: string[] = [];
  for (const { name, select } of sections) {
    if (select === undefined) continue;
    await dataSource.query(`create view personal_section as ${select.replaceAll('$1', 'null::uuid')}`);
    const columns: readonly { name: string }[] = await dataSource.query(
      `select column_name as name from information_schema.columns where table_name = 'personal_section'`,
    );
    await dataSource.query('drop view personal_section');
    unknown.push(
      ...columns.filter((column) => fieldWords[column.name] === undefined).map((column) => `${name}.${column.name}`),
    );
  }
  return unknown;
}
