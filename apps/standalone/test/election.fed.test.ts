import { mkdtempSync, chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  makeTrusteeKey,
  receiptOf,
  recountContest,
  sealBallot,
  verifyInclusion,
  type PublishedContest,
  type TrusteeKey,
} from '@guildhall/client';
import { demoGroups } from '@guildhall/demo';
import { waitFor } from '@guildhall/testing';
import type { Client } from 'pg';
import { runTokenCommand } from '../src/token/token-command.js';
import { letCome, openMembership } from './election-time.js';
import { freePortRange } from './free-ports.js';
import { launch, type LaunchedPlatform } from './launched-platform.js';
import { startTraceReceiver, type TraceReceiver } from './trace-receiver.js';

const dayMs = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();

let folder: string;
let port: number;
let platform: LaunchedPlatform;
let receiver: TraceReceiver;
let database: Client;
const tokens = new Map<string, string>();

beforeAll(async () => {
  receiver = await startTraceReceiver();
  folder = mkdtempSync(join(tmpdir(), 'guildhall-election-'));
  // Otherwise root would have to keep the database elsewhere, since PostgreSQL runs under another account then.
  chmodSync(folder, 0o755);
  port = await freePortRange();
  const environment = {
    GUILDHALL_DEMO: 'small',
    GUILDHALL_LOG_LEVEL: 'debug',
    GUILDHALL_SLOW_OPERATION_MS: '1',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  };
  platform = launch({ folder, port, environment });
  await platform.printed('Guildhall is up.');
  database = await openMembership(folder, port);
}, 180_000);

afterAll(async () => {
  await database.end();
  process.kill(platform.pid, 'SIGTERM');
  expect(await platform.ended).toBe(0);
  await receiver.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function tokenOf(subject: string): Promise<string> {
  const known = tokens.get(subject);
  if (known !== undefined) return known;
  const outcome = await runTokenCommand({
    args: ['--subject', subject],
    environment: { GUILDHALL_PORT: String(port) },
    dataFolder: folder,
  });
  if (outcome.exitCode !== 0) throw new Error(outcome.stderr);
  tokens.set(subject, outcome.stdout);
  return outcome.stdout;
}

type Fields = Readonly<Record<string, unknown>>;

async function ask(subject: string, query: string, variables: object = {}): Promise<Fields> {
  const response = await fetch(platform.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(subject)}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Fields | null; errors?: unknown };
  if (errors !== undefined || !data) throw new Error(JSON.stringify(errors));
  return data;
}

type Outcome = Fields & { readonly __typename: string };

async function act(subject: string, name: string, input: object, selection = ''): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const success = selection === '' ? '' : `... on ${type}Success { ${selection} }`;
  const document = `mutation ($input: ${type}Input!) { done: ${name}(input: $input) { __typename ${success} ... on UserError { message } } }`;
  return (await ask(subject, document, { input }))['done'] as Outcome;
}

