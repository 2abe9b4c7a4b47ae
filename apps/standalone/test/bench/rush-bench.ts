/*
 * An opening rush through the real gateway: 3,000 members want 400 seats, each over HTTP with a token of their own. Says how
 * many registrations a second were answered, checks every answer against the database, and where the processor time went.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { loadOrCreateInstallation } from '../../src/installation.js';
import { joinDatabases } from '../../src/open-databases.js';
import { readSettings } from '../../src/settings.js';
import { runTokenCommand } from '../../src/token/token-command.js';
import { freePortRange } from '../free-ports.js';
import { launch, processesOf } from '../launched-platform.js';
import { sumProfile } from './sum-profile.js';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '3000' },
    seats: { type: 'string', default: '400' },
    connections: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '3' },
  },
});
const members = Number(values.members);
const seats = Number(values.seats);
const connections = Number(values.connections);
const rounds = Number(values.rounds);
const document = `mutation Rush($input: RegisterForActivityInput!) { registerForActivity(input: $input) {
  __typename ... on RegisterForActivitySuccess { registration { id status } } ... on UserError { message } } }`;

type Answer = { readonly status: string; readonly ms: number; readonly tries: number };

const folder = await mkdtemp(join(tmpdir(), 'guildhall-rush-'));
await chmod(folder, 0o755);
const profiles = await mkdtemp(join(tmpdir(), 'guildhall-rush-profile-'));
const environment = { GUILDHALL_DEMO: 'small', GUILDHALL_LOG_LEVEL: 'silent', GUILDHALL_DATA_DIR: folder };
const port = await freePortRange();
const platform = launch({
  folder,
  port,
  environment: { ...environment, NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profiles}` },
});
try {
  await platform.printed('Guildhall is up.');
  const database = await openActivities();
  try {
    for (let round = 0; round <= rounds; round += 1) await runRound(database, round);
  } finally {
    await database.end();
  }
} finally {
  process.kill(platform.pid, 'SIGTERM');
  await platform.ended;
}
for (const file of await readdir(profiles))
  process.stdout.write(sumProfile(JSON.parse(await readFile(join(profiles, file), 'utf8'))));
await rm(folder, { recursive: true, force: true });
await rm(profiles, { recursive: true, force: true });

async function openActivities(): Promise<Client> {
  const settings = readSettings({ ...environment, GUILDHALL_PORT: String(port) }, []);
  const { urls } = await joinDatabases(settings, await loadOrCreateInstallation(folder), () => undefined);
  const client = new Client({ connectionString: urls.activities });
  await client.connect();
  return client;
}

/** One rush for an activity of its own, by people who never came before. Round 0 warms up and is not told. */
async function runRound(database: Client, round: number): Promise<void> {
  const activityId = randomUUID();
  const subjects = Array.from({ length: members }, (_unused, index) => `rusher-${round}-${index}`);
  const { rows: named } = await database.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = current_schema() and table_name = 'activity' and is_generated = 'NEVER'`,
  );
  const columns = named[0]?.columns ?? '';
  await database.query(
    `insert into activity (${columns}) select ${columns} from (select r.* from
       (select to_jsonb(activity) as row from activity where status = 'PUBLISHED' and postponed_at is null and drawn_at is null
          and collection_opens_at is null limit 1) a,
       lateral jsonb_populate_record(null::activity, a.row || jsonb_build_object('id', $1::text, 'capacity', $2::int,
         'starts_at', now() + interval '9 days', 'ends_at', now() + interval '9 days 2 hours',
         'registration_opens_at', now() - interval '1 hour', 'registration_closes_at', now() + interval '8 days',
         'venue_id', null)) r) made`,
    [activityId, seats],
  );
  await database.query(
    'insert into actor_member (member_id, subject, is_active) select gen_random_uuid(), s, true from unnest($1::text[]) s',
    [subjects],
  );
  const issued = await runTokenCommand({
    args: subjects.flatMap((subject) => ['--subject', subject]),
    environment: { GUILDHALL_PORT: String(port) },
    dataFolder: folder,
  });
  if (issued.exitCode !== 0) throw new Error(issued.stderr);
  const tokens = issued.stdout.split('\n');
  const before = processorSeconds();
  const started = performance.now();
  const answers = await inLanes(tokens, (token) => registerOnce(token, activityId));
  const seconds = (performance.now() - started) / 1000;
  const after = processorSeconds();
  await check(database, activityId, answers);
  if (round === 0) {
    const machine = `${availableParallelism()} processors (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}`;
    process.stdout.write(`${machine}, load ${load()} before anything was timed\n`);
    return;
  }
  tell(round, {
    answers,
    seconds,
    platform: after.platform - before.platform,
    database: after.database - before.database,
  });
}

type Measured = {
  readonly answers: readonly Answer[];
  readonly seconds: number;
  readonly platform: number;
  readonly database: number;
};

function tell(round: number, { answers, seconds, platform: ours, database: theirs }: Measured): void {
  const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): string => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} ms`;
  process.stdout.write(
    `round ${round}: ${members} members, ${seats} seats in ${seconds.toFixed(2)} s: ${Math.round(members / seconds)} registrations a second; ` +
      `median ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(0.999)}; ` +
      `asked again ${answers.reduce((sum, { tries }) => sum + tries - 1, 0)} times; ` +
      `processor: platform ${ours.toFixed(1)} s, database ${theirs.toFixed(1)} s; load ${load()}\n`,
  );
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

/** Asks until there is an answer: whoever is turned away at the door of a full platform comes again under the same key. */
async function registerOnce(token: string, activityId: string): Promise<Answer> {
  const body = JSON.stringify({ query: document, variables: { input: { activityId, idempotencyKey: randomUUID() } } });
  const started = performance.now();
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(platform.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    const { status, code } = readAnswer(await response.json());
    if (status !== undefined) return { status, ms: performance.now() - started, tries };
    if (!turnedAway.has(code) || tries > 50) throw new Error(`a registration was answered with ${code}`);
  }
}

const turnedAway: ReadonlySet<string> = new Set(['OVERLOADED', 'RATE_LIMITED', 'DEADLINE_EXCEEDED']);

/** Where the place stands, or why there is none. */
function readAnswer(answer: unknown): { readonly status: string | undefined; readonly code: string } {
  const { data, errors } = answer as {
    data?: { registerForActivity?: { __typename: string; registration?: { status: string } } | null } | null;
    errors?: readonly { extensions?: { code?: string } }[];
  };
  const result = data?.registerForActivity;
  const code = errors?.[0]?.extensions?.code ?? result?.__typename;
  return { status: result?.registration?.status, code: code ?? 'nothing' };
}

async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const outcomes: R[] = [];
  const queue = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const item of queue) outcomes.push(await work(item));
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return outcomes;
}

