import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { ElectionActs, electionDates, electionStart, mandatesEndAt } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(electionStart);
let test: TestService;
let fixture: Fixture;
let acts: ElectionActs;
let ada: Member;
let rosa: Member;
let milo: Member;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new ElectionActs(test, clock);
  ada = await fixture.member('ada');
  rosa = await fixture.member('rosa');
  milo = await fixture.member('milo', { programme: 'Biology' });
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('olga', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
});
beforeEach(() => clock.set(electionStart));
afterAll(() => test.stop());

let titles = 0;
const title = (): string => `Election ${(titles += 1)}`;
const office = async (): Promise<string> => (await fixture.position(undefined, 'UNION_OFFICER')).id;
const rows = (query: string, parameters: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  test.dataSource.query(query, [...parameters]);

describe('a declared election', () => {
  it('gives mandates from the agreed day on, tells those who elect once each, and leaves empty seats to another election', async () => {
    const president = await office();
    const { electionId, contestId, keys } = await acts.campaign(title(), president, [ada.id, rosa.id]);
    await acts.come('open-voting', electionId, electionDates.votingOpensAt);
    const paper = await acts.paper(contestId);
    const candidates = [...paper.values()];
    const ballot = { electionId, contestId, candidates, keys };
    const first = [paper.get('ada') ?? '', paper.get('rosa') ?? ''];
    expect(await acts.vote('ada', ballot, first)).toBe('CastBallotsSuccess');
    expect(await acts.vote('milo', ballot, first)).toBe('CastBallotsSuccess');
    await acts.come('close-voting', electionId, electionDates.votingClosesAt);
    expect(await acts.look('ada', electionId, 'contests { turnout { electorate cast } }')).toEqual({
      contests: [{ turnout: { electorate: 3, cast: 2 } }],
    });
    await acts.open(electionId, keys);
    expect(await acts.look('ada', electionId, 'status seed schedule { complaintsUntil }')).toMatchObject({
      status: 'PROVISIONAL',
      seed: expect.any(String),
      schedule: { complaintsUntil: expect.any(String) },
    });
    expect(await acts.kind('otto', 'declareElection', { electionId })).toBe('IllegalTransitionError');
    clock.set('2096-10-05T00:00:00.000Z');
    expect(await acts.act('otto', 'declareElection', { electionId })).toMatchObject({
      election: { status: 'DECLARED' },
    });
    expect(
      await rows('select member_id, starts_at, ends_at, conferred_by from mandate where position_id = $1', [president]),
    ).toEqual([
      {
        member_id: ada.id,
        starts_at: new Date(electionDates.mandatesStartAt),
        ends_at: new Date(mandatesEndAt),
        conferred_by: 'ELECTION',
      },
    ]);
    expect(
      await rows('select name, status from candidate where contest_id = $1 and not is_reopen order by name', [
        contestId,
      ]),
    ).toEqual([
      { name: 'ada', status: 'ELECTED' },
      { name: 'rosa', status: 'NOT_ELECTED' },
    ]);
    const events = await rows(
      `select data from outbox_event where name = 'ElectionDeclared' and data->>'electionId' = $1`,
      [electionId],
    );
    expect(events).toEqual([
      { data: { electionId, contestId, mandateIds: [expect.any(String)], declaredAt: '2096-10-05T00:00:00.000Z' } },
    ]);
    for (const reason of ['VOTING_OPEN', 'ELECTION_DECLARED'])
      await acts.hurry(`tell-of-election:${reason}:${electionId}`);
    expect(
      await rows(
        'select reason, count(*)::int as n from notification where subject_id = $1 group by reason order by reason',
        [electionId],
      ),
    ).toEqual([
      { reason: 'ELECTION_DECLARED', n: 3 },
      { reason: 'VOTING_OPEN', n: 3 },
    ]);
    const input = { electionId, title: title(), schedule: { ...electionDates } };
    clock.set(electionStart);
    expect(await acts.kind('otto', 'planByElection', input)).toBe('ConflictError');
  });

  it('has another election planned for the seats that nobody was elected to, once', async () => {
    const positions = [await office(), await office()];
    const { electionId } = await acts.announced(title(), positions);
    await acts.kind('otto', 'voidElection', { electionId, reason: 'Nobody was told.' });
    const input = () => ({ electionId, title: title(), schedule: electionDates });
    const planned = await acts.act('otto', 'planByElection', input());
    const { id } = planned['election'] as { id: string };
    expect(
      await acts.look('otto', id, 'fills { id } contests { seats position { id } candidates { isReopen } }'),
    ).toEqual({
      fills: { id: electionId },
      contests: positions.map((positionId) => ({
        seats: 1,
        position: { id: positionId },
        candidates: [{ isReopen: true }],
      })),
    });
    expect(await acts.kind('otto', 'planByElection', input())).toBe('ConflictError');
    expect(await acts.kind('otto', 'voidElection', { electionId: id, reason: 'x' })).toBe('VoidElectionSuccess');
    expect(await acts.kind('otto', 'planByElection', input())).toBe('PlanByElectionSuccess');
  });

  it('gives a course representative the right to speak for their course', async () => {
    const course = await fixture.position(undefined, 'COURSE_REP');
    await rows('update position set constituency = $2 where id = $1', [course.id, 'Biology, year 1']);
    const { electionId, contestId, keys } = await acts.campaign(title(), course.id, [milo.id]);
    await acts.come('open-voting', electionId, electionDates.votingOpensAt);
    const paper = await acts.paper(contestId);
    await acts.vote('milo', { electionId, contestId, candidates: [...paper.values()], keys }, [
      paper.get('milo') ?? '',
    ]);
    await acts.come('close-voting', electionId, electionDates.votingClosesAt);
    await acts.open(electionId, keys);
    clock.set('2096-10-20T00:00:00.000Z');
    expect(await acts.kind('otto', 'declareElection', { electionId })).toBe('DeclareElectionSuccess');
    // Declared after the agreed day: the mandate begins with the declaration.
    const [started] = await rows(
      `select data from outbox_event where name = 'MandateStarted' and data->>'memberId' = $1`,
      [milo.id],
    );
    expect(started).toMatchObject({
      data: { groupId: null, kind: 'COURSE_REP', constituencyId: expect.any(String), from: '2096-10-20T00:00:00.000Z' },
    });
    const [constituency] = await rows('select constituency_id($1) as id', ['Biology, year 1']);
    expect((started as { data: { constituencyId: string } }).data.constituencyId).toBe(constituency?.['id']);
  });
});
