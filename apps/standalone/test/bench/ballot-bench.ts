/*
 * The last hours of a ballot through the real gateway: 7,400 members vote in 12 contests each, three quarters of them one after
 * the other and a quarter in one burst; some send twice, some from two devices at once, and PostgreSQL is killed in the middle
 * of the burst. Says how many votes a second were taken and compares everything that anybody was told with the database.
 */
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTokenCommand } from '../../src/token/token-command.js';
import {
  inLanes,
  openRushElection,
  sealAll,
  tallyOf,
  unreadable,
  voteOnce,
  type RushElection,
  type VoterLog,
} from '../ballot-rush.js';
import { letCome, openMembership } from '../election-time.js';
import { freePortRange } from '../free-ports.js';
import { launch } from '../launched-platform.js';

const { values } = parseArgs({
  options: {
    voters: { type: 'string', default: '7400' },
    contests: { type: 'string', default: '12' },
    connections: { type: 'string', default: '64' },
    burst: { type: 'string', default: '256' },
    sealed: { type: 'boolean', default: false },
  },
});
const [voters, contests] = [Number(values.voters), Number(values.contests)];
const folder = await mkdtemp(join(tmpdir(), 'guildhall-ballots-'));
await chmod(folder, 0o755);
const port = await freePortRange();
const platform = launch({ folder, port, environment: { GUILDHALL_DEMO: 'small', GUILDHALL_LOG_LEVEL: 'silent' } });
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

try {
  await platform.printed('Guildhall is up.');
  const database = await openMembership(folder, port);
  const election = await openRushElection(database, { voters, contests });
  await database.end();
  say(
    `${availableParallelism()} processors (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, load ${load()}`,
  );
  const logs = await rush(election);
  await check(election, logs);
} finally {
  process.kill(platform.pid, 'SIGTERM');
  await platform.ended;
  await rm(folder, { recursive: true, force: true });
}

async function rush(election: RushElection): Promise<readonly VoterLog[]> {
  const tokens = await issueTokens(election.subjects);
  const submission = (place: number) =>
    values.sealed ? sealAll(election, place) : Promise.resolve(unreadable(election));
  const vote = (subject: string, place: number) =>
    voteOnce({ url: platform.url, election, submission }, { subject, token: tokens[place] ?? '', place });
  const steadyCount = Math.round(voters * 0.75);
  const steady = await timed(`three quarters, ${values.connections} at a time`, () =>
    inLanes(election.subjects.slice(0, steadyCount), Number(values.connections), vote),
  );
  let isKilled = false;
  const killOnce = (answered: number): void => {
    if (isKilled || answered < (voters - steadyCount) / 2) return;
    isKilled = true;
    process.kill(postmasterPid(), 'SIGKILL');
  };
  let answered = 0;
  const burst = await timed(`a quarter, ${values.burst} at a time, PostgreSQL killed in the middle`, () =>
    inLanes(election.subjects.slice(steadyCount), Number(values.burst), async (subject, index) => {
      const log = await vote(subject, steadyCount + index);
      killOnce((answered += 1));
      return log;
    }),
  );
  return [...steady, ...burst];
}

async function timed(name: string, work: () => Promise<readonly VoterLog[]>): Promise<readonly VoterLog[]> {
  const started = performance.now();
  const logs = await work();
  const seconds = (performance.now() - started) / 1000;
  const devices = logs.flatMap((log) => log.devices);
  const times = devices.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const at = (share: number): string => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} ms`;
  const again = devices.reduce((sum, { tries }) => sum + tries - 1, 0);
  say(
    `${name}: ${logs.length} voters in ${seconds.toFixed(1)} s: ${Math.round(logs.length / seconds)} voters and ` +
      `${Math.round((logs.length * contests) / seconds)} ballots a second; median ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(0.999)}; ` +
      `${devices.length - logs.length} sent twice or from a second device; asked again ${again} times; load ${load()}`,
  );
  return logs;
}

/** Every answer is compared with the database, before and after the close. */
async function check(election: RushElection, logs: readonly VoterLog[]): Promise<void> {
  const database = await openMembership(folder, port);
  try {
    const tally = await tallyOf(database, election, logs);
    const isWhole = tally.contests.every(({ voted, ballots }) => voted === voters && ballots === voters);
    if (!isWhole || tally.toldNotStored.length > 0 || tally.wronglyTold.length > 0)
      throw new Error(
        `wrong: ${JSON.stringify(tally.contests)}, told in vain ${tally.toldNotStored.length}, wrongly ${tally.wronglyTold.length}`,
      );
    say(
      `${voters} voters and ${voters} ballots in each of ${contests} contests; nobody was told "cast" whose ballot is not stored`,
    );
    const started = performance.now();
    await letCome(database, election.electionId, 'voting_closes_at');
    for (;;) {
      const { rows } = await database.query<{ status: string }>('select status from election where id = $1', [
        election.electionId,
      ]);
      if (rows[0]?.status === 'CLOSED') break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    say(
      `closed, roll and ballots rewritten and the roots computed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  } finally {
    await database.end();
  }
}

async function issueTokens(subjects: readonly string[]): Promise<readonly string[]> {
  const issued = await runTokenCommand({
    args: subjects.flatMap((subject) => ['--subject', subject]),
    environment: { GUILDHALL_PORT: String(port) },
    dataFolder: folder,
  });
  if (issued.exitCode !== 0) throw new Error(issued.stderr);
  return issued.stdout.split('\n');
}

function postmasterPid(): number {
  return Number(readFileSync(join(folder, 'postgres/postgresql/postmaster.pid'), 'utf8').split('\n')[0]);
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
