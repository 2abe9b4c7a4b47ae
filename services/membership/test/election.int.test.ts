import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { ElectionActs, electionDates, electionStart } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(electionStart);
let test: TestService;
let fixture: Fixture;
let acts: ElectionActs;
let ada: Member;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new ElectionActs(test, clock);
  ada = await fixture.member('ada');
  await fixture.member('rosa');
  await fixture.member('milo', { programme: 'Biology' });
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('olga', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
});
beforeEach(() => clock.set(electionStart));
afterAll(() => test.stop());

let titles = 0;
const title = (): string => `Election ${(titles += 1)}`;
const office = async (): Promise<string> => (await fixture.position(undefined, 'UNION_OFFICER')).id;
const statusOf = async (id: string) => (await acts.look('otto', id))?.['status'];
const rows = (query: string, parameters: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  test.dataSource.query(query, [...parameters]);

describe('an election that is planned', () => {
  it('is seen by who runs elections and its second trustee, and by everybody else like one that is missing', async () => {
    const { electionId } = await acts.planned(title(), [await office()]);
    for (const subject of ['otto', 'olga', 'sys'])
      expect(await acts.look(subject, electionId)).toMatchObject({ id: electionId });
    for (const subject of ['ada', undefined]) {
      expect(await acts.look(subject, electionId)).toEqual(await acts.look(subject, acts.missing));
      expect(await acts.act(subject, 'voidElection', { electionId, reason: 'x' })).toEqual(
        await acts.act(subject, 'voidElection', { electionId: acts.missing, reason: 'x' }),
      );
    }
    expect(await acts.look('otto', electionId)).toMatchObject({ status: 'PLANNED', seedCommitment: null, seed: null });
    await acts.kind('otto', 'announceElection', { electionId });
    expect(await acts.look(undefined, electionId)).toMatchObject({
      status: 'NOMINATIONS',
      seedCommitment: expect.stringMatching(/^[0-9a-f]{64}$/),
      seed: null,
    });
  });

  it('hides its contests from a stranger who asks for them as entities', async () => {
    const { electionId, contestIds } = await acts.planned(title(), [await office()]);
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Election { id } ... on Contest { id } } }';
    const representations = [
      { __typename: 'Election', id: electionId },
      { __typename: 'Contest', id: contestIds[0] },
    ];
    expect((await test.run('ada', query, { representations })).data?.['_entities']).toEqual([null, null]);
    expect((await test.run('otto', query, { representations })).data?.['_entities']).toEqual([
      { id: electionId },
      { id: contestIds[0] },
    ]);
  });

  it('gains, changes and loses contests, each with its choice to re-open nominations, until it is announced', async () => {
    const { electionId, contestIds } = await acts.planned(title(), [await office(), await office()]);
    const [first, second] = contestIds;
    const reopen = () =>
      rows(
        'select count(*)::int as n from candidate k join contest c on c.id = k.contest_id where c.election_id = $1 and k.is_reopen',
        [electionId],
      );
    expect(await reopen()).toEqual([{ n: 2 }]);
    expect(
      await acts.act('otto', 'editContest', { contestId: first, mandatesEndAt: '2097-09-01T00:00:00.000Z' }),
    ).toMatchObject({
      contest: { mandatesEndAt: '2097-09-01T00:00:00.000Z', seats: 1 },
    });
    expect(await acts.kind('olga', 'removeContest', { contestId: second })).toBe('RemoveContestSuccess');
    expect(await reopen()).toEqual([{ n: 1 }]);
    await acts.kind('otto', 'announceElection', { electionId });
    expect(await acts.kind('otto', 'removeContest', { contestId: first })).toBe('IllegalTransitionError');
  });

  it('tells who votes in each of its contests', async () => {
    const group = await fixture.group(title(), [ada.id]);
    const course = await fixture.position(undefined, 'COURSE_REP');
    await rows('update position set constituency = $2 where id = $1', [course.id, 'History, year 1']);
    const union = await acts.announced(title(), [await office(), course.id]);
    const committee = await acts.announced(title(), [(await fixture.position(group.id)).id], { groupId: group.id });
    const electorates = async (id: string) =>
      (
        await acts.look(
          'ada',
          id,
          'contests { electorate { kind group { id } constituency { programme year } } turnout { cast } }',
        )
      )?.['contests'];
    expect(await electorates(union.electionId)).toEqual([
      { electorate: { kind: 'EVERYBODY', group: null, constituency: null }, turnout: null },
      {
        electorate: { kind: 'CONSTITUENCY', group: null, constituency: { programme: 'History', year: 1 } },
        turnout: null,
      },
    ]);
    expect(await electorates(committee.electionId)).toEqual([
      { electorate: { kind: 'GROUP_MEMBERS', group: { id: group.id }, constituency: null }, turnout: null },
    ]);
    // The roll of each contest is frozen from exactly these people, at the opening.
    for (const { electionId } of [union, committee])
      await rows('update election set status = $2 where id = $1', [electionId, 'CAMPAIGN']);
    for (const { electionId } of [union, committee]) await acts.giveKeys(electionId);
    for (const { electionId } of [union, committee])
      await acts.come('open-voting', electionId, electionDates.votingOpensAt);
    const complains = async (subject: string) =>
      JSON.stringify((await acts.look(subject, committee.electionId))?.['viewerActions']).includes('"COMPLAIN"');
    expect([await complains('ada'), await complains('rosa'), await complains('otto')]).toEqual([true, false, false]);
    const roll = async (contestId: string | undefined) =>
      rows(
        'select m.subject from voter_roll_entry v join member m on m.id = v.member_id where v.contest_id = $1 order by 1',
        [contestId],
      );
    const named = (...subjects: readonly string[]) => subjects.map((subject) => ({ subject }));
    expect(await roll(union.contestIds[0])).toEqual(named('ada', 'milo', 'rosa'));
    expect(await roll(union.contestIds[1])).toEqual(named('ada', 'rosa'));
    expect(await roll(committee.contestIds[0])).toEqual(named('ada'));
  });
});

