import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueSnapshot, createEmptyDatabase, type TestDatabase } from '@guildhall/testing';
import { createServiceDataSource } from '@guildhall/subgraph';
import type { DataSource } from 'typeorm';
import { advocacy } from './fixture.js';

const snapshotFile = join(import.meta.dirname, '..', 'migrations', 'catalogue.txt');
let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createEmptyDatabase(advocacy.name);
  dataSource = await createServiceDataSource(advocacy, { databaseUrl: database.url, poolSize: 2 }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('the migrations', () => {
  it('make from an empty database exactly what catalogue.txt says (UPDATE_SNAPSHOT=1 writes it)', async () => {
    await dataSource.runMigrations();
    const catalogue = await catalogueSnapshot(dataSource);
    if (process.env['UPDATE_SNAPSHOT'] === '1') await writeFile(snapshotFile, catalogue);
    expect(catalogue).toBe(await readFile(snapshotFile, 'utf8'));
  });

  it('undo one by one what they made, and make it again', async () => {
    await dataSource.runMigrations();
    const whole = await catalogueSnapshot(dataSource);
    const steps: string[] = [whole];
    for (let left = advocacy.migrations.length; left > 0; left -= 1) {
      await dataSource.undoLastMigration();
      const after = await catalogueSnapshot(dataSource);
      expect(after).not.toBe(steps.at(-1));
      steps.push(after);
    }
    expect(steps.at(-1)?.trim()).toBe('');
    await dataSource.runMigrations();
    expect(await catalogueSnapshot(dataSource)).toBe(whole);
  });
});
