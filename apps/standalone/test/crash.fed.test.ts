import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceNames, type ServiceName } from '@guildhall/events';
import { waitFor } from '@guildhall/testing';
import { Client } from 'pg';
import { loadOrCreateInstallation } from '../src/installation.js';
import { joinDatabases } from '../src/open-databases.js';
import { readSettings } from '../src/settings.js';
import { freePortRange } from './free-ports.js';
import { launch, processesOf, type LaunchedPlatform } from './launched-platform.js';
import { writeOnce, startWriting, type Log, type Send, type Write } from './write-stream.js';

const subjects = ['ada', 'omar', 'uma', 'rosa'];
const requestPatienceMs = 30_000;
let folder: string;
let port: number;
let platform: LaunchedPlatform;
const tokens = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-crash-'));
  // Otherwise root would have to keep the database elsewhere, since PostgreSQL runs under another account then.
  chmodSync(folder, 0o755);
  port = await freePortRange();
  platform = await up();
  for (const subject of subjects) tokens.set(subject, await platform.token(subject));
}, 120_000);

afterAll(async () => {
  process.kill(platform.pid, 'SIGTERM');
  expect(await platform.ended).toBe(0);
  expect(processesOf(folder)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function up(): Promise<LaunchedPlatform> {
  const started = launch({ folder, port, environment: { GUILDHALL_DEMO: 'small', GUILDHALL_LOG_LEVEL: 'silent' } });
  await started.printed('Guildhall is up.');
  return started;
}

const send: Send = async (subject, query, variables) => {
  const response = await fetch(platform.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(subject)}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(requestPatienceMs),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'TimeoutError') throw error;
    return undefined;
  });
  // The answer itself may break off, too.
  return response?.json().catch(() => undefined) as ReturnType<Send>;
};

