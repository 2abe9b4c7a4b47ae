import { receiptOf, sealBallot, type TrusteeKey } from '@guildhall/ballot';
import type { TestService } from '@guildhall/testing';
import { electionDates, type ElectionActs } from '../election-acts.js';
import type { Fixture } from '../fixture.js';

/** What somebody voted in a contest, as only they know. */
export type CastVote = {
  readonly memberId: string;
  readonly subject: string;
  readonly receipt: string;
  /** As the database writes a list of ids. */
  readonly preferences: string;
};

/** A real election in which voting is open. */
export type SecretElection = {
  readonly electionId: string;
  readonly contestIds: readonly string[];
  readonly keys: readonly TrusteeKey[];
  readonly voters: readonly { readonly memberId: string; readonly subject: string }[];
  /** By contest, in the order of the ballot paper. */
  readonly papers: ReadonlyMap<string, readonly string[]>;
};

const standing = ['cleo', 'dario', 'enid', 'farid', 'gwen'] as const;
const seconders = ['hana', 'ivor', 'jun', 'kofi', 'lena'] as const;

/** Runs an election as its people do, from the plan to the opening of voting. */
export async function openSecretElection(
  { test, fixture, acts }: { readonly test: TestService; readonly fixture: Fixture; readonly acts: ElectionActs },
  count: number,
): Promise<SecretElection> {
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
  const members = new Map<string, string>();
  for (const subject of [...standing, ...seconders]) members.set(subject, (await fixture.member(subject)).id);
  const voters = [];
  for (let index = 0; index < count; index += 1) {
    const subject = `voter-${String(index).padStart(3, '0')}`;
    voters.push({ subject, memberId: (await fixture.member(subject)).id });
  }
  const positions = [];
  for (let index = 0; index < 3; index += 1) positions.push((await fixture.position(undefined, 'UNION_OFFICER')).id);
  const { electionId, contestIds } = await acts.announced('The secret election', positions);
  const keys = await acts.giveKeys(electionId);
  await acts.come('open-nominations', electionId, electionDates.nominationsOpenAt);
  for (const contestId of contestIds) await nominateAll(test, contestId, members);
  await acts.come('close-nominations', electionId, electionDates.nominationsCloseAt);
  for (const contestId of contestIds) await screenAll(test, await acts.paper(contestId));
  await say(test, 'otto', ['publishCandidates', { electionId }]);
  await acts.come('open-campaign', electionId, electionDates.campaignOpensAt);
  await acts.come('open-voting', electionId, electionDates.votingOpensAt);
  const papers = new Map<string, readonly string[]>();
  for (const contestId of contestIds) papers.set(contestId, [...(await acts.paper(contestId)).values()]);
  return { electionId, contestIds, keys, voters, papers };
}

async function nominateAll(test: TestService, contestId: string, members: ReadonlyMap<string, string>): Promise<void> {
  for (const subject of standing)
    for (const by of [subject, ...seconders])
      await say(test, by, ['nominateCandidate', { contestId, memberId: members.get(subject) }]);
}

async function screenAll(test: TestService, paper: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, candidateId] of paper)
    if (name !== 'Re-open nominations') await say(test, 'otto', ['screenCandidate', { candidateId, isEligible: true }]);
}

/** Does something as somebody; throws unless it is done. */
async function say(test: TestService, subject: string, [name, input]: readonly [string, object]): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { done: ${name}(input: $input) { __typename ... on UserError { message } } }`;
  const { data, errors } = await test.run(subject, query, { input });
  if ((data?.['done'] as { __typename: string } | undefined)?.__typename !== `${type}Success`)
    throw new Error(`${name} as ${subject}: ${JSON.stringify({ data, errors })}`);
}

/** The list of this number among all orders of some names, so that every voter can rank another way. */
export function orderOf(names: readonly string[], number: number): readonly string[] {
  const left = [...names];
  let rest = number;
  return names.map(() => {
    const place = rest % left.length;
    rest = Math.floor(rest / left.length);
    return left.splice(place, 1)[0] ?? '';
  });
}

type Casting = {
  readonly voter: SecretElection['voters'][number];
  readonly ranking: number;
  readonly contestIds: readonly string[];
};

/** Seals in the voter's place and casts in one submission; tells what was cast in each contest. */
export async function castAs(
  test: TestService,
  election: SecretElection,
  { voter, ranking, contestIds }: Casting,
): Promise<ReadonlyMap<string, CastVote>> {
  const { electionId, papers, keys } = election;
  const votes = new Map<string, CastVote>();
  const ballots: { contestId: string; sealed: string }[] = [];
  for (const contestId of contestIds) {
    const candidates = papers.get(contestId) ?? [];
    const preferences = orderOf(candidates, ranking);
    const sealed = await sealBallot(preferences, {
      electionId,
      contestId,
      candidates,
      keys: keys.map(({ publicKey }) => publicKey),
    });
    ballots.push({ contestId, sealed });
    votes.set(contestId, { ...voter, receipt: await receiptOf(sealed), preferences: `{${preferences.join(',')}}` });
  }
  await say(test, voter.subject, ['castBallots', { electionId, ballots }]);
  return votes;
}
