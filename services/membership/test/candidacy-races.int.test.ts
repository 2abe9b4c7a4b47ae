import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from './candidacy-acts.js';
import { CandidacyWorld } from './candidacy-world.js';

const world = new CandidacyWorld();
const { member, move, setStatus } = world;

beforeAll(() => world.start());
beforeEach(() => world.begin());
afterAll(() => world.stop());

const typesOf = (answers: readonly { readonly __typename: string }[]): readonly string[] =>
  answers.map(({ __typename }) => __typename).toSorted();

describe('of what happens at once', () => {
  it('two nominations of one person make one candidacy with two nominators, and one notice', async () => {
    const nominate = (who: string) =>
      act(world.test, who, 'nominateCandidate', { contestId: world.contestId, memberId: member('ada').id });
    const answers = await Promise.all(['ben', 'cem', 'dot', 'ben'].map(nominate));
    expect(new Set(typesOf(answers))).toEqual(new Set(['NominateCandidateSuccess']));
    const rows = await world.test.dataSource.query(
      `select c.status, (select count(*)::int from nomination n where n.candidate_id = c.id) as nominators,
         (select count(*)::int from notification t where t.member_id = c.member_id and t.subject_id = $2) as notices
       from candidate c where c.contest_id = $1 and not c.is_reopen`,
      [world.contestId, world.electionId],
    );
    expect(rows).toEqual([{ status: 'NOMINATED', nominators: 3, notices: 1 }]);
  });

  it('a nomination by oneself and one by another make one candidacy, agreed to', async () => {
    const answers = await Promise.all([
      act(world.test, 'ada', 'nominateCandidate', { contestId: world.contestId }),
      act(world.test, 'ben', 'nominateCandidate', { contestId: world.contestId, memberId: member('ada').id }),
    ]);
    expect(typesOf(answers)).toEqual(['NominateCandidateSuccess', 'NominateCandidateSuccess']);
    expect(
      await world.test.dataSource.query('select status from candidate where contest_id = $1 and not is_reopen', [
        world.contestId,
      ]),
    ).toEqual([{ status: 'CONSENTED' }]);
  });

  it('agreeing and declining leave one answer, and the other is told that it came too late', async () => {
    const id = await world.elections.candidate(world.contestId, member('ada'), { status: 'NOMINATED' });
    const answers = await Promise.all([move('ada', 'declineNomination', id), move('ada', 'consentToStand', id)]);
    const [row] = await world.test.dataSource.query('select status from candidate where id = $1', [id]);
    // Declined first, she has changed her mind; agreed first, there is nothing to decline.
    expect(row.status).toBe('CONSENTED');
    expect(answers[1].__typename).toBe('ConsentToStandSuccess');
    expect(['DeclineNominationSuccess', 'IllegalTransitionError']).toContain(answers[0].__typename);
  });

  it('standing down and being taken out: one of them wins, and the other finds it so', async () => {
    await setStatus('CAMPAIGN');
    const id = await world.elections.candidate(world.contestId, member('ada'), { status: 'STANDING' });
    const answers = await Promise.all([
      move('ada', 'withdrawCandidacy', id),
      move('otto', 'disqualifyCandidate', id, { reason: 'Paid for votes.' }),
      move('odile', 'disqualifyCandidate', id, { reason: 'Paid for votes.' }),
    ]);
    expect(answers.filter(({ __typename }) => __typename === 'IllegalTransitionError')).toHaveLength(2);
  });

  it('standing down while the result is declared ends as a withdrawal or not at all', async () => {
    await world.begin('PROVISIONAL');
    const id = await world.elections.candidate(world.contestId, member('ada'), { status: 'STANDING' });
    const declare = world.test.dataSource.transaction(async (manager) => {
      await manager.query('select 1 from election where id = $1 for update', [world.electionId]);
      await manager.query(
        `update candidate set status = 'ELECTED', version = version + 1 where id = $1 and status = 'STANDING'`,
        [id],
      );
    });
    const [answer] = await Promise.all([move('ada', 'withdrawCandidacy', id), declare]);
    const [row] = await world.test.dataSource.query('select status from candidate where id = $1', [id]);
    expect([answer.__typename, row.status]).toEqual(
      answer.__typename === 'WithdrawCandidacySuccess'
        ? ['WithdrawCandidacySuccess', 'WITHDRAWN']
        : ['IllegalTransitionError', 'ELECTED'],
    );
  });

  it('two decisions of one appeal: the second is told that it is decided', async () => {
    await setStatus('SCREENING');
    const id = await world.elections.candidate(world.contestId, member('ada'), { status: 'INELIGIBLE' });
    await world.elections.appeal(id);
    const answers = await Promise.all([
      move('odile', 'decideCandidacyAppeal', id, { isGranted: true, reason: 'Shown.' }),
      move('sys', 'decideCandidacyAppeal', id, { isGranted: false, reason: 'Not shown.' }),
    ]);
    expect(answers.filter(({ __typename }) => __typename === 'DecideCandidacyAppealSuccess')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'IllegalTransitionError')).toHaveLength(1);
  });

  it('complaints of one member never go over the limit', async () => {
    await world.test.dataSource.query(
      `insert into election_complaint (id, election_id, member_id, words, made_at, status, version)
       select gen_random_uuid(), $1, $2, 'Noise.', now(), 'OPEN', 1 from generate_series(1, 18)`,
      [world.electionId, member('ben').id],
    );
    const answers = await Promise.all(
      [1, 2, 3, 4].map((number) =>
        act(world.test, 'ben', 'complainAboutElection', { electionId: world.electionId, text: `Noise ${number}.` }),
      ),
    );
    expect(typesOf(answers)).toEqual([
      'ComplainAboutElectionSuccess',
      'ComplainAboutElectionSuccess',
      'LimitReachedError',
      'LimitReachedError',
    ]);
  });
});
