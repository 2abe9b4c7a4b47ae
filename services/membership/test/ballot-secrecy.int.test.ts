import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testServerUrl, type TestService } from '@guildhall/testing';
import { ElectionActs, electionDates, electionStart } from './election-acts.js';
import { Fixture, membership } from './fixture.js';
import { asSuperuser, dumpDatabase, filesHolding, readPages, type DumpedRow } from './secrecy/dump-database.js';
import { linked, tryToLink, type Haul, type Vote } from './secrecy/link-attacks.js';
import { castAs, openSecretElection, type CastVote, type SecretElection } from './secrecy/secret-election.js';

const voterCount = 60;
const clock = new TestClock(electionStart);
const logLines: string[] = [];

let test: TestService;
let acts: ElectionActs;
let superuserUrl: string;
let election: SecretElection;
/** What was cast, by contest and in the order in which it was. */
const cast = new Map<string, CastVote[]>();

/** Everybody's place in the queue has nothing to do with when they joined. */
const queue = Array.from({ length: voterCount }, (_unused, index) => (index * 37 + 11) % voterCount);

beforeAll(async () => {
  test = await startTestService(membership, { clock, onLogLine: (line) => logLines.push(line) });
  acts = new ElectionActs(test, clock);
  const url = new URL(testServerUrl());
  url.pathname = new URL(test.databaseUrl).pathname;
  superuserUrl = url.href;
  election = await openSecretElection({ test, fixture: new Fixture(test), acts }, voterCount);
  for (let from = 0; from < voterCount; from += 6) await castTogether(queue.slice(from, from + 6), from);
}, 180_000);
afterAll(() => test.stop());

/** Six people cast at once: two of three vote in two contests in one go, and half come back for the third. */
async function castTogether(places: readonly number[], from: number): Promise<void> {
  const [first = '', second = '', third = ''] = election.contestIds;
  const votes = await Promise.all(
    places.map(async (place, index) => {
      const voter = election.voters[place];
      if (voter === undefined) throw new RangeError(`no voter ${place}`);
      const casting = { voter, ranking: 7 * (from + index) };
      const inOne = await castAs(test, election, {
        ...casting,
        contestIds: index % 3 === 0 ? [first] : [first, second],
      });
      const later =
        index % 2 === 0
          ? await castAs(test, election, { ...casting, contestIds: [third] })
          : new Map<string, CastVote>();
      return [...inOne, ...later];
    }),
  );
  for (const [contestId, vote] of votes.flat()) cast.set(contestId, [...(cast.get(contestId) ?? []), vote]);
  clock.advance(60_000);
}

type Secret = 'receipt' | 'preferences';

const votesOf = (contestId: string, secret: Secret): readonly Vote[] =>
  (cast.get(contestId) ?? []).map((vote) => ({ ...vote, secret: vote[secret] }));

/** What somebody with the whole database has of a contest. */
function haulOf(dump: readonly DumpedRow[], contestId: string, secret: Secret): Haul {
  const table = secret === 'receipt' ? 'ballot' : 'opened_ballot';
  const ofContest = dump.filter(({ columns }) => columns['contest_id'] === contestId);
  const roll = ofContest.filter((row) => row.table === 'voter_roll_entry' && row.columns['has_voted'] === true);
  return {
    dump,
    roll: roll.map((row) => ({ ...row, memberId: String(row.columns['member_id']) })),
    secrets: ofContest
      .filter((row) => row.table === table)
      .map((row) => ({
        ...row,
        secret:
          secret === 'receipt'
            ? String(row.columns['receipt'])
            : `{${(row.columns['preferences'] as readonly string[]).join(',')}}`,
      })),
  };
}

function findings(dump: readonly DumpedRow[], secret: Secret) {
  return election.contestIds.flatMap((contestId) => {
    const votes = votesOf(contestId, secret);
    const haul = haulOf(dump, contestId, secret);
    expect([haul.roll.length, haul.secrets.length]).toEqual([votes.length, votes.length]);
    return linked(tryToLink(haul, votes), votes);
  });
}