/** For each person: the groups to join and the activities to register for that are open to them now. */
async function plan(): Promise<Readonly<Record<string, readonly Write[]>>> {
  const query =
    '{ groups(first: 100) { edges { node { id viewerActions } } } activities(first: 100) { edges { node { id viewerActions } } } }';
  const entries = subjects.map(async (subject) => {
    const answer = await send(subject, query, {});
    const open = (list: string, action: string): readonly string[] =>
      (
        answer?.data as
          | Partial<Record<string, { edges: { node: { id: string; viewerActions: string[] } }[] }>>
          | undefined
      )?.[list]?.edges
        .filter(({ node }) => node.viewerActions.includes(action))
        .map(({ node }) => node.id) ?? [];
    const joins = open('groups', 'JOIN')
      .slice(0, 8)
      .map((groupId): Write => ({ subject, operation: 'joinGroup', input: { groupId } }));
    const places = open('activities', 'REGISTER')
      .slice(0, 8)
      .map((activityId): Write => ({
        subject,
        operation: 'registerForActivity',
        input: { activityId, despiteClash: true, idempotencyKey: randomUUID() },
      }));
    const cases = joins.map((): Write => ({
      subject,
      operation: 'openCase',
      input: {
        contactName: subject,
        matter: 'OTHER',
        narrative: 'Written while things break.',
        idempotencyKey: randomUUID(),
      },
    }));
    return [subject, [joins, places, cases].flatMap((list) => list).sort(() => Math.random() - 0.5)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function rows(
  service: ServiceName,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const environment = { GUILDHALL_DATA_DIR: folder, GUILDHALL_PORT: String(port) };
  const { urls } = await joinDatabases(
    readSettings(environment, []),
    await loadOrCreateInstallation(folder),
    () => undefined,
  );
  const client = new Client({ connectionString: urls[service] });
  await client.connect();
  const result = await client.query<Record<string, unknown>>(sql, [...values]);
  await client.end();
  return result.rows;
}

/** Every acknowledged write is there and is its own first answer; what got no answer can be sent again; nothing is double. */
async function expectKept(log: Log): Promise<void> {
  for (const [write, id] of log.acknowledged) {
    if (write.operation === 'joinGroup') continue;
    expect(await writeOnce(send, write)).toEqual({ id, codes: [], isBroken: false });
  }
  for (const write of log.unanswered.filter(({ operation }) => operation !== 'joinGroup')) {
    const first = await writeOnce(send, write);
    expect(first).toMatchObject({ codes: [], isBroken: false });
    // The rules may refuse a place, for example at two activities at one time; nothing refuses a case.
    if (write.operation === 'openCase') expect(first.id).toBeDefined();
    expect(await writeOnce(send, write)).toEqual(first);
  }
  const made = await rows(
    'advocacy',
    "select count(*)::int as n, count(distinct outcome ->> 'id')::int as ids from idempotency_record where operation = 'openCase'",
  );
  const [cases] = await rows(
    'advocacy',
    'select count(*)::int as n from case_file where opened_at > (select anchor from demo_load)',
  );
  expect([made[0]?.['n'], made[0]?.['ids']]).toEqual([cases?.['n'], cases?.['n']]);
  expect(
    await rows(
      'activities',
      "select 1 from registration where status in ('ENTERED', 'CONFIRMED', 'WAITLISTED', 'OFFERED') group by activity_id, member_id having count(*) > 1",
    ),
  ).toEqual([]);
  await expectJoinsDelivered(log);
}

async function expectJoinsDelivered(log: Log): Promise<void> {
  for (const [{ subject, operation, input }] of log.acknowledged) {
    if (operation !== 'joinGroup') continue;
    const sql =
      'select 1 from actor_group_membership join actor_member using (member_id) where subject = $1 and group_id = $2';
    for (const service of ['membership', 'activities', 'learning'] as const)
      await waitFor(
        `${service} knows that ${subject} joined`,
        async () => (await rows(service, sql, [subject, input['groupId']])).length === 1,
        30_000,
      );
  }
  await waitFor(
    'no event waits',
    async () => (await rows('membership', 'select 1 from outbox_delivery')).length === 0,
    30_000,
  );
  for (const service of serviceNames)
    expect(await rows(service, 'select 1 from inbox_event where dead_at is not null')).toEqual([]);
}

function postmasterPid(): number {
  return Number(readFileSync(join(folder, 'postgres/postgresql/postmaster.pid'), 'utf8').split('\n')[0]);
}

function postgres(pattern: RegExp): readonly number[] {
  return processesOf(folder)
    .filter(({ command }) => pattern.test(command))
    .map(({ pid }) => pid);
}

describe('kill -9 loses no acknowledged write, makes none double and leaves no event behind', () => {
  it('of the launcher; the next start recovers by itself', async () => {
    const { log, end } = startWriting(send, await plan());
    await waitFor('the stream is in full flow', () => Promise.resolve(log.acknowledged.size > 60), 30_000);
    process.kill(platform.pid, 'SIGKILL');
    await platform.ended;
    await end();
    platform = await up();
    await expectKept(log);
  }, 120_000);

  it('of PostgreSQL, and of single connections; the platform stays up, says so by code meanwhile, and recovers by itself', async () => {
    const { log, end } = startWriting(send, await plan());
    const flows = async (): Promise<void> => {
      const enough = log.acknowledged.size + 30;
      await waitFor('writes are taken', () => Promise.resolve(log.acknowledged.size > enough), 40_000);
    };
    await flows();
    process.kill(postmasterPid(), 'SIGKILL');
    await flows();
    for (const service of ['activities', 'advocacy']) {
      const [connection] = postgres(new RegExp(`^postgres: guildhall_${service}`));
      process.kill(connection ?? 0, 'SIGKILL');
      await flows();
    }
    await end();
    expect(log.codes.size).toBeGreaterThan(0);
    for (const code of log.codes) expect(['SUBGRAPH_UNAVAILABLE', 'INTERNAL_SERVER_ERROR']).toContain(code);
    await expectKept(log);
  }, 120_000);
});
