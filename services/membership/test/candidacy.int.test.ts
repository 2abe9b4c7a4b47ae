import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { ContestId } from '../src/contest/contest.js';
import type { ElectionId } from '../src/election/election.js';
import type { Position } from '../src/group/mandate.js';
import type { Member } from '../src/member/member.js';
import { act, type Answer } from './candidacy-acts.js';
import { CandidacyFixture } from './candidacy-fixture.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let elections: CandidacyFixture;
let seat: Position;
let electionId: ElectionId;
let contestId: ContestId;
const people = new Map<string, Member>();
const names = ['ada', 'ben', 'cem', 'dot', 'eva', 'fay'] as const;
const member = (name: string): Member => {
  const found = people.get(name);
  if (found === undefined) throw new RangeError(name);
  return found;
};

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  elections = new CandidacyFixture(test);
  for (const name of names) people.set(name, await fixture.member(name));
  await fixture.appointment('otto', 'RETURNING_OFFICER');
  await fixture.appointment('odile', 'RETURNING_OFFICER');
  await fixture.appointment('sys', 'ADMIN');
  seat = await fixture.position(undefined, 'UNION_OFFICER', 1);
});
beforeEach(async () => {
  clock.set(testStart);
  electionId = await elections.election('NOMINATIONS');
  contestId = await elections.contest(electionId, seat);
});
afterAll(() => test.stop());

const nominate = (who: string, name?: string): Promise<Answer> =>
  act(test, who, 'nominateCandidate', { contestId, ...(name === undefined ? {} : { memberId: member(name).id }) });
const move = (who: string, mutation: string, candidateId: string, more: object = {}): Promise<Answer> =>
  act(test, who, mutation, { candidateId, ...more });
const setStatus = (status: string): Promise<unknown> =>
  test.dataSource.query('update election set status = $2 where id = $1', [electionId, status]);
async function candidateOf(name: string): Promise<string> {
  const [row] = await test.dataSource.query('select id from candidate where contest_id = $1 and member_id = $2', [
    contestId,
    member(name).id,
  ]);
  return row?.id ?? '';
}
async function told(name: string): Promise<readonly string[]> {
  const rows: readonly { reason: string }[] = await test.dataSource.query(
    'select reason from notification where member_id = $1 and subject_id = $2 order by told_at, reason',
    [member(name).id, electionId],
  );
  return rows.map(({ reason }) => reason);
}
type Seen = { name: string; status: string | null; isReopen: boolean; nominators: { id: string }[] };
async function paper(who: string | undefined): Promise<readonly Seen[]> {
  const { data, errors } = await test.run(
    who,
    'query ($id: ID!) { election(id: $id) { contests { candidates { name status isReopen nominationCount nominators { id } } } } }',
    { id: electionId },
  );
  expect(errors).toBeUndefined();
  return (data?.['election'] as { contests: { candidates: Seen[] }[] }).contests[0]?.candidates ?? [];
}

