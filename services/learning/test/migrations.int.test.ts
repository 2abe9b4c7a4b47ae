import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, createServiceDataSource, migrateService, systemClock, systemIds } from '@guildhall/subgraph';
import { catalogueSnapshot, createEmptyDatabase, type TestDatabase } from '@guildhall/testing';
import type { DataSource } from 'typeorm';
import { learning } from './fixture.js';

const snapshotFile = join(learning.root, 'migrations/catalogue.txt');
let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createEmptyDatabase(learning.name);
  await migrateService(learning, {
    databaseUrl: database.url,
    poolSize: 2,
    clock: systemClock,
    ids: systemIds(systemClock),
    logger: createLogger(learning.name, 'silent'),
    campusZone: 'Europe/London',
    transport: { deliver: () => Promise.reject(new Error('nothing is sent')) },
    environment: {},
  });
  dataSource = await createServiceDataSource(learning, { databaseUrl: database.url, poolSize: 2 }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('migrations', () => {
  it('make the committed catalogue from an empty database', async () => {
    const catalogue = await catalogueSnapshot(dataSource);
    if (process.env['UPDATE_SNAPSHOT'] !== undefined) writeFileSync(snapshotFile, catalogue);
    expect(catalogue).toBe(readFileSync(snapshotFile, 'utf8'));
  });

  it('each undo what they did, down to nothing, and can be done again', async () => {
    const full = await catalogueSnapshot(dataSource);
    for (let left = learning.migrations.length; left > 0; left -= 1) {
      const before = await catalogueSnapshot(dataSource);
      await dataSource.undoLastMigration();
      const undone = await catalogueSnapshot(dataSource);
      await dataSource.runMigrations();
      expect(await catalogueSnapshot(dataSource)).toBe(full);
      for (let again = learning.migrations.length; again >= left; again -= 1) await dataSource.undoLastMigration();
      expect(await catalogueSnapshot(dataSource)).toBe(undone);
      expect(undone).not.toBe(before);
    }
    expect((await catalogueSnapshot(dataSource)).trim()).toBe('');
  });
});
