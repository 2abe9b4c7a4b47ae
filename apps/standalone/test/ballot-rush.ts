import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTrusteeKey, sealBallot, sealedLength, type TrusteeKey } from '@guildhall/client';
import type { Client } from 'pg';

/** An election in which voting is open, with a roll of people made for it. */
export type RushElection = {
  readonly electionId: string;
  readonly contests: readonly { readonly id: string; readonly candidates: readonly string[] }[];
  /** The returning officer's first. */
  readonly keys: readonly TrusteeKey[];
  readonly subjects: readonly string[];
};

const standing = 4;

/** Fixture: writes an open election of the union, with new members on the rolls of all its contests. */
export async function openRushElection(
  database: Client,
  { voters, contests }: { readonly voters: number; readonly contests: number },
): Promise<RushElection> {
  const [electionId, name] = [randomUUID(), randomUUID().slice(0, 8)];
  const keys = [await makeTrusteeKey(), await makeTrusteeKey()];
  const subjects = Array.from({ length: voters }, (_unused, index) => `rush-${name}-${index}`);
  await database.query(
    `insert into member select made.* from (select to_jsonb(member) as row from member where subject = 'ada') a,
       unnest($1::text[]) as s(subject), lateral jsonb_populate_record(null::member, a.row ||
         jsonb_build_object('id', gen_random_uuid(), 'subject', s.subject, 'student_number', s.subject)) made`,
    [subjects],
  );
  await database.query(
    `insert into election (id, title, status, campaign_rules, rules_version, returning_officer, second_trustee, seed, seed_commitment,
       nominations_open_at, nominations_close_at, campaign_opens_at, voting_opens_at, voting_closes_at, mandates_start_at, announced_at, version)
     select $1, $2, 'VOTING', 'Be kind.', 1, 'otto', 'amira', $3, $3, n - interval '9 days', n - interval '7 days', n - interval '5 days',
       n - interval '1 day', n + interval '3 hours', n + interval '60 days', n - interval '10 days', 1 from (select now() as n) t`,
    [electionId, `Rush ${name}`, createHash('sha256').update(name).digest('hex')],
  );
  for (const [index, role] of ['RETURNING_OFFICER', 'SECOND'].entries())
    await database.query('insert into trustee_key (election_id, role, holder, public_key) values ($1, $2, $3, $4)', [
      electionId,
      role,
      index === 0 ? 'otto' : 'amira',
      keys[index]?.publicKey,
    ]);
  const made = [];
  for (let place = 1; place <= contests; place += 1) made.push(await addContest(database, { electionId, place }));
  await database.query(
    `insert into voter_roll_entry (contest_id, member_id) select c.id, m.id from contest c cross join member m
     where c.election_id = $1 and m.subject = any($2::text[]) order by random()`,
    [electionId, subjects],
  );
  return { electionId, contests: made, keys, subjects };
}