describe('a nomination', () => {
  it('is made by several, told once, and known to nobody but the nominee and who screens', async () => {
    expect(await nominate('ben', 'ada')).toEqual({ __typename: 'NominateCandidateSuccess', candidate: null });
    expect(await nominate('cem', 'ada')).toMatchObject({ __typename: 'NominateCandidateSuccess' });
    expect(await nominate('cem', 'ada')).toMatchObject({ __typename: 'NominateCandidateSuccess' });
    expect(await told('ada')).toEqual(['NOMINATED']);
    for (const who of ['ben', 'dot', 'sys', undefined])
      expect((await paper(who)).map(({ isReopen }) => isReopen)).toEqual([true]);
    const nominators = [member('ben').id, member('cem').id].map((id) => ({ id }));
    const seen = { name: 'ada', status: 'NOMINATED', nominationCount: 2 };
    expect((await paper('ada'))[0]).toMatchObject({ ...seen, nominators });
    // Otto is no member, and sees of members what the public sees: how many nominated is what counts.
    expect((await paper('otto'))[0]).toMatchObject(seen);
  });

  it('of oneself is an agreement, and counts for nobody', async () => {
    expect(await nominate('dot')).toMatchObject({ candidate: { status: 'CONSENTED', nominationCount: 0 } });
    expect(await nominate('dot', 'dot')).toMatchObject({ candidate: { status: 'CONSENTED' } });
    expect(await told('dot')).toEqual([]);
  });

  it('tells no nominator that somebody declined, who can still change their mind', async () => {
    await nominate('ben', 'ada');
    const id = await candidateOf('ada');
    expect(await move('ada', 'declineNomination', id)).toMatchObject({ candidate: { status: 'DECLINED' } });
    expect(await nominate('cem', 'ada')).toEqual({ __typename: 'NominateCandidateSuccess', candidate: null });
    expect(await told('ada')).toEqual(['NOMINATED']);
    expect(await move('ada', 'consentToStand', id)).toMatchObject({
      candidate: { status: 'CONSENTED', nominationCount: 2 },
    });
  });

  it('of somebody who stood down is a new one', async () => {
    const first = await nominate('eva');
    await move('eva', 'withdrawCandidacy', first.candidate?.id ?? '');
    const second = await nominate('eva');
    expect(second).toMatchObject({ candidate: { status: 'CONSENTED' } });
    expect(second.candidate?.id).not.toBe(first.candidate?.id);
    const { data } = await test.run('eva', '{ viewer { candidacies { status contest { election { id } } } } }');
    const ours = (data?.['viewer'] as { candidacies: { status: string; contest: { election: { id: string } } }[] })
      .candidacies;
    expect(
      ours
        .filter(({ contest }) => contest.election.id === electionId)
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(['CONSENTED', 'WITHDRAWN']);
  });

  it('is for those who elect, of those who elect', async () => {
    const group = await fixture.group('Chess', [member('ada').id, member('ben').id]);
    const own = await elections.election('NOMINATIONS', { groupId: group.id });
    const inGroup = await elections.contest(own, await fixture.position(group.id));
    const input = { contestId: inGroup, memberId: member('ada').id };
    expect(await act(test, 'cem', 'nominateCandidate', input)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act(test, 'ben', 'nominateCandidate', { ...input, memberId: member('cem').id })).toMatchObject({
      fields: [{ path: 'memberId', rule: 'CONTRADICTION' }],
    });
    expect(await act(test, 'ben', 'nominateCandidate', input)).toMatchObject({
      __typename: 'NominateCandidateSuccess',
    });
    const rep = await fixture.position(undefined, 'COURSE_REP');
    await test.dataSource.query(`update position set constituency = 'Physics, year 1' where id = $1`, [rep.id]);
    const course = await elections.contest(electionId, rep);
    expect(await act(test, 'ben', 'nominateCandidate', { contestId: course })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    const pat = await fixture.member(`pat-${electionId}`, { programme: 'Physics', year: 1 });
    expect(await act(test, pat.subject, 'nominateCandidate', { contestId: course })).toMatchObject({
      candidate: { status: 'CONSENTED' },
    });
  });

  it('is neither by nor of who runs elections, and the database holds it too', async () => {
    const both = await fixture.member(`both-${electionId}`);
    await fixture.appointment(both.subject, 'RETURNING_OFFICER');
    expect(await act(test, both.subject, 'nominateCandidate', { contestId, memberId: member('ada').id })).toMatchObject(
      {
        __typename: 'NotAllowedError',
      },
    );
    expect(await act(test, 'ben', 'nominateCandidate', { contestId, memberId: both.id })).toMatchObject({
      fields: [{ path: 'memberId', rule: 'CONTRADICTION' }],
    });
    await expect(elections.candidate(contestId, both, { status: 'NOMINATED' })).rejects.toThrow('stands in none');
    const ada = await elections.candidate(contestId, member('ada'), { status: 'NOMINATED' });
    await expect(elections.nominations(ada, [both])).rejects.toThrow('nominates nobody');
  });

  it('of somebody whose name the nominator may not see is of nobody', async () => {
    const shy = await fixture.member(`shy-${electionId}`, {
      audiences: { ...member('ada').audiences, displayName: 'ONLY_ME' },
    });
    const answer = await act(test, 'ben', 'nominateCandidate', { contestId, memberId: shy.id });
    expect(answer).toEqual(await act(test, 'ben', 'nominateCandidate', { contestId, memberId: electionId }));
    expect(answer).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act(test, shy.subject, 'nominateCandidate', { contestId })).toMatchObject({
      candidate: { status: 'CONSENTED' },
    });
  });

  it('waits for its first instant', async () => {
    clock.set('2026-10-01T07:59:59.999Z');
    expect(await nominate('ben', 'ada')).toMatchObject({ __typename: 'IllegalTransitionError' });
    clock.set('2026-10-01T08:00:00.000Z');
    expect(await nominate('ben', 'ada')).toMatchObject({ __typename: 'NominateCandidateSuccess' });
  });
});

describe('a candidacy that is not published', () => {
  it('is, to strangers, what a missing one is', async () => {
    await nominate('ben', 'ada');
    const id = await candidateOf('ada');
    for (const mutation of ['consentToStand', 'declineNomination', 'withdrawCandidacy'])
      expect(await move('dot', mutation, id)).toEqual(await move('dot', mutation, electionId));
    const reference = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Candidate { id name } } }';
    for (const who of ['dot', 'ben', undefined])
      expect((await test.run(who, reference, { refs: [{ __typename: 'Candidate', id }] })).data).toEqual({
        _entities: [null],
      });
    expect((await test.run('ada', reference, { refs: [{ __typename: 'Candidate', id }] })).data).toEqual({
      _entities: [{ id, name: 'ada' }],
    });
  });
});

