import { createHash, randomUUID } from 'node:crypto';
import { createDatabaseFrom, dropDatabase, provisionDatabases } from '@guildhall/database';
import {
  createLogger,
  migrateService,
  systemClock,
  systemIds,
  type BaseContext,
  type ServiceDefinition,
} from '@guildhall/subgraph';
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
export async function createTestDatabase<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
): Promise<TestDatabase> {
  const server = testServerUrl();
  const role = `guildhall_${definition.name}`;
  const name = `${role}_${randomUUID().replaceAll('-', '')}`;
  await withLock(server, definition.name, async () => {
    const template = await migratedTemplate(server, definition);
    await createDatabaseFrom(server, { name, template, owner: role });
  });
  return { url: databaseUrl(server, role, name), drop: () => dropWhenLeft(server, name) };
}

/** An empty, unmigrated database owned by the service's role, for tests of migrations. */
export async function createEmptyDatabase(serviceName: string): Promise<TestDatabase> {
  const server = testServerUrl();
  const role = `guildhall_${serviceName}`;
  const name = `${role}_${randomUUID().replaceAll('-', '')}`;
  await withLock(server, serviceName, () => provisionDatabases(server, [{ name: serviceName, password }]));
  await createDatabaseFrom(server, { name, template: 'template0', owner: role });
  return { url: databaseUrl(server, role, name), drop: () => dropWhenLeft(server, name) };
}

const leavingPatienceMs = 2_000;

/** A session that is still closing would take being ended as a fault of its own, so the database is dropped once all have left. */
async function dropWhenLeft(server: string, name: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    for (const deadline = Date.now() + leavingPatienceMs; Date.now() < deadline;) {
      const { rowCount } = await client.query('select 1 from pg_stat_activity where datname = $1', [name]);
      if (rowCount === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  } finally {
    await client.end();
  }
  await dropDatabase(server, name);
}

/** One template per list of migrations: a test may define a small service of its own under a real service's name. */
async function migratedTemplate<Context extends BaseContext>(
  server: string,
  definition: ServiceDefinition<Context>,
): Promise<string> {
  await provisionDatabases(server, [{ name: definition.name, password }]);
  const role = `guildhall_${definition.name}`;
  const migrations = definition.migrations.map((migration) => migration.name).join();
  const template = `${role}_template_${createHash('sha256').update(migrations).digest('hex').slice(0, 12)}`;
  if (!(await hasDatabase(server, template)))
    await createDatabaseFrom(server, { name: template, template: 'template0', owner: role });
  await migrateService(definition, {
    databaseUrl: databaseUrl(server, role, template),
    poolSize: 1,
    clock: systemClock,
    ids: systemIds(systemClock),
    logger: createLogger(definition.name, 'silent'),
    campusZone: 'Europe/London',
    transport: { deliver: () => Promise.reject(new Error('a template sends no events')) },
    environment: {},
  });
  return template;
}

async function hasDatabase(server: string, name: string): Promise<boolean> {
  return withClient(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    return rowCount === 1;
  });
}

/** One test file at a time works on a service's template. */
async function withLock(server: string, key: string, work: () => Promise<unknown>): Promise<void> {
  await withClient(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [key]);
    await work();
  });
}

async function withClient<R>(server: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
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
