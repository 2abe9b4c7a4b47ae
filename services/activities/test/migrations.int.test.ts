import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, createServiceDataSource, migrateService, systemClock, systemIds } from '@guildhall/subgraph';
import { catalogueSnapshot, createEmptyDatabase, type TestDatabase } from '@guildhall/testing';
import type { DataSource } from 'typeorm';
import { activities } from './fixture.js';

const snapshotFile = join(activities.root, 'migrations/catalogue.txt');
let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createEmptyDatabase(activities.name);
  await migrateService(activities, {
    databaseUrl: database.url,
    poolSize: 2,
    clock: systemClock,
    ids: systemIds(systemClock),
    logger: createLogger(activities.name, 'silent'),
    campusZone: 'Europe/London',
    transport: { deliver: () => Promise.reject(new Error('nothing is sent')) },
    environment: {},
  });
  dataSource = await createServiceDataSource(activities, { databaseUrl: database.url, poolSize: 2 }).initialize();
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
    for (let left = activities.migrations.length; left > 0; left -= 1) {
      const before = await catalogueSnapshot(dataSource);
      await dataSource.undoLastMigration();
      const undone = await catalogueSnapshot(dataSource);
      await dataSource.runMigrations();
      expect(await catalogueSnapshot(dataSource)).toBe(full);
      for (let again = activities.migrations.length; again >= left; again -= 1) await dataSource.undoLastMigration();
      expect(await catalogueSnapshot(dataSource)).toBe(undone);
      expect(undone).not.toBe(before);
    }
    expect((await catalogueSnapshot(dataSource)).trim()).toBe('');
  });
});