const doneAs = (name: string) => ({ __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Success` });

async function statusIs(electionId: string, status: string): Promise<void> {
  await waitFor(`the election is ${status}`, async () => {
    const { election } = await ask('otto', 'query ($id: ID!) { election(id: $id) { status } }', { id: electionId });
    return (election as { status: string }).status === status;
  });
}

type Paper = { readonly id: string; readonly isReopen: boolean; readonly name: string };
type Contest = { readonly id: string; readonly candidates: readonly Paper[] };

async function planned(): Promise<{ electionId: string; contestId: string }> {
  const { group } = await ask('otto', 'query ($id: ID!) { group(id: $id) { positions { id kind } } }', {
    id: demoGroups.hillwalking,
  });
  const { positions } = group as { positions: readonly { id: string; kind: string }[] };
  const made = await act(
    'otto',
    'planElection',
    {
      title: 'Hillwalking Club: secretary',
      groupId: demoGroups.hillwalking,
      campaignRules: 'Be kind.',
      secondTrustee: 'amira',
      schedule: {
        nominationsOpenAt: inDays(1),
        nominationsCloseAt: inDays(3),
        campaignOpensAt: inDays(5),
        votingOpensAt: inDays(7),
        votingClosesAt: inDays(9),
        mandatesStartAt: inDays(440),
      },
    },
    'election { id }',
  );
  const { id: electionId } = made['election'] as { id: string };
  const added = await act(
    'otto',
    'addContest',
    {
      electionId,
      positionId: positions.find(({ kind }) => kind === 'SECRETARY')?.id,
      seats: 1,
      mandatesEndAt: inDays(700),
    },
    'contest { id }',
  );
  return { electionId, contestId: (added['contest'] as { id: string }).id };
}

type Cast = { readonly subject: string; readonly sealed: string; readonly receipt: string };

describe('an election', () => {
  const keys: TrusteeKey[] = [];
  const votes: Cast[] = [];
  let electionId: string;
  let contestId: string;
  let paper: readonly Paper[];

  const paperAsSeenBy = async (subject: string): Promise<readonly Paper[]> => {
    const { contest } = await ask(
      subject,
      'query ($id: ID!) { contest(id: $id) { id candidates { id name isReopen } } }',
      {
        id: contestId,
      },
    );
    return (contest as Contest).candidates;
  };

  const seal = async (subject: string, ranking: readonly string[]): Promise<Cast> => {
    const { election } = await ask(subject, 'query ($id: ID!) { election(id: $id) { ballotKeys { publicKey } } }', {
      id: electionId,
    });
    const { ballotKeys } = election as { ballotKeys: readonly { publicKey: string }[] };
    const sealed = await sealBallot(ranking, {
      electionId,
      contestId,
      candidates: paper.map(({ id }) => id),
      keys: ballotKeys.map(({ publicKey }) => publicKey),
    });
    return { subject, sealed, receipt: await receiptOf(sealed) };
  };
  const cast = ({ subject, sealed }: Cast) =>
    act(subject, 'castBallots', { electionId, ballots: [{ contestId, sealed }] }, 'receipts { receipt }');

  it('is planned, announced and given its two keys by two people', async () => {
    ({ electionId, contestId } = await planned());
    expect(await act('otto', 'announceElection', { electionId })).toMatchObject(doneAs('announceElection'));
    for (const trustee of ['otto', 'amira']) {
      const key = await makeTrusteeKey();
      keys.push(key);
      expect(await act(trustee, 'registerTrusteeKey', { electionId, publicKey: key.publicKey })).toMatchObject(
        doneAs('registerTrusteeKey'),
      );
    }
  });

  it('has candidates who were nominated, agreed and were screened', async () => {
    await letCome(database, electionId, 'nominations_open_at');
    const { viewer } = await ask('ada', '{ viewer { member { id } } }');
    const adaId = (viewer as { member: { id: string } }).member.id;
    for (const nominator of ['uma', 'rosa'])
      expect(await act(nominator, 'nominateCandidate', { contestId, memberId: adaId })).toMatchObject(
        doneAs('nominateCandidate'),
      );
    const { viewer: asked } = await ask('ada', '{ viewer { candidacies { id contest { id } } } }');
    const { candidacies } = asked as { candidacies: readonly { id: string; contest: { id: string } }[] };
    const own = candidacies.find(({ contest }) => contest.id === contestId);
    expect(await act('ada', 'consentToStand', { candidateId: own?.id })).toMatchObject(doneAs('consentToStand'));
    const { rows } = await database.query<{ subject: string; id: string }>(
      `select m.subject, m.id from group_membership g join member m on m.id = g.member_id
       where g.group_id = $1 and g.status = 'ACTIVE' and m.status = 'ACTIVE' and m.subject like 'student-%' order by m.id limit 1`,
      [demoGroups.hillwalking],
    );
    const other = rows[0] ?? { subject: '', id: '' };
    for (const nominator of [other.subject, 'uma', 'rosa'])
      expect(await act(nominator, 'nominateCandidate', { contestId, memberId: other.id })).toMatchObject(
        doneAs('nominateCandidate'),
      );
    expect(await act('otto', 'nominateCandidate', { contestId, memberId: other.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await letCome(database, electionId, 'nominations_close_at');
    await statusIs(electionId, 'SCREENING');
    for (const { id, isReopen } of await paperAsSeenBy('otto'))
      if (!isReopen)
        expect(await act('otto', 'screenCandidate', { candidateId: id, isEligible: true })).toMatchObject(
          doneAs('screenCandidate'),
        );
    expect(await act('otto', 'publishCandidates', { electionId })).toMatchObject(doneAs('publishCandidates'));
    await letCome(database, electionId, 'campaign_opens_at');
    await statusIs(electionId, 'CAMPAIGN');
    paper = await paperAsSeenBy('rosa');
    expect(paper.map(({ isReopen }) => isReopen)).toEqual([false, false, true]);
  }, 60_000);

  it('takes one ballot of everybody on the roll, again and again the same one, and no other', async () => {
    await letCome(database, electionId, 'voting_opens_at');
    await statusIs(electionId, 'VOTING');
    const { rows } = await database.query<{ subject: string }>(
      `select m.subject from voter_roll_entry v join member m on m.id = v.member_id
       where v.contest_id = $1 and m.subject like 'student-%' order by m.subject limit 18`,
      [contestId],
    );
    const ids = paper.map(({ id }) => id);
    const subjects = ['ada', 'uma', 'rosa', ...rows.map(({ subject }) => subject)];
    for (const [index, subject] of subjects.entries()) {
      const ranking = [...ids.slice(index % 2), ...ids.slice(0, index % 2)].slice(0, 1 + (index % 3));
      votes.push(await seal(subject, ranking));
    }
    for (const vote of votes) expect(await cast(vote)).toMatchObject({ receipts: [{ receipt: vote.receipt }] });
    const [adas] = votes;
    if (adas === undefined) throw new Error('ada has voted');
    expect(await cast(adas)).toMatchObject({ receipts: [{ receipt: adas.receipt }] });
    expect(await cast(await seal('ada', ids))).toMatchObject({ __typename: 'ConflictError' });
    expect(await cast(await seal('omar', ids))).toMatchObject({
      __typename: expect.stringMatching(/Not(Allowed|Found)Error/),
    });
    expect(await act('otto', 'openBallots', { electionId, privateKey: keys[0]?.privateKey })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  }, 60_000);

  it('proves to everybody who voted that their ballot is in the box, and opens with both keys alone', async () => {
    await letCome(database, electionId, 'voting_closes_at');
    await statusIs(electionId, 'CLOSED');
    for (const { subject, receipt } of votes) {
      const { contest } = await ask(
        subject,
        'query ($id: ID!, $receipt: String!) { contest(id: $id) { ballotRoot inclusionProof(receipt: $receipt) { index size path } } }',
        { id: contestId, receipt },
      );
      const { ballotRoot, inclusionProof } = contest as {
        ballotRoot: string;
        inclusionProof: Parameters<typeof verifyInclusion>[1];
      };
      expect(verifyInclusion(receipt, inclusionProof, ballotRoot)).toBe(true);
    }
    expect(await act('otto', 'openBallots', { electionId, privateKey: keys[0]?.privateKey })).toMatchObject(
      doneAs('openBallots'),
    );
    await statusIs(electionId, 'CLOSED');
    expect(await act('amira', 'openBallots', { electionId, privateKey: keys[1]?.privateKey })).toMatchObject(
      doneAs('openBallots'),
    );
    await statusIs(electionId, 'PROVISIONAL');
  }, 60_000);

  it('has a result that anybody can count again, and that is declared when nobody can complain any more', async () => {
    const candidate = '{ id }';
    const { election } = await ask(
      'rosa',
      `query ($id: ID!) { election(id: $id) { seed seedCommitment contests { seats candidates { id isReopen } turnout { cast } result {
         valid blank quota emptySeats elected ${candidate} passedOver ${candidate} ballotFile
         stages { number kind from ${candidate} share { surplus total } votes { candidate ${candidate} votes } nonTransferable lost
           elected ${candidate} tie { between ${candidate} chosen ${candidate} decidedAtStage } } } } } }`,
      { id: electionId },
    );
    const { seed, seedCommitment, contests } = election as {
      seed: string;
      seedCommitment: string;
      contests: readonly (PublishedContest & { turnout: { cast: number }; result: { ballotFile: string } })[];
    };
    const [contest] = contests;
    if (contest === undefined) throw new Error('there is a contest');
    expect(contest.turnout.cast).toBe(votes.length);
    expect(contest.result.valid + contest.result.blank).toBe(votes.length);
    expect(recountContest(contest, contest.result.ballotFile, { seed, seedCommitment })).toMatchObject({
      isEqual: true,
    });

    expect(await act('otto', 'declareElection', { electionId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await letCome(database, electionId, 'complaints_until');
    expect(await act('otto', 'declareElection', { electionId })).toMatchObject(doneAs('declareElection'));
    const { rows } = await database.query(
      `select c.status, m.id is not null as has_office from candidate c join contest k on k.id = c.contest_id join election e on e.id = k.election_id
       left join mandate m on m.position_id = k.position_id and m.member_id = c.member_id and m.starts_at = e.mandates_start_at
       where k.id = $1 and c.is_reopen = false and c.id = any($2::uuid[])`,
      [contestId, contest.result.elected.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ status: 'ELECTED', has_office: true }]);
  }, 60_000);

  it('left nothing of a ballot, a key or who sent what in logs, traces and files of the server', async () => {
    await waitFor(
      'the traces are there',
      async () => receiver.text().includes('openBallots') || receiver.spans.length > 100,
    );
    const secrets = [
      ...votes.flatMap(({ receipt, sealed }) => [receipt, sealed]),
      ...keys.map(({ privateKey }) => privateKey),
      ...votes.slice(3).map(({ subject }) => subject),
    ];
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\/(base|pg_wal|identity)(\/|$)/.test(entry.parentPath))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(files.length).toBeGreaterThan(10);
    const places = { log: platform.output(), traces: receiver.text(), files: Buffer.concat(files).toString('latin1') };
    for (const [place, text] of Object.entries(places))
      expect([place, secrets.filter((secret) => text.includes(secret))]).toEqual([place, []]);
  });
});
