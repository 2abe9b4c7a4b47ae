import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTrusteeKey } from '@guildhall/ballot';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { ballotMutationNames } from './ballot-mutation-names.js';
import { BallotBox, duringVoting, type OpenElection, type Sent } from './ballot-box.js';
import { ElectionActs } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

type Way = { readonly subject: string | undefined; readonly input: () => object };
const way = (subject: string | undefined, input: () => object): Way => ({ subject, input });

let test: TestService;
let box: BallotBox;
let open: OpenElection;
let campaign: OpenElection;
let closed: OpenElection;
let ballot: Sent;
let other: Sent;
let publicKey: string;
const missing = '018f0000-0000-7000-8000-000000000000';

beforeAll(async () => {
  test = await startTestService(membership, { clock: new TestClock(duringVoting) });
  const fixture = new Fixture(test);
  box = new BallotBox(test, fixture);
  const acts = new ElectionActs(test, new TestClock(duringVoting));
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
  const voters = [await fixture.member('ada'), await fixture.member('rosa')];
  await fixture.member('late');
  open = await box.open(voters);
  campaign = await box.open(voters, { status: 'CAMPAIGN' });
  closed = await box.open(voters, { status: 'CLOSED' });
  // Voting of this one opens later, so its keys can still be given.
  await test.dataSource.query(
    `update election set voting_opens_at = '2096-09-26T08:00:00Z', voting_closes_at = '2096-09-28T08:00:00Z' where id = $1`,
    [campaign.id],
  );
  publicKey = (await makeTrusteeKey()).publicKey;
  const [contest] = open.contests;
  if (contest === undefined) throw new Error('an election has contests');
  [ballot, other] = await Promise.all([box.seal(open, contest, [0]), box.seal(open, contest, [1])]);
  await box.cast('rosa', open.id, [ballot]);
});
afterAll(() => test.stop());

const ballots =
  (electionId: () => string, sent: () => readonly Sent[]): Way['input'] =>
  () => ({ electionId: electionId(), ballots: sent() });
const key =
  (electionId: () => string, more: () => object): Way['input'] =>
  () => ({ electionId: electionId(), ...more() });

/** Every expected failure of each mutation. */
const ways: Readonly<Record<(typeof ballotMutationNames)[number], Readonly<Record<string, Way>>>> = {
  castBallots: {
    ValidationError: way(
      'ada',
      ballots(
        () => open.id,
        () => [],
      ),
    ),
    NotFoundError: way(
      'ada',
      ballots(
        () => missing,
        () => [other],
      ),
    ),
    NotAllowedError: way(
      'late',
      ballots(
        () => open.id,
        () => [other],
      ),
    ),
    IllegalTransitionError: way(
      'ada',
      ballots(
        () => closed.id,
        () => [{ ...other, contestId: closed.contests[0]?.id ?? '' }],
      ),
    ),
    ConflictError: way(
      'rosa',
      ballots(
        () => open.id,
        () => [other],
      ),
    ),
  },
  registerTrusteeKey: {
    ValidationError: way(
      'otto',
      key(
        () => campaign.id,
        () => ({ publicKey: 'no key' }),
      ),
    ),
    NotFoundError: way(
      'otto',
      key(
        () => missing,
        () => ({ publicKey }),
      ),
    ),
    NotAllowedError: way(
      'ada',
      key(
        () => campaign.id,
        () => ({ publicKey }),
      ),
    ),
    IllegalTransitionError: way(
      'otto',
      key(
        () => open.id,
        () => ({ publicKey }),
      ),
    ),
    ConflictError: way(
      'otto',
      key(
        () => campaign.id,
        () => ({ publicKey: campaign.second.publicKey }),
      ),
    ),
  },
  openBallots: {
    ValidationError: way(
      'otto',
      key(
        () => closed.id,
        () => ({ privateKey: open.officer.privateKey }),
      ),
    ),
    NotFoundError: way(
      'otto',
      key(
        () => missing,
        () => ({ privateKey: open.officer.privateKey }),
      ),
    ),
    NotAllowedError: way(
      'ada',
      key(
        () => closed.id,
        () => ({ privateKey: open.officer.privateKey }),
      ),
    ),
    IllegalTransitionError: way(
      'otto',
      key(
        () => open.id,
        () => ({ privateKey: open.officer.privateKey }),
      ),
    ),
  },
};
const cases = Object.entries(ways).flatMap(([mutation, members]) =>
  Object.entries(members).map(([member, { subject, input }]) => ({ mutation, member, subject, input })),
);
const schema = buildServiceSchema(membership);

describe('every expected failure of sealed ballots', () => {
  it.each(cases)('$mutation can end as $member', async ({ mutation, member, subject, input }) => {
    expect((await box.send(subject, mutation, input())).__typename).toBe(member);
  });

  it.each(ballotMutationNames)('of %s stands in this list, but for conflicts', (mutation) => {
    const result = schema.getType(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`);
    const failures = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
    const isExpected = (name: string): boolean => name.endsWith('Error') && name !== 'ConflictError';
    expect(Object.keys(ways[mutation]).filter(isExpected).toSorted()).toEqual(failures.filter(isExpected).toSorted());
  });
});
