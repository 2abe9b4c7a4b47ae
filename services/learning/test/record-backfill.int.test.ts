import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { createServiceDataSource } from '@guildhall/subgraph';
import { createEmptyDatabase, type TestDatabase } from '@guildhall/testing';
import type { DataSource } from 'typeorm';
import { evidenceId } from '../src/record/evidence.js';
import { learning } from './fixture.js';

const before = learning.migrations.filter(({ name }) => Number(name.slice(-2)) < 7);
const member = randomUUID();
const registration = randomUUID();
const voided = randomUUID();
const mandate = randomUUID();
let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createEmptyDatabase(learning.name);
  const options = { databaseUrl: database.url, poolSize: 2 };
  const old = await createServiceDataSource({ ...learning, migrations: before }, options).initialize();
  await old.runMigrations();
  await old.query(
    `insert into attendance_fact (registration_id, member_id, activity_kind, attended_at, voided) values
       ($1, $3, 'TRAINING', '2026-09-01T10:00:00Z', false), ($2, $3, 'SOCIAL', '2026-09-02T10:00:00Z', true)`,
    [registration, voided, member],
  );
  await old.query(
    `insert into inbox_position (source, aggregate, aggregate_id, last) values ('activities', 'Registration', $1, 1), ('activities', 'Registration', $2, 2)`,
    [registration, voided],
  );
  await old.query(
    `insert into actor_mandate (mandate_id, member_id, group_id, kind, starts_at, ends_at) values ($1, $2, $3, 'TREASURER', '2026-08-01T00:00:00Z', '2027-08-01T00:00:00Z')`,
    [mandate, member, randomUUID()],
  );
  await old.destroy();
  dataSource = await createServiceDataSource(learning, options).initialize();
  await dataSource.runMigrations();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('a record that begins in an installation that ran before', () => {
  it('has what was known, under the ids that the code gives, in a place before the next event', async () => {
    const memberId = toId<'Member'>(member);
    expect(
      await dataSource.query('select id, kind, source_id, is_standing, detail from evidence order by happened_at'),
    ).toMatchObject([
      {
        id: evidenceId('MANDATE', mandate, memberId),
        source_id: mandate,
        is_standing: true,
        detail: { positionKind: 'TREASURER' },
      },
      { id: evidenceId('ATTENDANCE', registration, memberId), is_standing: true, detail: { activityKind: 'TRAINING' } },
      { id: evidenceId('ATTENDANCE', voided, memberId), is_standing: false, detail: { activityKind: 'SOCIAL' } },
    ]);
    expect(
      await dataSource.query('select aggregate_id, sequence, says from record_fact order by at, sequence'),
    ).toMatchObject([
      { aggregate_id: mandate, sequence: 0, says: 'STANDS' },
      { aggregate_id: registration, sequence: 0, says: 'STANDS' },
      { aggregate_id: voided, sequence: 0, says: 'STANDS' },
      { aggregate_id: voided, sequence: 2, says: 'TAKEN_BACK' },
    ]);
  });
});