describe('an election that is announced', () => {
  it('follows its dates by itself, at each instant and not before', async () => {
    const { electionId } = await acts.announced(title(), [await office()]);
    expect(await statusOf(electionId)).toBe('NOMINATIONS');
    await acts.come('open-nominations', electionId, electionDates.nominationsOpenAt);
    await acts.hurry(`tell-of-election:ELECTION_OPENS:${electionId}`);
    expect(
      await rows('select reason, count(*)::int as n from notification where subject_id = $1 group by reason', [
        electionId,
      ]),
    ).toEqual([{ reason: 'ELECTION_OPENS', n: 3 }]);
    await acts.come('close-nominations', electionId, electionDates.nominationsCloseAt);
    expect(await statusOf(electionId)).toBe('SCREENING');
    await acts.kind('otto', 'publishCandidates', { electionId });
    expect(await statusOf(electionId)).toBe('CANDIDATES_PUBLISHED');
    await acts.giveKeys(electionId);
    await acts.come('open-campaign', electionId, electionDates.campaignOpensAt);
    expect(await statusOf(electionId)).toBe('CAMPAIGN');
    await acts.come('open-voting', electionId, electionDates.votingOpensAt);
    expect(await statusOf(electionId)).toBe('VOTING');
    await acts.come('close-voting', electionId, electionDates.votingClosesAt);
    expect(await statusOf(electionId)).toBe('CLOSED');
  });

  it('moves its clocks with its dates, and a job of earlier dates does nothing', async () => {
    const { electionId } = await acts.announced(title(), [await office()]);
    const schedule = { ...electionDates, nominationsCloseAt: '2096-09-18T16:00:00.000Z' };
    expect(await acts.kind('otto', 'editElection', { electionId, schedule })).toBe('EditElectionSuccess');
    await rows(
      'select graphile_worker.add_job($1, json_build_object($2::text, $3::text, $4::text, $5::text), job_key := $6, run_at := $7)',
      [
        'close-nominations',
        'electionId',
        electionId,
        '_due',
        electionDates.nominationsCloseAt,
        `stale:${electionId}`,
        '2096-12-01T00:00:00Z',
      ],
    );
    clock.set(electionDates.nominationsCloseAt);
    await acts.hurry(`stale:${electionId}`);
    expect(await statusOf(electionId)).toBe('NOMINATIONS');
    await acts.come('close-nominations', electionId, schedule.nominationsCloseAt);
    expect(await statusOf(electionId)).toBe('SCREENING');
  });

  it('begins its campaign at once where candidates are published after that instant', async () => {
    const { electionId } = await acts.announced(title(), [await office()]);
    await acts.come('close-nominations', electionId, electionDates.nominationsCloseAt);
    await acts.come('open-campaign', electionId, electionDates.campaignOpensAt);
    expect(await statusOf(electionId)).toBe('SCREENING');
    await acts.kind('otto', 'publishCandidates', { electionId });
    expect(await statusOf(electionId)).toBe('CAMPAIGN');
  });

  it('keeps its candidates back while somebody waits to be screened or can appeal, and offers no button for it', async () => {
    const { electionId, contestIds } = await acts.announced(title(), [await office()]);
    await acts.come('close-nominations', electionId, electionDates.nominationsCloseAt);
    const candidateId = await acts.stand(contestIds[0] ?? '', ada.id, 'CONSENTED');
    expect(await acts.kind('otto', 'publishCandidates', { electionId })).toBe('ConflictError');
    expect((await acts.look('otto', electionId))?.['viewerActions']).not.toContain('PUBLISH_CANDIDATES');
    expect(await acts.refuse(candidateId)).toBe('ScreenCandidateSuccess');
    expect(await acts.kind('otto', 'publishCandidates', { electionId })).toBe('ConflictError');
    expect((await acts.look('otto', electionId))?.['viewerActions']).not.toContain('PUBLISH_CANDIDATES');
    clock.set('2096-09-22T00:00:00.000Z');
    expect((await acts.look('otto', electionId))?.['viewerActions']).toContain('PUBLISH_CANDIDATES');
    expect(await acts.kind('otto', 'publishCandidates', { electionId })).toBe('PublishCandidatesSuccess');
  });

  it('halts by itself when voting is to open without published candidates or keys, and says why', async () => {
    const unpublished = await acts.announced(title(), [await office()]);
    await acts.come('close-nominations', unpublished.electionId, electionDates.nominationsCloseAt);
    await acts.come('open-voting', unpublished.electionId, electionDates.votingOpensAt);
    expect(await acts.look('ada', unpublished.electionId)).toMatchObject({
      status: 'SUSPENDED',
      statusReason: 'Who stands was not published before voting was to open.',
      viewerActions: [],
    });
    clock.set(electionStart);
    const keyless = await acts.announced(title(), [await office()]);
    await acts.come('close-nominations', keyless.electionId, electionDates.nominationsCloseAt);
    await acts.kind('otto', 'publishCandidates', { electionId: keyless.electionId });
    await acts.come('open-voting', keyless.electionId, electionDates.votingOpensAt);
    expect(await acts.look('ada', keyless.electionId)).toMatchObject({
      status: 'SUSPENDED',
      statusReason: 'The trustees had not given both keys of the ballots when voting was to open.',
    });
    expect(
      await rows('select 1 from voter_roll_entry v join contest c on c.id = v.contest_id where c.election_id = $1', [
        keyless.electionId,
      ]),
    ).toEqual([]);
    // It is taken up with later dates and opens on these.
    await acts.giveKeys(keyless.electionId);
    expect(await acts.kind('otto', 'resumeElection', { electionId: keyless.electionId })).toBe('ValidationError');
    const keysTooLate = { electionId: keyless.electionId, publicKey: 'x' };
    expect(await acts.kind('otto', 'registerTrusteeKey', keysTooLate)).toBe('IllegalTransitionError');
    const schedule = { ...electionDates, votingOpensAt: '2096-09-25T08:00:00.000Z' };
    expect(await acts.act('otto', 'resumeElection', { electionId: keyless.electionId, schedule })).toMatchObject({
      election: { status: 'CAMPAIGN', statusReason: null },
    });
    await acts.giveKeys(keyless.electionId);
    await acts.come('open-voting', keyless.electionId, schedule.votingOpensAt);
    expect(await statusOf(keyless.electionId)).toBe('VOTING');
  });

  it('does not open a vote that would be over already', async () => {
    const { electionId } = await acts.campaign(title(), await office(), [ada.id]);
    await acts.come('open-voting', electionId, electionDates.votingClosesAt);
    expect(await acts.look('ada', electionId)).toMatchObject({
      status: 'SUSPENDED',
      statusReason: 'Voting could not be opened on time.',
    });
  });

  it('halts with a reason and stands still until it is taken up again', async () => {
    const { electionId } = await acts.campaign(title(), await office(), [ada.id]);
    await acts.come('open-voting', electionId, electionDates.votingOpensAt);
    expect(await acts.act('olga', 'suspendElection', { electionId, reason: 'The power is out.' })).toMatchObject({
      election: { status: 'SUSPENDED', statusReason: 'The power is out.' },
    });
    expect(await acts.waits(`close-voting:${electionId}`)).toBe(false);
    const voting = async (subject: string) =>
      JSON.stringify((await test.run(subject, '{ viewer { electionsToVoteIn { id } } }')).data).includes(electionId);
    expect(await voting('rosa')).toBe(false);
    clock.set('2096-09-28T00:00:00.000Z');
    expect(await acts.kind('otto', 'resumeElection', { electionId })).toBe('ValidationError');
    const schedule = { ...electionDates, votingClosesAt: '2096-09-30T16:00:00.000Z' };
    expect(await acts.kind('otto', 'resumeElection', { electionId, schedule })).toBe('ResumeElectionSuccess');
    expect([await statusOf(electionId), await voting('rosa')]).toEqual(['VOTING', true]);
    await acts.come('close-voting', electionId, schedule.votingClosesAt);
    expect(await statusOf(electionId)).toBe('CLOSED');
  });

  it('is void for good, also for the database', async () => {
    const { electionId } = await acts.campaign(title(), await office(), [ada.id]);
    expect(await acts.act('otto', 'voidElection', { electionId, reason: 'Nobody was told.' })).toMatchObject({
      election: { status: 'VOIDED', statusReason: 'Nobody was told.', viewerActions: ['PLAN_BY_ELECTION'] },
    });
    for (const name of ['voidElection', 'suspendElection'])
      expect(await acts.kind('otto', name, { electionId, reason: 'x' })).toBe('IllegalTransitionError');
    await expect(rows('update election set title = $2 where id = $1', [electionId, 'Other'])).rejects.toThrow(
      'does not change',
    );
  });
});
