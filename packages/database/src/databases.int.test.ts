import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createDatabaseFrom, dropDatabase, provisionDatabases, startEmbeddedServer } from './index.js';
import type { EmbeddedServer } from './index.js';

const services = [
  { name: 'alpha', password: "quote ' and / and @" },
  { name: 'beta', password: 'second' },
] as const;

let folder: string;
let server: EmbeddedServer;
let urls: Readonly<Record<'alpha' | 'beta', string>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-database-'));
  server = await startEmbeddedServer({ dataDir: folder, durable: false });
  urls = await provisionDatabases(server.superuserUrl, services);
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function withPath(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

test('each service owns its own database and may build in it', async () => {
  await query(urls.alpha, 'create schema own; create table own.thing (id int)');
  const rows = await query(urls.alpha, 'select current_user as role, current_database() as database');
  expect(rows).toEqual([{ role: 'guildhall_alpha', database: 'guildhall_alpha' }]);
});

test('a service cannot connect to the database of another service, nor to the shared ones', async () => {
  for (const database of ['guildhall_beta', 'postgres', 'template1']) {
    await expect(query(withPath(urls.alpha, database), 'select 1')).rejects.toThrow(/permission denied for database/);
  }
});

test('a service role has no privilege over the server', async () => {
  const rows = await query(
    urls.alpha,
    `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = current_user`,
  );
  expect(rows).toEqual([
    { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false, rolbypassrls: false },
  ]);
  await expect(query(urls.alpha, 'create role intruder')).rejects.toThrow(/permission denied/);
  await expect(query(urls.alpha, 'create database intruder')).rejects.toThrow(/permission denied/);
});

test('provisioning again keeps the data, and a changed password takes effect', async () => {
  await query(urls.beta, 'create table kept as select 7 as value');
  const again = await provisionDatabases(server.superuserUrl, [{ name: 'beta', password: 'changed' }]);
  expect(await query(again.beta, 'select value from kept')).toEqual([{ value: 7 }]);
  await expect(query(urls.beta, 'select 1')).rejects.toThrow(/password authentication failed/);
});

test('two processes may provision at once', async () => {
  const both = [1, 2].map(() => provisionDatabases(server.superuserUrl, [{ name: 'gamma', password: 'same' }]));
  const [first, second] = await Promise.all(both);
  expect(first).toEqual(second);
});

test('a privilege that a role was given by hand is taken away again', async () => {
  await query(server.superuserUrl, 'alter role guildhall_alpha createdb');
  await provisionDatabases(server.superuserUrl, services);
  await expect(query(urls.alpha, 'create database intruder')).rejects.toThrow(/permission denied/);
});

test('a name that could not be a database is refused', async () => {
  const bad = [{ name: 'a"; drop', password: 'x' }];
  await expect(provisionDatabases(server.superuserUrl, bad)).rejects.toThrow(RangeError);
});

test('a copy of a template holds its rows, belongs to its owner alone, and can be dropped while in use', async () => {
  await query(urls.alpha, 'create table seeded as select 1 as n');
  const copy = { name: 'copy of alpha', template: 'guildhall_alpha', owner: 'guildhall_alpha' };
  await createDatabaseFrom(server.superuserUrl, copy);
  const url = withPath(urls.alpha, encodeURIComponent(copy.name));
  expect(await query(url, 'select n from seeded')).toEqual([{ n: 1 }]);
  const stranger = (await provisionDatabases(server.superuserUrl, [{ name: 'beta', password: 'p' }])).beta;
  await expect(query(withPath(stranger, encodeURIComponent(copy.name)), 'select 1')).rejects.toThrow(
    /permission denied/,
  );

  const open = new Client({ connectionString: url });
  open.on('error', () => undefined);
  await open.connect();
  await dropDatabase(server.superuserUrl, copy.name);
  await dropDatabase(server.superuserUrl, copy.name);
  await expect(query(url, 'select 1')).rejects.toThrow(/does not exist/);
});
