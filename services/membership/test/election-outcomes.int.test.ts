import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { ElectionActs, electionDates, electionStart, mandatesEndAt } from './election-acts.js';
import { Fixture, membership } from './fixture.js';
import { electionMutationNames } from './reached-elsewhere.js';

const clock = new TestClock(electionStart);
let test: TestService;
let acts: ElectionActs;

const known = {
  planned: '',
  contestId: '',
  positionId: '',
  otherPositionId: '',
  groupPositionId: '',
  dissolvedId: '',
  announced: '',
  announcedContestId: '',
  halted: '',
  voided: '',
  screened: '',
  crowded: '',
  provisional: '',
  full: '',
};
const missing = '018f0000-0000-7000-8000-000000000000';

/** Who sends which input to reach a failure. */
type Way = readonly [subject: string | undefined, input: () => object];
type Name = (typeof electionMutationNames)[number];

const draft = { title: 'A new one', schedule: electionDates, campaignRules: 'Be fair.', secondTrustee: 'sys' };
const contest = () => ({ electionId: known.planned, positionId: known.otherPositionId, seats: 1, mandatesEndAt });
const byElection = () => ({ electionId: known.voided, title: 'Another one', schedule: electionDates });
const reason = 'Nobody was told.';

/** What every step with an election meets: one that is missing, somebody who may not, one that is elsewhere. */
const stepping = (elsewhere: () => string, more: () => object = () => ({})) => ({
  NotFoundError: ['otto', () => ({ electionId: missing, ...more() })] as Way,
  NotAllowedError: ['ada', () => ({ electionId: known.announced, ...more() })] as Way,
  IllegalTransitionError: ['otto', () => ({ electionId: elsewhere(), ...more() })] as Way,
});

const ways: Readonly<Record<Name, Readonly<Record<string, Way>>>> = {
  planElection: {
    ValidationError: ['otto', () => ({ ...draft, groupId: known.dissolvedId })],
    NotFoundError: ['otto', () => ({ ...draft, groupId: missing })],
    NotAllowedError: ['ada', () => draft],
    ConflictError: ['otto', () => ({ ...draft, title: 'ANNOUNCED' })],
  },
  editElection: {
    ...stepping(() => known.voided),
    ValidationError: ['otto', () => ({ electionId: known.announced, secondTrustee: 'ada' })],
    ConflictError: ['otto', () => ({ electionId: known.announced, title: 'Planned' })],
  },
  addContest: {
    NotFoundError: ['otto', () => ({ ...contest(), electionId: missing })],
    NotAllowedError: ['sys', contest],
    IllegalTransitionError: ['otto', () => ({ ...contest(), electionId: known.announced })],
    ValidationError: ['otto', () => ({ ...contest(), positionId: known.groupPositionId })],
    LimitReachedError: ['otto', () => ({ ...contest(), electionId: known.crowded })],
    ConflictError: ['otto', () => ({ ...contest(), positionId: known.positionId })],
  },
  editContest: {
    ValidationError: ['otto', () => ({ contestId: known.contestId, seats: 2 })],
    NotFoundError: ['ada', () => ({ contestId: known.contestId, seats: 1 })],
    NotAllowedError: ['sys', () => ({ contestId: known.contestId, seats: 1 })],
    IllegalTransitionError: ['otto', () => ({ contestId: known.announcedContestId, seats: 1 })],
  },
  removeContest: {
    NotFoundError: ['otto', () => ({ contestId: missing })],
    NotAllowedError: ['sys', () => ({ contestId: known.contestId })],
    IllegalTransitionError: ['otto', () => ({ contestId: known.announcedContestId })],
  },
  announceElection: {
    ...stepping(() => known.announced),
    ValidationError: ['otto', () => ({ electionId: known.full })],
  },
  publishCandidates: {
    ...stepping(() => known.announced),
    ConflictError: ['otto', () => ({ electionId: known.screened })],
  },
  declareElection: {
    ...stepping(() => known.announced),
    ConflictError: ['otto', () => ({ electionId: known.provisional })],
  },
  suspendElection: {
    ...stepping(
      () => known.voided,
      () => ({ reason }),
    ),
    ValidationError: ['otto', () => ({ electionId: known.announced, reason: ' ' })],
  },
  resumeElection: {
    ...stepping(() => known.announced),
    ValidationError: [
      'otto',
      () => ({ electionId: known.halted, schedule: { ...electionDates, votingClosesAt: electionStart } }),
    ],
  },
  voidElection: {
    ...stepping(
      () => known.voided,
      () => ({ reason }),
    ),
    ValidationError: ['otto', () => ({ electionId: known.announced, reason: 'x'.repeat(1001) })],
  },
  planByElection: {
    ...stepping(
      () => known.announced,
      () => ({ title: 'Another one', schedule: electionDates }),
    ),
    ValidationError: ['otto', () => ({ ...byElection(), title: ' ' })],
    ConflictError: ['otto', () => ({ ...byElection(), title: 'Planned' })],
  },
};