describe('screening', () => {
  it('lets stand who was nominated by enough, tells them, and asks for a reason otherwise', async () => {
    const ada = await elections.candidate(contestId, member('ada'), { status: 'CONSENTED' });
    const ben = await elections.candidate(contestId, member('ben'), { status: 'CONSENTED' });
    await elections.nominations(ada, ['ben', 'cem', 'dot', 'eva', 'fay'].map(member));
    await elections.nominations(ben, ['ada', 'cem', 'dot', 'eva'].map(member));
    await setStatus('SCREENING');
    expect(await move('otto', 'screenCandidate', ben, { isEligible: true })).toMatchObject({
      fields: [{ path: 'isEligible' }],
    });
    expect(await move('otto', 'screenCandidate', ben, { isEligible: false, reason: ' Four of five. ' })).toMatchObject({
      candidate: { status: 'INELIGIBLE', statusReason: 'Four of five.' },
    });
    expect(await move('otto', 'screenCandidate', ada, { isEligible: true })).toMatchObject({
      candidate: { status: 'ELIGIBLE' },
    });
    expect([await told('ada'), await told('ben')]).toEqual([['CANDIDACY_DECIDED'], ['CANDIDACY_DECIDED']]);
  });

  it('is not for a returning officer who is a member and nominated in the election', async () => {
    const pia = await fixture.member(`pia-${electionId}`);
    const ada = await elections.candidate(contestId, member('ada'), { status: 'CONSENTED' });
    await elections.nominations(ada, [pia]);
    await fixture.appointment(pia.subject, 'RETURNING_OFFICER');
    await setStatus('SCREENING');
    expect(await move(pia.subject, 'screenCandidate', ada, { isEligible: true })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });
});

describe('an appeal', () => {
  it('is decided by somebody else, within the days of the rules, and brings the candidate back', async () => {
    await setStatus('SCREENING');
    const ada = await elections.candidate(contestId, member('ada'), { status: 'INELIGIBLE' });
    expect(await move('ada', 'appealCandidacy', ada, { text: 'I study here.' })).toMatchObject({
      candidate: {
        status: 'INELIGIBLE',
        appeal: { text: 'I study here.', isGranted: null },
        viewerActions: ['EDIT_STATEMENT'],
      },
    });
    expect(await move('ada', 'appealCandidacy', ada, { text: 'Again.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await move('otto', 'decideCandidacyAppeal', ada, { isGranted: true, reason: 'Mine.' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await move('odile', 'decideCandidacyAppeal', ada, { isGranted: true, reason: 'Shown.' })).toMatchObject({
      candidate: { status: 'ELIGIBLE', statusReason: null, appeal: { isGranted: true, reason: 'Shown.' } },
    });
    expect(await told('ada')).toEqual(['CANDIDACY_DECIDED']);
  });

  it('is out of time after the last instant of its days', async () => {
    await setStatus('SCREENING');
    const ada = await elections.candidate(contestId, member('ada'), { status: 'INELIGIBLE' });
    clock.set('2026-10-07T23:00:00.000Z');
    expect(await move('ada', 'appealCandidacy', ada, { text: 'Late.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    clock.set('2026-10-07T22:59:59.999Z');
    expect(await move('ada', 'appealCandidacy', ada, { text: 'Just.' })).toMatchObject({
      __typename: 'AppealCandidacySuccess',
    });
  });

  it('is never decided by who made the decision, as the database holds it', async () => {
    await setStatus('SCREENING');
    const ada = await elections.candidate(contestId, member('ada'), { status: 'INELIGIBLE' });
    await elections.appeal(ada);
    await expect(
      test.dataSource.query(
        `update candidacy_appeal set is_granted = true, reason = 'Mine.', decided_by = 'otto', decided_at = now() where candidate_id = $1`,
        [ada],
      ),
    ).rejects.toThrow('candidacy_appeal_decided_by_another');
  });
});

describe('who was on a paper', () => {
  it('is taken out with a reason that everybody reads, and stays on it', async () => {
    await setStatus('VOTING');
    const ada = await elections.candidate(contestId, member('ada'), { status: 'STANDING' });
    expect(await move('ben', 'disqualifyCandidate', ada, { reason: 'No.' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await move('otto', 'disqualifyCandidate', ada, { reason: 'Paid for votes.' })).toMatchObject({
      candidate: { status: 'DISQUALIFIED', statusReason: 'Paid for votes.' },
    });
    const seen = await test.run(
      undefined,
      'query ($id: ID!) { election(id: $id) { contests { candidates { status statusReason nominationCount nominators { id } appeal { text } viewerActions } } } }',
      { id: electionId },
    );
    expect((seen.data?.['election'] as { contests: { candidates: object[] }[] }).contests[0]?.candidates[0]).toEqual({
      status: 'DISQUALIFIED',
      statusReason: 'Paid for votes.',
      nominationCount: null,
      nominators: [],
      appeal: null,
      viewerActions: [],
    });
    expect(await move('ada', 'appealCandidacy', ada, { text: 'I did not.' })).toMatchObject({
      __typename: 'AppealCandidacySuccess',
    });
    expect(await move('sys', 'decideCandidacyAppeal', ada, { isGranted: true, reason: 'Not shown.' })).toMatchObject({
      // The second trustee is no returning officer of it, but may decide appeals.
      candidate: { status: 'STANDING', statusReason: null },
    });
  });

  it('stands down at any time, but not after the declaration', async () => {
    await setStatus('VOTING');
    const ada = await elections.candidate(contestId, member('ada'), { status: 'STANDING' });
    expect(await move('ada', 'withdrawCandidacy', ada)).toMatchObject({ candidate: { status: 'WITHDRAWN' } });
    const ben = await elections.candidate(contestId, member('ben'), { status: 'STANDING' });
    await setStatus('CLOSED');
    await test.dataSource.query(`update election set status = 'VOIDED', status_reason = 'Fire.' where id = $1`, [
      electionId,
    ]);
    expect(await move('ben', 'withdrawCandidacy', ben)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('a statement', () => {
  it('is written in several languages, in place of the one before', async () => {
    const id = (await nominate('fay')).candidate?.id ?? '';
    const statements = [
      { language: 'en', text: 'Longer opening hours.' },
      { language: 'zh-CN', text: '延长开放时间。' },
    ];
    expect(await move('fay', 'editStatement', id, { statements })).toMatchObject({ candidate: { statements } });
    expect(await move('fay', 'editStatement', id, { statements: [] })).toMatchObject({ candidate: { statements: [] } });
    await setStatus('CAMPAIGN');
    expect(await move('fay', 'editStatement', id, { statements })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});
