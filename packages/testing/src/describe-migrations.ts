import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServiceDataSource, type BaseContext, type ServiceDefinition } from '@guildhall/subgraph';
import type { DataSource } from 'typeorm';
import { catalogueSnapshot } from './catalogue-snapshot.js';
import { createEmptyDatabase, type TestDatabase } from './test-database.js';

/**
 * States what every service promises of its migrations: from an empty database they make exactly the committed
 * `migrations/catalogue.txt` (UPDATE_SNAPSHOT=1 writes it), and each undoes what it did, down to nothing. Those of
 * `dataOnly`, by the names of their classes, move rows and leave the tables as they are.
 */
export function describeMigrations<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  { dataOnly = [] }: { readonly dataOnly?: readonly string[] } = {},
): void {
  const snapshotFile = join(definition.root, 'migrations', 'catalogue.txt');
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createEmptyDatabase(definition.name);
    dataSource = await createServiceDataSource(definition, { databaseUrl: database.url, poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  describe(`the migrations of ${definition.name}`, () => {
    it('make from an empty database exactly the committed catalogue', async () => {
      await dataSource.runMigrations();
      const catalogue = await catalogueSnapshot(dataSource);
      if (process.env['UPDATE_SNAPSHOT'] === '1') writeFileSync(snapshotFile, catalogue);
      expect(catalogue).toBe(readFileSync(snapshotFile, 'utf8'));
    });

    it('each undo what they did, down to nothing, and can be done again', async () => {
      await dataSource.runMigrations();
      const full = await catalogueSnapshot(dataSource);
      for (let left = definition.migrations.length; left > 0; left -= 1) {
        const before = await catalogueSnapshot(dataSource);
        await dataSource.undoLastMigration();
        const isDataOnly = dataOnly.includes(definition.migrations[left - 1]?.name ?? '');
        expect((await catalogueSnapshot(dataSource)) === before).toBe(isDataOnly);
      }
      expect((await catalogueSnapshot(dataSource)).trim()).toBe('');
      await dataSource.runMigrations();
      expect(await catalogueSnapshot(dataSource)).toBe(full);
    });
  });
}
