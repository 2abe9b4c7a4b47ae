import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CandidacyWorld } from './candidacy-world.js';

const world = new CandidacyWorld();
const { member, nominate, move, setStatus, told, paper } = world;

beforeAll(() => world.start());
beforeEach(() => world.begin());
afterAll(() => world.stop());

describe('screening', () => {
  it('lets stand who was nominated by enough, tells them, and asks for a reason otherwise', async () => {
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'CONSENTED' });
    const ben = await world.elections.candidate(world.contestId, member('ben'), { status: 'CONSENTED' });
    await world.elections.nominations(ada, ['ben', 'cem', 'dot', 'eva', 'fay'].map(member));
    await world.elections.nominations(ben, ['ada', 'cem', 'dot', 'eva'].map(member));
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
    const pia = await world.fixture.member(`pia-${world.electionId}`);
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'CONSENTED' });
    await world.elections.nominations(ada, [pia]);
    await world.fixture.appointment(pia.subject, 'RETURNING_OFFICER');
    await setStatus('SCREENING');
    expect(await move(pia.subject, 'screenCandidate', ada, { isEligible: true })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });
});

describe('an appeal', () => {
  it('is decided by somebody else, within the days of the rules, and brings the candidate back', async () => {
    await setStatus('SCREENING');
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'INELIGIBLE' });
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
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'INELIGIBLE' });
    world.clock.set('2026-10-07T23:00:00.000Z');
    expect(await move('ada', 'appealCandidacy', ada, { text: 'Late.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    world.clock.set('2026-10-07T22:59:59.999Z');
    expect(await move('ada', 'appealCandidacy', ada, { text: 'Just.' })).toMatchObject({
      __typename: 'AppealCandidacySuccess',
    });
  });

  it('is never decided by who made the decision, as the database holds it', async () => {
    await setStatus('SCREENING');
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'INELIGIBLE' });
    await world.elections.appeal(ada);
    await expect(
      world.test.dataSource.query(
        `update candidacy_appeal set is_granted = true, reason = 'Mine.', decided_by = 'otto', decided_at = now() where candidate_id = $1`,
        [ada],
      ),
    ).rejects.toThrow('candidacy_appeal_decided_by_another');
  });
});

describe('who was on a paper', () => {
  it('is taken out with a reason that everybody reads, and stays on it', async () => {
    await setStatus('VOTING');
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'STANDING' });
    expect(await move('ben', 'disqualifyCandidate', ada, { reason: 'No.' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await move('otto', 'disqualifyCandidate', ada, { reason: 'Paid for votes.' })).toMatchObject({
      candidate: { status: 'DISQUALIFIED', statusReason: 'Paid for votes.' },
    });
    expect((await paper(undefined))[0]).toEqual({
      name: 'ada',
      isReopen: false,
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
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'STANDING' });
    expect(await move('ada', 'withdrawCandidacy', ada)).toMatchObject({ candidate: { status: 'WITHDRAWN' } });
    const ben = await world.elections.candidate(world.contestId, member('ben'), { status: 'STANDING' });
    await setStatus('CLOSED');
    await world.test.dataSource.query(`update election set status = 'VOIDED', status_reason = 'Fire.' where id = $1`, [
      world.electionId,
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

describe('who agreed to stand', () => {
  it('is given no office that runs elections until the election is over, and the database holds it too', async () => {
    await world.elections.candidate(world.contestId, member('dot'), { status: 'CONSENTED' });
    const grant = async (who: string): Promise<unknown> => {
      const query =
        'mutation ($input: GrantAppointmentInput!) { answer: grantAppointment(input: $input) { __typename ... on UserError { message } } }';
      const input = {
        subject: who,
        role: 'RETURNING_OFFICER',
        startsAt: '2026-10-06T09:00:00.000Z',
        endsAt: '2027-07-01T09:00:00.000Z',
      };
      return (await world.test.run('sys', query, { input })).data?.['answer'];
    };
    expect(await grant('dot')).toMatchObject({ __typename: 'ConflictError' });
    await expect(world.fixture.appointment('dot', 'RETURNING_OFFICER')).rejects.toThrow('runs none');
    await world.test.dataSource.query(
      `update candidate set status = 'DECLINED' where contest_id = $1 and member_id = $2`,
      [world.contestId, member('dot').id],
    );
    expect(await grant('dot')).toMatchObject({ __typename: 'GrantAppointmentSuccess' });
  });
});