/** Every answer stands in the database, no seat is given twice, and nobody was passed. */
async function check(database: Client, activityId: string, answers: readonly Answer[]): Promise<void> {
  const { rows } = await database.query<{ status: string }>(
    'select status from registration where activity_id = $1 order by queued_at, id',
    [activityId],
  );
  const told = answers.filter(({ status }) => status === 'CONFIRMED').length;
  const confirmed = rows.filter(({ status }) => status === 'CONFIRMED').length;
  const isOrdered = rows.slice(0, confirmed).every(({ status }) => status === 'CONFIRMED');
  if (rows.length !== members || confirmed !== Math.min(seats, members) || told !== confirmed || !isOrdered)
    throw new Error(`wrong: ${rows.length} rows, ${confirmed} confirmed, ${told} told so, in order: ${isOrdered}`);
}

/** Processor seconds so far of the platform’s process and of its database’s. */
function processorSeconds(): { readonly platform: number; readonly database: number } {
  const ticks = Number(execFileSync('getconf', ['CLK_TCK']).toString());
  const of = (pid: number): number => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticks;
  };
  const isDatabase = (command: string): boolean => command.includes('postgres');
  let database = 0;
  for (const { pid, command } of processesOf(folder)) if (isDatabase(command)) database += tryOf(() => of(pid));
  return { platform: of(platform.pid), database };
}

function tryOf(read: () => number): number {
  try {
    return read();
  } catch {
    // It ended between being listed and being read.
    return 0;
  }
}
