import { Client } from 'pg';
import type { ServiceName } from '@guildhall/events';
import { loadOrCreateInstallation } from '../src/installation.js';
import { joinDatabases } from '../src/open-databases.js';
import type { TestPlatform } from './test-platform.js';

/** A statement and its parameters. */
export type Statement = { readonly sql: string; readonly parameters?: readonly unknown[] };

/**
 * Fixture: what a test cannot do or see as people do, straight in the database of one service. Time cannot be moved through the graph,
 * so a date moves instead; a withheld number is counted where nobody withholds it. Everything else happens as people do it.
 */
export async function queryService(
  { settings }: TestPlatform,
  service: ServiceName,
  { sql, parameters = [] }: Statement,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const installation = await loadOrCreateInstallation(settings.dataFolder);
  const { urls } = await joinDatabases(settings, installation, () => undefined);
  const client = new Client({ connectionString: urls[service] });
  await client.connect();
  try {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(sql, [...parameters]);
    return rows;
  } finally {
    await client.end();
  }
}

/** Fixture: moves an activity in time; `times` are assignments to `starts_at` and `ends_at`. */
export async function moveActivity(platform: TestPlatform, id: string, times: string): Promise<void> {
  await queryService(platform, 'activities', { sql: `update activity set ${times} where id = $1`, parameters: [id] });
}
