import { randomUUID } from 'node:crypto';
import { createDatabaseFrom, dropDatabase, provisionDatabases } from '@guildhall/database';
import { createLogger, migrateService, systemClock, systemIds, type BaseContext, type ServiceDefinition } from '@guildhall/subgraph';
import { Client } from 'pg';
import { serverVariable } from './test-server.js';

/** A database of one test file's own. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const password = 'test-only';

/** The address of the run's server, as superuser; throws outside a test run. */
export function testServerUrl(): string {
  const url = process.env[serverVariable];
  if (url === undefined) throw new Error('The test server is not running: start tests with npm test.');
  return url;
}

/** A fresh, migrated database of the service: a copy of a template that the first caller of the run migrates. */
export async function createTestDatabase<Context extends BaseContext>(definition: ServiceDefinition<Context>): Promise<TestDatabase> {
  const server = testServerUrl();
  const role = `guildhall_${definition.name}`;
  const name = `${role}_${randomUUID().replaceAll('-', '')}`;
  await withLock(server, definition.name, async () => {
    await migrateTemplate(server, definition);
    await createDatabaseFrom(server, { name, template: role, owner: role });
  });
  return { url: databaseUrl(server, role, name), drop: () => dropDatabase(server, name) };
}

/** An empty, unmigrated database owned by the service's role, for tests of migrations. */
export async function createEmptyDatabase(serviceName: string): Promise<TestDatabase> {
  const server = testServerUrl();
  const role = `guildhall_${serviceName}`;
  const name = `${role}_${randomUUID().replaceAll('-', '')}`;
  await withLock(server, serviceName, () => provisionDatabases(server, [{ name: serviceName, password }]));
  await createDatabaseFrom(server, { name, template: 'template0', owner: role });
  return { url: databaseUrl(server, role, name), drop: () => dropDatabase(server, name) };
}

async function migrateTemplate<Context extends BaseContext>(server: string, definition: ServiceDefinition<Context>): Promise<void> {
  const urls = await provisionDatabases(server, [{ name: definition.name, password }]);
  const databaseUrlOfTemplate = urls[definition.name];
  if (databaseUrlOfTemplate === undefined) throw new Error('a provisioned service has an address');
  await migrateService(definition, {
    databaseUrl: databaseUrlOfTemplate,
    poolSize: 1,
    clock: systemClock,
    ids: systemIds(systemClock),
    logger: createLogger(definition.name, 'silent'),
    campusZone: 'Europe/London',
    transport: { deliver: () => Promise.reject(new Error('a template sends no events')) },
    environment: {},
  });
}

/** One test file at a time works on a service's template. */
async function withLock(server: string, key: string, work: () => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [key]);
    await work();
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, role: string, name: string): string {
  const url = new URL(server);
  url.username = role;
  url.password = password;
  url.pathname = `/${name}`;
  return url.href;
}