const cases = electionMutationNames.flatMap((mutation) =>
  Object.entries(ways[mutation]).map(([failure, [subject, input]]) => ({ mutation, failure, subject, input })),
);

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  acts = new ElectionActs(test, clock);
  const fixture = new Fixture(test);
  const ada = await fixture.member('ada');
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
  const union = async () => (await fixture.position(undefined, 'UNION_OFFICER')).id;
  const group = await fixture.group('Chess', [ada.id]);
  [known.positionId, known.otherPositionId] = [await union(), await union()];
  known.groupPositionId = (await fixture.position(group.id)).id;
  known.dissolvedId = (await fixture.group('Dissolved', [ada.id], 'DISSOLVED')).id;
  const planned = await acts.planned('Planned', [known.positionId]);
  [known.planned, known.contestId] = [planned.electionId, planned.contestIds[0] ?? ''];
  const announced = await acts.announced('Announced', [known.positionId]);
  [known.announced, known.announcedContestId] = [announced.electionId, announced.contestIds[0] ?? ''];
  known.halted = (await acts.announced('Halted', [known.positionId])).electionId;
  await acts.kind('otto', 'suspendElection', { electionId: known.halted, reason });
  known.voided = (await acts.announced('Voided', [known.positionId])).electionId;
  await acts.kind('otto', 'voidElection', { electionId: known.voided, reason });
  known.full = (await acts.planned('Without a contest', [])).electionId;
  const crowd: string[] = [];
  for (let index = 0; index < 50; index += 1) crowd.push(await union());
  known.crowded = (await acts.planned('Crowded', crowd)).electionId;
  const screened = await acts.announced('Screened', [known.positionId]);
  known.screened = screened.electionId;
  await acts.stand(screened.contestIds[0] ?? '', ada.id, 'CONSENTED');
  await test.dataSource.query(`update election set status = 'SCREENING' where id = $1`, [known.screened]);
  known.provisional = (await acts.announced('Provisional', [known.positionId])).electionId;
  // As if it were counted long ago, but for the count itself.
  await test.dataSource.query(
    `update election set status = 'PROVISIONAL', complaints_until = '2096-01-01T00:00:00Z' where id = $1`,
    [known.provisional],
  );
}, 120_000);
afterAll(() => test.stop());

describe('every expected failure around the life of elections', () => {
  it.each(cases)('$mutation can end as $failure', async ({ mutation, failure, subject, input }) => {
    expect(await acts.kind(subject, mutation, input())).toBe(failure);
  });

  it('stands in this list, but for conflicts that need two at once', () => {
    const schema = buildServiceSchema(membership);
    for (const name of electionMutationNames) {
      const result = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
      const failures = isUnionType(result) ? result.getTypes().map((type) => type.name) : [];
      const missed = failures.filter(
        (type) => type.endsWith('Error') && type !== 'ConflictError' && ways[name][type] === undefined,
      );
      expect({ name, isUnion: failures.length > 0, missed }).toEqual({ name, isUnion: true, missed: [] });
    }
  });
});
