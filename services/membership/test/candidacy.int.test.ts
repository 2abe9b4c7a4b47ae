import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from './candidacy-acts.js';
import { CandidacyWorld } from './candidacy-world.js';

const world = new CandidacyWorld();
const { member, nominate, move, candidateOf, told, paper } = world;

beforeAll(() => world.start());
beforeEach(() => world.begin());
afterAll(() => world.stop());

describe('a nomination', () => {
  it('is made by several, told once, and known to nobody but the nominee and who screens', async () => {
    expect(await nominate('ben', 'ada')).toEqual({ __typename: 'NominateCandidateSuccess', candidate: null });
    world.clock.advance(1000);
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
    const { data } = await world.test.run('eva', '{ viewer { candidacies { status contest { election { id } } } } }');
    const ours = (data as { viewer: { candidacies: { status: string; contest: { election: { id: string } } }[] } })
      .viewer.candidacies;
    expect(
      ours
        .filter(({ contest }) => contest.election.id === world.electionId)
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(['CONSENTED', 'WITHDRAWN']);
  });

  it('is for those who elect, of those who elect', async () => {
    const group = await world.fixture.group('Chess', [member('ada').id, member('ben').id]);
    const own = await world.elections.election('NOMINATIONS', { groupId: group.id });
    const inGroup = await world.elections.contest(own, await world.fixture.position(group.id));
    const input = { contestId: inGroup, memberId: member('ada').id };
    expect(await act(world.test, 'cem', 'nominateCandidate', input)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act(world.test, 'ben', 'nominateCandidate', { ...input, memberId: member('cem').id })).toMatchObject({
      fields: [{ path: 'memberId', rule: 'CONTRADICTION' }],
    });
    expect(await act(world.test, 'ben', 'nominateCandidate', input)).toMatchObject({
      __typename: 'NominateCandidateSuccess',
    });
    const rep = await world.fixture.position(undefined, 'COURSE_REP');
    await world.test.dataSource.query(`update position set constituency = 'Physics, year 1' where id = $1`, [rep.id]);
    const course = await world.elections.contest(world.electionId, rep);
    expect(await act(world.test, 'ben', 'nominateCandidate', { contestId: course })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    const pat = await world.fixture.member(`pat-${world.electionId}`, { programme: 'Physics', year: 1 });
    expect(await act(world.test, pat.subject, 'nominateCandidate', { contestId: course })).toMatchObject({
      candidate: { status: 'CONSENTED' },
    });
  });

  it('is neither by nor of who runs elections, and the database holds it too', async () => {
    const both = await world.fixture.member(`both-${world.electionId}`);
    await world.fixture.appointment(both.subject, 'RETURNING_OFFICER');
    expect(
      await act(world.test, both.subject, 'nominateCandidate', {
        contestId: world.contestId,
        memberId: member('ada').id,
      }),
    ).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(
      await act(world.test, 'ben', 'nominateCandidate', { contestId: world.contestId, memberId: both.id }),
    ).toMatchObject({
      fields: [{ path: 'memberId', rule: 'CONTRADICTION' }],
    });
    await expect(world.elections.candidate(world.contestId, both, { status: 'NOMINATED' })).rejects.toThrow(
      'stands in none',
    );
    const ada = await world.elections.candidate(world.contestId, member('ada'), { status: 'NOMINATED' });
    await expect(world.elections.nominations(ada, [both])).rejects.toThrow('nominates nobody');
  });

  it('of somebody whose name the nominator may not see is of nobody', async () => {
    const shy = await world.fixture.member(`shy-${world.electionId}`, {
      audiences: { ...member('ada').audiences, displayName: 'ONLY_ME' },
    });
    const answer = await act(world.test, 'ben', 'nominateCandidate', { contestId: world.contestId, memberId: shy.id });
    expect(answer).toEqual(
      await act(world.test, 'ben', 'nominateCandidate', { contestId: world.contestId, memberId: world.electionId }),
    );
    await world.fixture.block(member('eva').id, member('ben').id);
    expect(await nominate('ben', 'eva')).toEqual(answer);
    await world.test.dataSource.query('delete from member_block');
    expect(answer).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act(world.test, shy.subject, 'nominateCandidate', { contestId: world.contestId })).toMatchObject({
      candidate: { status: 'CONSENTED' },
    });
  });

  it('waits for its first instant', async () => {
    world.clock.set('2026-10-01T07:59:59.999Z');
    expect(await nominate('ben', 'ada')).toMatchObject({ __typename: 'IllegalTransitionError' });
    world.clock.set('2026-10-01T08:00:00.000Z');
    expect(await nominate('ben', 'ada')).toMatchObject({ __typename: 'NominateCandidateSuccess' });
  });
});

describe('a candidacy that is not published', () => {
  it('is, to strangers, what a missing one is', async () => {
    await nominate('ben', 'ada');
    const id = await candidateOf('ada');
    for (const mutation of ['consentToStand', 'declineNomination', 'withdrawCandidacy'])
      expect(await move('dot', mutation, id)).toEqual(await move('dot', mutation, world.electionId));
    const reference = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Candidate { id name } } }';
    for (const who of ['dot', 'ben', undefined])
      expect((await world.test.run(who, reference, { refs: [{ __typename: 'Candidate', id }] })).data).toEqual({
        _entities: [null],
      });
    expect((await world.test.run('ada', reference, { refs: [{ __typename: 'Candidate', id }] })).data).toEqual({
      _entities: [{ id, name: 'ada' }],
    });
  });
});
