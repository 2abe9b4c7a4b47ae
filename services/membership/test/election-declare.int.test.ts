import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { ElectionActs, electionStart } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(electionStart);
let test: TestService;
let fixture: Fixture;
let acts: ElectionActs;
let ada: Member;
let rosa: Member;
let titles = 0;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new ElectionActs(test, clock);
  ada = await fixture.member('ada');
  rosa = await fixture.member('rosa');
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
});
beforeEach(() => clock.set(electionStart));
afterAll(() => test.stop());

const rows = (query: string, parameters: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  test.dataSource.query(query, [...parameters]);

/** An election whose only contest was counted, with this member elected and no time left for complaints. */
async function counted(positionId: string, elected: Member, more: object = {}) {
  const { electionId, contestIds } = await acts.announced(`Counted ${(titles += 1)}`, [positionId], more);
  const [contestId = ''] = contestIds;
  const candidateId = await acts.stand(contestId, elected.id);
  await rows(
    `update candidate set status = case when is_reopen then null else 'STANDING' end,
     ballot_place = case when is_reopen then 2 else 1 end where contest_id = $1`,
    [contestId],
  );
  await rows(
    `insert into count_result (contest_id, count_number, counted_at, seats, valid, blank, spoilt, candidates, passed_over, elected, stages, turnout_parts)
     values ($1, 1, now(), 1, 1, 0, 0, array[$2::uuid], '{}', array[$2::uuid], '[]', '[]')`,
    [contestId, candidateId],
  );
  await rows(`update election set status = 'PROVISIONAL', complaints_until = '2096-01-01' where id = $1`, [electionId]);
  return { electionId, contestId, candidateId };
}
const declare = (electionId: string, subject = 'otto') => acts.act(subject, 'declareElection', { electionId });
const union = async (): Promise<string> => (await fixture.position(undefined, 'UNION_OFFICER')).id;
const cannotHold = { __typename: 'ConflictError', message: expect.stringContaining('cannot hold the office') };

describe('a declaration', () => {
  it('of a committee gives offices in its group', async () => {
    const group = await fixture.group('Chess', [ada.id]);
    const position = await fixture.position(group.id);
    const { electionId } = await counted(position.id, ada, { groupId: group.id });
    expect(await declare(electionId)).toMatchObject({ election: { status: 'DECLARED' } });
    expect(
      await rows('select data from outbox_event where name = $1 and data->>$2 = $3', [
        'MandateStarted',
        'groupId',
        group.id,
      ]),
    ).toEqual([{ data: expect.objectContaining({ memberId: ada.id, kind: 'PRESIDENT', constituencyId: null }) }]);
  });

  it('stands though who was elected lacks training; the office waits for it without rights', async () => {
    const positionId = await union();
    await rows('insert into position_training values ($1, gen_random_uuid())', [positionId]);
    const { electionId } = await counted(positionId, rosa);
    expect(await declare(electionId)).toMatchObject({ election: { status: 'DECLARED' } });
    const given = await rows('select id from mandate where position_id = $1', [positionId]);
    const mandateId = given[0]?.['id'];
    const sent = 'select name from outbox_event where name = $1 and data::text like $2';
    expect(await rows(sent, ['ElectionDeclared', `%${String(mandateId)}%`])).toHaveLength(1);
    expect(await rows(sent, ['MandateStarted', `%${String(mandateId)}%`])).toEqual([]);
    // Whoever hands over the office is to know who takes it over, long before it begins.
    expect(await rows(sent, ['MandateGiven', `%${String(mandateId)}%`])).toHaveLength(1);
    clock.set('2096-11-01T00:00:00.000Z');
    expect(await rows('select 1 from actor_mandate where mandate_id = $1', [mandateId])).toEqual([]);
    expect(await rows('select reason from notification where member_id = $1 order by reason', [rosa.id])).toEqual(
      expect.arrayContaining([{ reason: 'TRAINING_MISSING' }]),
    );
  });

  it('waits for every complaint and every appeal, and is offered when none is left', async () => {
    const { electionId, candidateId } = await counted(await union(), ada);
    const offered = async () =>
      JSON.stringify((await acts.look('otto', electionId))?.['viewerActions']).includes('"DECLARE"');
    await rows(
      `insert into election_complaint (id, election_id, member_id, words, made_at, status, version)
       values (gen_random_uuid(), $1, $2, 'Loud.', now(), 'OPEN', 1)`,
      [electionId, rosa.id],
    );
    expect([await declare(electionId), await offered()]).toMatchObject([{ __typename: 'ConflictError' }, false]);
    await rows(
      `update election_complaint set status = 'DISMISSED', ruling = 'No.', ruled_by = 'otto', ruled_at = now() where election_id = $1`,
      [electionId],
    );
    await rows(
      `update candidate set status = 'DISQUALIFIED', status_reason = 'x', decided_by = 'otto', decided_at = now(), appeal_until = now() where id = $1`,
      [candidateId],
    );
    await rows(
      `insert into candidacy_appeal (id, candidate_id, against_by, against_at, words, made_at, version)
       values (gen_random_uuid(), $1, 'otto', now(), 'Unfair.', now(), 1)`,
      [candidateId],
    );
    expect([await declare(electionId), await offered()]).toMatchObject([{ __typename: 'ConflictError' }, false]);
    await rows('delete from candidacy_appeal where candidate_id = $1', [candidateId]);
    expect(await offered()).toBe(true);
  });

  it('gives no office to who cannot hold it, and leaves everything as it was', async () => {
    const course = await fixture.position(undefined, 'COURSE_REP');
    await rows('update position set constituency = $2 where id = $1', [course.id, 'Physics, year 3']);
    const elsewhere = await counted(course.id, ada);
    expect(await declare(elsewhere.electionId)).toMatchObject(cannotHold);
    const group = await fixture.group('Go', [ada.id]);
    const { id: captain } = await fixture.position(group.id, 'OFFICER');
    const outside = await counted(captain, rosa, { groupId: group.id });
    expect(await declare(outside.electionId)).toMatchObject(cannotHold);
    const milo = await fixture.member('milo');
    const suspended = await counted(await union(), milo);
    await acts.suspend('sys', milo.id, '2096-12-01T00:00:00.000Z');
    expect(await declare(suspended.electionId)).toMatchObject(cannotHold);
    const gone = await counted(await union(), ada);
    await rows('update candidate set member_id = null where id = $1', [gone.candidateId]);
    expect(await declare(gone.electionId)).toMatchObject(cannotHold);
    for (const { electionId, candidateId } of [elsewhere, outside, suspended, gone]) {
      expect(await acts.look('ada', electionId)).toMatchObject({ status: 'PROVISIONAL' });
      expect(await rows('select status from candidate where id = $1', [candidateId])).toEqual([{ status: 'STANDING' }]);
    }
  });

  it('gives no seat that somebody holds, none of a position that is gone, and none that would be over', async () => {
    const position = await union();
    const first = await counted(position, ada);
    expect(await declare(first.electionId)).toMatchObject({ __typename: 'DeclareElectionSuccess' });
    const second = await counted(position, rosa);
    expect(await declare(second.electionId)).toMatchObject({
      message: expect.stringContaining('held by somebody else'),
    });
    const removed = await union();
    const third = await counted(removed, ada);
    await rows('update position set removed_at = now() where id = $1', [removed]);
    expect(await declare(third.electionId)).toMatchObject({ message: expect.stringContaining('not there any more') });
    const late = await counted(await union(), ada);
    clock.set('2097-05-31T00:00:00.000Z');
    await rows(`update contest set mandates_end_at = '2097-01-01' where election_id = $1`, [late.electionId]);
    expect(await declare(late.electionId)).toMatchObject({ message: expect.stringContaining('over already') });
  });

  it('is not made by a returning officer who took part, whenever they became one', async () => {
    const olga = await fixture.member('olga');
    const { electionId, candidateId } = await counted(await union(), ada);
    await rows(
      `insert into nomination (id, candidate_id, nominator_id, made_at) values (gen_random_uuid(), $1, $2, $3)`,
      [candidateId, olga.id, '2094-01-01'],
    );
    await acts.staff('olga', 'RETURNING_OFFICER');
    expect(await declare(electionId, 'olga')).toMatchObject({ __typename: 'NotAllowedError' });
    expect((await acts.look('olga', electionId))?.['viewerActions']).toEqual([]);
    expect(await declare(electionId)).toMatchObject({ __typename: 'DeclareElectionSuccess' });
  });
});