describe('who voted what', () => {
  it('can be looked for: before the close, row versions tell which sealed ballot is whose', async () => {
    const found = findings(await dumpDatabase(superuserUrl), 'receipt');
    expect(found.map(({ attack }) => attack)).toContain('the same xmin');
    // Honest residual risk: it is a sealed ballot, which takes both trustees' keys to read.
    expect(JSON.stringify(await dumpDatabase(superuserUrl))).not.toContain(
      votesOf(election.contestIds[0] ?? '', 'preferences')[0]?.secret,
    );
  });

  it('is told by nothing in the database once voting is closed', async () => {
    await acts.come('close-voting', election.electionId, electionDates.votingClosesAt);
    expect(await acts.look('otto', election.electionId, 'status')).toEqual({ status: 'CLOSED' });
    expect(findings(await dumpDatabase(superuserUrl), 'receipt')).toEqual([]);
  });

  it('is told by no earlier version of a row in the files', async () => {
    for (const table of ['ballot', 'voter_roll_entry']) {
      const rows = (await dumpDatabase(superuserUrl)).filter((row) => row.table === table);
      const tuples = await readPages(superuserUrl, table);
      expect([table, tuples.length]).toEqual([table, rows.length]);
      expect([table, new Set(tuples.map(({ xmin, cid }) => `${xmin}/${cid}`)).size]).toEqual([table, 1]);
    }
    // The planner's samples of every table are taken anew, as they are now and then by themselves.
    const sampled = await asSuperuser(superuserUrl, async (ask) => {
      await ask('analyze');
      return ask("select distinct attname as column from pg_stats where tablename in ('ballot', 'voter_roll_entry')");
    });
    expect(sampled).toEqual([{ column: 'contest_id' }]);
    for (const { receipt } of (cast.get(election.contestIds[0] ?? '') ?? []).slice(0, 5)) {
      const held = await filesHolding(superuserUrl, Buffer.from(receipt));
      expect(held).toEqual(['ballot', 'ballot_contest', 'ballot_pk']);
    }
  });

  it('is told by nothing in the database once the ballots are opened and counted', async () => {
    await acts.open(election.electionId, election.keys);
    expect(await acts.look('otto', election.electionId, 'status')).toEqual({ status: 'PROVISIONAL' });
    const dump = await dumpDatabase(superuserUrl);
    expect(findings(dump, 'receipt')).toEqual([]);
    expect(findings(dump, 'preferences')).toEqual([]);
  });

  it('is told by no row that names both a receipt and what was ranked, or keeps a private key', async () => {
    const dump = await dumpDatabase(superuserUrl);
    const votes = [...cast.values()].flat();
    const receipts = new Set(votes.map(({ receipt }) => receipt));
    const holding = dump.filter(({ text }) => [...receipts].some((receipt) => text.includes(receipt)));
    expect(new Set(holding.map(({ table }) => table))).toEqual(new Set(['ballot']));
    const running = await asSuperuser(superuserUrl, (ask) => ask('select * from pg_stat_activity'));
    expect([...receipts].filter((receipt) => JSON.stringify(running).includes(receipt))).toEqual([]);
    const keys = election.keys.map(({ privateKey }) => privateKey);
    expect(dump.filter(({ text }) => keys.some((key) => text.includes(key)))).toEqual([]);
    expect(
      dump.filter(({ table, columns }) => table === 'trustee_key' && columns['sealed_private_key'] !== null),
    ).toEqual([]);
  });

  it('is told by no line of the log, at the level that tells most', () => {
    expect(logLines.length).toBeGreaterThan(100);
    const log = logLines.join('');
    const told = [...cast.values()]
      .flat()
      .flatMap(({ receipt, memberId, subject, preferences }) => [
        receipt,
        memberId,
        `"${subject}"`,
        ...preferences.slice(1, -1).split(','),
      ]);
    expect(
      [...told, ...election.keys.map(({ privateKey }) => privateKey)].filter((word) => log.includes(word)),
    ).toEqual([]);
  });

  it('is told by no setting of the server: neither statements nor the instants of commits are kept', async () => {
    const names = [
      'log_statement',
      'log_min_duration_statement',
      'track_commit_timestamp',
      'log_parameter_max_length_on_error',
      'log_error_verbosity',
      'shared_preload_libraries',
    ];
    const rows = await asSuperuser(superuserUrl, (ask) =>
      ask<{ name: string; setting: string }>('select name, setting from pg_settings where name = any($1)', [names]),
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      log_error_verbosity: 'terse',
      log_min_duration_statement: '-1',
      log_parameter_max_length_on_error: '0',
      log_statement: 'none',
      shared_preload_libraries: '',
      track_commit_timestamp: 'off',
    });
  });

  it('is found where it is written back in the order in which people came, so that these tests can fail', async () => {
    const dump = await dumpDatabase(superuserUrl);
    for (const [contestId, votes] of cast) {
      const placeOf = new Map(
        votes.flatMap(({ memberId, receipt }, place) => [[memberId, place] as const, [receipt, place] as const]),
      );
      const { roll, secrets } = haulOf(dump, contestId, 'receipt');
      const inOrder = {
        dump,
        roll: roll.toSorted((one, other) => (placeOf.get(one.memberId) ?? 0) - (placeOf.get(other.memberId) ?? 0)),
        secrets: secrets.toSorted((one, other) => (placeOf.get(one.secret) ?? 0) - (placeOf.get(other.secret) ?? 0)),
      };
      const known = votesOf(contestId, 'receipt');
      expect(linked(tryToLink(inOrder, known), known).map(({ attack }) => attack)).toContain(
        'the roll as it lies against ballots as they lie',
      );
    }
  });
});
