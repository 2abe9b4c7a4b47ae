import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import type { Client } from 'pg';
import { runTokenCommand } from '../src/token/token-command.js';
import {
  inLanes,
  openRushElection,
  sealAll,
  tallyOf,
  voteOnce,
  type RushElection,
  type VoterLog,
} from './ballot-rush.js';
import { letCome, openMembership } from './election-time.js';
import { freePortRange } from './free-ports.js';
import { launch, type LaunchedPlatform } from './launched-platform.js';

const voters = 240;
const contests = 3;

let folder: string;
let port: number;
let platform: LaunchedPlatform;
let database: Client;
let election: RushElection;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-ballots-'));
  // Otherwise root would have to keep the database elsewhere, since PostgreSQL runs under another account then.
  chmodSync(folder, 0o755);
  port = await freePortRange();
  platform = launch({ folder, port, environment: { GUILDHALL_DEMO: 'small', GUILDHALL_LOG_LEVEL: 'silent' } });
  await platform.printed('Guildhall is up.');
  database = await openMembership(folder, port);
  election = await openRushElection(database, { voters, contests });
  await database.end();
}, 180_000);

afterAll(async () => {
  await database.end().catch(() => undefined);
  process.kill(platform.pid, 'SIGTERM');
  expect(await platform.ended).toBe(0);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const postmasterPid = (): number =>
  Number(readFileSync(join(folder, 'postgres/postgresql/postmaster.pid'), 'utf8').split('\n')[0]);

describe('the last hours of a ballot', () => {
  const logs: VoterLog[] = [];

  it('take one ballot of everybody while people send twice, from two devices, and PostgreSQL is killed in the middle', async () => {
    const issued = await runTokenCommand({
      args: election.subjects.flatMap((subject) => ['--subject', subject]),
      environment: { GUILDHALL_PORT: String(port) },
      dataFolder: folder,
    });
    if (issued.exitCode !== 0) throw new Error(issued.stderr);
    const tokens = issued.stdout.split('\n');
    const rush = { url: platform.url, election, submission: (place: number) => sealAll(election, place) };
    const voting = inLanes(election.subjects, 12, async (subject, place) => {
      logs.push(await voteOnce(rush, { subject, token: tokens[place] ?? '', place }));
    });
    await waitFor('a third has voted', async () => logs.length > voters / 3, 120_000);
    process.kill(postmasterPid(), 'SIGKILL');
    await voting;
    expect(logs).toHaveLength(voters);
    expect(logs.some(({ devices }) => devices.some(({ tries }) => tries > 1))).toBe(true);
    database = await openMembership(folder, port);
    expect(await tallyOf(database, election, logs)).toEqual({
      contests: Array.from({ length: contests }, () => ({ voted: voters, ballots: voters })),
      toldNotStored: [],
      wronglyTold: [],
    });
  }, 240_000);

  it('end with a close that finds roll and ballots equal', async () => {
    await letCome(database, election.electionId, 'voting_closes_at');
    await waitFor('it is closed', async () => {
      const { rows } = await database.query<{ status: string }>('select status from election where id = $1', [
        election.electionId,
      ]);
      return rows[0]?.status === 'CLOSED';
    });
    const { rows } = await database.query<{ ballots: number }>(
      'select r.ballots from ballot_root r join contest c on c.id = r.contest_id where c.election_id = $1',
      [election.electionId],
    );
    expect(rows).toEqual(Array.from({ length: contests }, () => ({ ballots: voters })));
    // What was said to voters stands after the rewriting as well.
    expect((await tallyOf(database, election, logs)).toldNotStored).toEqual([]);
  }, 60_000);
});