async function addContest(
  database: Client,
  { electionId, place }: { readonly electionId: string; readonly place: number },
): Promise<RushElection['contests'][number]> {
  const [id, positionId] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into position (id, title, kind, seats, version) values ($1, 'Rush officer', 'UNION_OFFICER', 1, 1)`,
    [positionId],
  );
  await database.query(
    `insert into contest (id, election_id, position_id, seats, mandates_end_at, place, version)
     values ($1, $2, $3, 1, now() + interval '300 days', $4, 1)`,
    [id, electionId, positionId, place],
  );
  const candidates = Array.from({ length: standing + 1 }, () => randomUUID() as string);
  await database.query(
    `insert into candidate (id, contest_id, name, is_reopen, status, statements, ballot_place, nominated_at, changed_at, version)
     select c.id, $1, 'Candidate ' || c.place, c.place > $3, case when c.place <= $3 then 'STANDING' end, '[]', c.place, now(), now(), 1
     from unnest($2::uuid[]) with ordinality as c(id, place)`,
    [id, candidates, standing],
  );
  return { id, candidates };
}

/** What somebody sends: one sealed ballot for each contest. */
export type Submission = { readonly ballots: readonly { readonly contestId: string; readonly sealed: string }[] };

/** Seals a ballot for each contest as a voter's browser does, each ranking all candidates from another one on. */
export async function sealAll({ electionId, contests, keys }: RushElection, from: number): Promise<Submission> {
  const ballots = contests.map(async ({ id, candidates }, index) => {
    const turn = (from + index) % candidates.length;
    const ranking = [...candidates.slice(turn), ...candidates.slice(0, turn)];
    const options = { electionId, contestId: id, candidates, keys: keys.map(({ publicKey }) => publicKey) };
    return { contestId: id, sealed: await sealBallot(ranking, options) };
  });
  return { ballots: await Promise.all(ballots) };
}

/** Bytes of the length of sealed ballots. The platform cannot tell them from these before the close, and sealing costs it nothing. */
export function unreadable({ contests }: RushElection): Submission {
  const bytes = (candidates: readonly string[]): string =>
    randomBytes(sealedLength(candidates.length)).toString('base64url');
  return { ballots: contests.map(({ id, candidates }) => ({ contestId: id, sealed: bytes(candidates) })) };
}

/** What a voter was told in the end, and how often they had to ask. */
export type Told = {
  readonly kind: string;
  readonly receipts: readonly string[];
  readonly tries: number;
  readonly ms: number;
};

const document = `mutation Rush($input: CastBallotsInput!) { castBallots(input: $input) {
  __typename ... on CastBallotsSuccess { receipts { receipt } } ... on UserError { message } } }`;

/** Casts until there is an answer: who hears nothing, or that the platform is busy, sends the same ballots again. */
export async function castUntilTold(
  url: string,
  token: string,
  { electionId, ballots }: Submission & Pick<RushElection, 'electionId'>,
): Promise<Told> {
  const body = JSON.stringify({ query: document, variables: { input: { electionId, ballots } } });
  const started = performance.now();
  for (let tries = 1; tries <= 500; tries += 1) {
    const told = readAnswer(await post(url, token, body));
    if (told !== undefined) return { ...told, tries, ms: performance.now() - started };
    await sleep(20 + Math.min(tries, 20) * 10);
  }
  throw new Error('nobody answered 500 times');
}

/** Sends once; nothing when the connection or the answer broke off. */
async function post(url: string, token: string, body: string): Promise<Answer | undefined> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    return (await response.json()) as Answer;
  } catch {
    return undefined;
  }
}

/** What was told; nothing where it is worth asking again. Throws for an answer that nobody should get. */
function readAnswer(answer: Answer | undefined): Pick<Told, 'kind' | 'receipts'> | undefined {
  const told = answer?.data?.castBallots;
  if (told) return { kind: told.__typename, receipts: (told.receipts ?? []).map(({ receipt }) => receipt) };
  const lasting = (answer?.errors ?? []).filter(({ extensions }) => !passing.has(extensions?.code ?? ''));
  if (lasting.length > 0) throw new Error(`ballots were answered with ${lasting[0]?.extensions?.code}`);
  return undefined;
}

type Answer = {
  readonly data?: {
    readonly castBallots?: {
      readonly __typename: string;
      readonly receipts?: readonly { readonly receipt: string }[];
    } | null;
  } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
};

const passing: ReadonlySet<string> = new Set([
  'OVERLOADED',
  'RATE_LIMITED',
  'DEADLINE_EXCEEDED',
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
]);

/** What one voter's devices were told. */
export type VoterLog = { readonly subject: string; readonly devices: readonly Told[]; readonly sent: number };

/** What the database holds of a rush, beside what people were told. */
export type Tally = {
  /** For each contest: how many on the roll have voted, and how many ballots there are. */
  readonly contests: readonly { readonly voted: number; readonly ballots: number }[];
  readonly toldNotStored: readonly string[];
  /** Voters who were not told exactly once that a set of ballots of theirs is cast. */
  readonly wronglyTold: readonly string[];
};

/** Compares what people were told with what is stored. */
export async function tallyOf(
  database: Client,
  { electionId }: RushElection,
  logs: readonly VoterLog[],
): Promise<Tally> {
  const { rows: contests } = await database.query<{ voted: number; ballots: number }>(
    `select (select count(*)::int from voter_roll_entry v where v.contest_id = c.id and v.has_voted) as voted,
       (select count(*)::int from ballot b where b.contest_id = c.id) as ballots
     from contest c where c.election_id = $1 order by c.place`,
    [electionId],
  );
  const told = logs.flatMap(({ devices }) => devices.flatMap(({ receipts }) => receipts));
  const { rows: stored } = await database.query<{ receipt: string }>(
    'select b.receipt from ballot b join contest c on c.id = b.contest_id where c.election_id = $1',
    [electionId],
  );
  const kept = new Set(stored.map(({ receipt }) => receipt));
  const wronglyTold = logs.filter(({ devices }) => {
    const sets = new Set(
      devices.filter(({ kind }) => kind === 'CastBallotsSuccess').map(({ receipts }) => receipts.join()),
    );
    return sets.size !== 1 || devices.some(({ kind }) => kind !== 'CastBallotsSuccess' && kind !== 'ConflictError');
  });
  return {
    contests,
    toldNotStored: told.filter((receipt) => !kept.has(receipt)),
    wronglyTold: wronglyTold.map(({ subject }) => subject),
  };
}

/** Does some work for all items, so many at a time. */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const outcomes: R[] = [];
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) outcomes.push(await work(item, index));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

/**
 * One voter: nine of ten send once, some send the same twice at once, and some send two different sets from two devices at
 * once, of which one alone can be cast.
 */
export async function voteOnce(
  {
    url,
    election,
    submission,
  }: { url: string; election: RushElection; submission: (place: number) => Promise<Submission> },
  { subject, token, place }: { readonly subject: string; readonly token: string; readonly place: number },
): Promise<VoterLog> {
  const send = (given: Submission) => castUntilTold(url, token, { ...given, electionId: election.electionId });
  const first = await submission(place);
  const others: Submission[] = [];
  if (place % 10 === 3) others.push(first);
  if (place % 20 === 7) others.push(await submission(place + 1));
  const devices = await Promise.all([first, ...others].map(send));
  return { subject, devices, sent: devices.reduce((sum, { tries }) => sum + tries, 0) };
}
