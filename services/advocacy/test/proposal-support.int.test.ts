import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testStart, waitFor, type TestClock, type TestService } from '@guildhall/testing';
import type { Fixture } from './fixture.js';
import { crowd, shown, startProposals, words, type ProposalFixture } from './proposal-fixture.js';

let test: TestService;
let fixture: Fixture;
let proposals: ProposalFixture;
let clock: TestClock;

beforeAll(async () => {
  ({ test, fixture, proposals, clock } = await startProposals());
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const read = (who: string | undefined, id: string, select: string) =>
  fixture.ask(who, `query ($id: ID!) { proposal(id: $id) { ${select} } }`, { id }).then(({ proposal }) => proposal);
const dayMs = 86_400_000;
const eventsOf = async (id: string) =>
  (
    await fixture.sql<{ name: string; data: { status?: string } }>(
      'select name, data from outbox_event where aggregate_id = $1 order by sequence',
      [id],
    )
  ).map(({ name, data }) => [name, data.status]);
const close = (proposalId: string) => proposals.runTask('close-gathering', proposalId);

describe('opening a proposal', () => {
  it('freezes the threshold, the roll and the closing instant under the rules of that day', async () => {
    const proposalId = await proposals.filed();
    const members = (await fixture.sql('select 1 from actor_member where is_active')).length;
    const before = await read(undefined, proposalId, 'threshold constituencySize closesAt openedAt');
    expect(before).toEqual({
      threshold: 3,
      constituencySize: members,
      openedAt: testStart,
      closesAt: new Date(Date.parse(testStart) + 28 * dayMs).toISOString(),
    });
    await fixture.sql(`insert into proposal_rule values (3, '2026-10-01', 2, 7, 9, 0, 6, 0, 1, 14, 4, 50, 14, 4, 30)`);
    await fixture.member(`late-${randomUUID()}`);
    expect(await read(undefined, proposalId, 'threshold constituencySize closesAt openedAt')).toEqual(before);
    await fixture.sql('delete from proposal_rule where version = 3');
  });

  it('tells the public and the other services, and nobody before', async () => {
    const proposalId = await proposals.submitted();
    expect(await eventsOf(proposalId)).toEqual([]);
    await fixture.expectSuccess('uma', 'fileProposal', { proposalId, needsCouncil: false });
    expect(await eventsOf(proposalId)).toEqual([
      ['ProposalFiled', undefined],
      ['ProposalStatusChanged', 'GATHERING'],
    ]);
  });

  it('asks only the constituency it is for', async () => {
    const constituencyId = randomUUID();
    for (const who of ['ada', 'member1', 'member2'])
      await fixture.sql('insert into actor_constituency values ($1, $2)', [fixture.members[who], constituencyId]);
    const proposalId = await proposals.filed(false, { constituencyId });
    expect(await read(undefined, proposalId, 'constituency { id } constituencySize')).toEqual({
      constituency: { id: constituencyId },
      constituencySize: 3,
    });
    expect((await read('member1', proposalId, 'viewerActions')).viewerActions).toEqual(['ENDORSE']);
    expect(await proposals.endorse('member5', proposalId)).toMatchObject({ __typename: 'NotAllowedError' });
    await fixture.sql('delete from actor_constituency where constituency_id = $1', [constituencyId]);
  });
});

describe('endorsing', () => {
  it('counts a member once, whatever they send', async () => {
    const proposalId = await proposals.filed();
    const input = { proposalId, textNumber: 1, idempotencyKey: randomUUID() };
    const first = await fixture.mutate('member0', 'endorseProposal', input, shown);
    expect(first).toMatchObject({ proposal: { endorsementCount: 1, viewerActions: ['WITHDRAW_ENDORSEMENT'] } });
    expect(await fixture.mutate('member0', 'endorseProposal', input, shown)).toEqual(first);
    expect(await fixture.mutate('member0', 'endorseProposal', { ...input, textNumber: 2 })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(await proposals.endorse('member0', proposalId)).toMatchObject({ __typename: 'NotAllowedError' });
    await expect(
      fixture.sql('insert into endorsement select * from endorsement where proposal_id = $1', [proposalId]),
    ).rejects.toMatchObject({ constraint: 'endorsement_one_per_member' });
  });

  it('counts a member once who sends ten at the same time', async () => {
    const proposalId = await proposals.filed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => proposals.endorse('member0', proposalId)));
    const successes = answers.filter(({ __typename }) => __typename === 'EndorseProposalSuccess');
    expect(successes).toHaveLength(1);
    expect((await read(undefined, proposalId, 'endorsementCount')).endorsementCount).toBe(1);
  });

  it('is refused to who was no member when it opened, by the code and by the database', async () => {
    const proposalId = await proposals.filed();
    const memberId = await fixture.member('too-late');
    expect(await proposals.endorse('too-late', proposalId)).toMatchObject({ __typename: 'NotAllowedError' });
    await expect(
      fixture.sql('insert into endorsement values ($1, $2, 1, now(), now())', [proposalId, memberId]),
    ).rejects.toMatchObject({ constraint: 'endorsement_of_constituency' });
    for (const who of ['carl', 'dana', undefined])
      expect(await proposals.endorse(who as never, proposalId)).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('can be taken back and given again', async () => {
    const proposalId = await proposals.filed();
    await proposals.endorse('member0', proposalId);
    await fixture.expectSuccess('member0', 'withdrawEndorsement', { proposalId });
    expect(await read('member0', proposalId, 'endorsementCount viewerActions')).toEqual({
      endorsementCount: 0,
      viewerActions: ['ENDORSE'],
    });
    expect(await fixture.mutate('member0', 'withdrawEndorsement', { proposalId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await proposals.endorse('member0', proposalId)).toMatchObject({ proposal: { endorsementCount: 1 } });
  });

  it('qualifies exactly once when many cross the threshold at the same time', async () => {
    const proposalId = await proposals.filed();
    await proposals.endorse('member0', proposalId);
    await proposals.endorse('member1', proposalId);
    const answers = await Promise.all(crowd.slice(2, 8).map((who) => proposals.endorse(who, proposalId)));
    expect(answers.filter(({ __typename }) => __typename === 'EndorseProposalSuccess')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'IllegalTransitionError')).toHaveLength(5);
    expect(await proposals.statusOf(proposalId)).toBe('QUALIFIED');
    expect((await read(undefined, proposalId, 'endorsementCount')).endorsementCount).toBe(3);
    expect((await eventsOf(proposalId)).filter(([, status]) => status === 'QUALIFIED')).toHaveLength(1);
    await waitFor(
      'everybody is told',
      async () =>
        (await fixture.sql('select 1 from matter_change where subject_id = $1 and told_at is null', [proposalId]))
          .length === 0,
    );
    const told = await fixture.sql<{ people: number; rows: number }>(
      `select count(*)::int as rows, count(distinct member_id)::int as people from member_update u
       join matter_change c on c.id = u.change_id where c.subject_id = $1 and c.change = 'QUALIFIED'`,
      [proposalId],
    );
    expect(told).toEqual([{ rows: 6, people: 6 }]);
  });

  it('ends at the closing instant, whether the job has run or not', async () => {
    const proposalId = await proposals.filed();
    await proposals.endorse('member0', proposalId);
    clock.advance(28 * dayMs - 1);
    expect(await proposals.endorse('member1', proposalId)).toMatchObject({ __typename: 'EndorseProposalSuccess' });
    clock.advance(1);
    expect(await proposals.endorse('member2', proposalId)).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'GATHERING',
    });
    await close(proposalId);
    expect(await proposals.statusOf(proposalId)).toBe('LAPSED');
  });

  it('at the closing instant decides with the job in one order, never both', async () => {
    for (let round = 0; round < 3; round += 1) {
      const proposalId = await proposals.filed();
      await proposals.endorse('member0', proposalId);
      await proposals.endorse('member1', proposalId);
      clock.advance(28 * dayMs);
      const [answer] = await Promise.all([proposals.endorse('member2', proposalId), close(proposalId)]);
      expect(answer).toMatchObject({ __typename: 'IllegalTransitionError' });
      expect(await proposals.statusOf(proposalId)).toBe('LAPSED');
      clock.set(testStart);
    }
  });
});

describe('the text of an open proposal', () => {
  it('changes in place while nobody else endorsed it, and as a new version afterwards that asks everybody again', async () => {
    const proposalId = await proposals.filed();
    await proposals.endorse('ada', proposalId);
    const amend = (title: string) => fixture.mutate('ada', 'amendProposal', { proposalId, ...words, title }, shown);
    expect(await amend('Open the library until one')).toMatchObject({ proposal: { endorsementCount: 1 } });
    await proposals.endorse('member0', proposalId);
    expect(await amend('Open the library all night')).toMatchObject({ proposal: { endorsementCount: 0 } });
    const { texts, text } = await read(undefined, proposalId, 'text { number title } texts { number title }');
    expect(texts).toEqual([
      { number: 1, title: 'Open the library until one' },
      { number: 2, title: 'Open the library all night' },
    ]);
    expect(text).toEqual(texts[1]);
    const standing = 'viewerStanding { onRoll endorses endorsedText isAuthor } viewerActions';
    expect(await read('member0', proposalId, standing)).toEqual({
      viewerStanding: { onRoll: true, endorses: false, endorsedText: 1, isAuthor: false },
      viewerActions: ['ENDORSE'],
    });
    expect(await proposals.endorse('member0', proposalId, 1)).toMatchObject({ fields: [{ path: 'textNumber' }] });
    expect(await proposals.endorse('member0', proposalId, 2)).toMatchObject({ proposal: { endorsementCount: 1 } });
    await waitFor('the endorser is asked again', async () => {
      const { viewer } = await fixture.ask(
        'member0',
        '{ viewer { updates { edges { node { change subject { id } } } } } }',
      );
      return viewer.updates.edges.some(
        ({ node }: { node: { change: string; subject: { id: string } } }) =>
          node.change === 'TEXT_CHANGED' && node.subject.id === proposalId,
      );
    });
  });

  it('cannot be changed once others endorsed it, whatever the code does', async () => {
    const proposalId = await proposals.filed();
    const change = () => fixture.sql(`update proposal_text set title = 'Another' where proposal_id = $1`, [proposalId]);
    await proposals.endorse('ada', proposalId);
    await change();
    await proposals.endorse('member0', proposalId);
    await expect(change()).rejects.toMatchObject({ constraint: 'proposal_text_frozen' });
    await expect(fixture.sql('delete from proposal_text where proposal_id = $1', [proposalId])).rejects.toMatchObject({
      constraint: 'proposal_text_frozen',
    });
  });

  it('is the author’s to change, and complete', async () => {
    const proposalId = await proposals.filed();
    expect(await fixture.mutate('member0', 'amendProposal', { proposalId, ...words })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await fixture.mutate('ada', 'amendProposal', { proposalId, ...words, suggestion: ' ' })).toMatchObject({
      fields: [{ path: 'suggestion' }],
    });
  });
});

describe('lapsing', () => {
  it('can be undone by the author after six months, through the committee, with support gathered anew', async () => {
    const proposalId = await proposals.filed();
    await proposals.endorse('member0', proposalId);
    clock.advance(28 * dayMs);
    await close(proposalId);
    const lapsed = await read('ada', proposalId, 'status revivableAt viewerActions');
    expect(lapsed).toEqual({ status: 'LAPSED', revivableAt: '2027-05-02T09:00:00.000Z', viewerActions: [] });
    expect(await fixture.mutate('ada', 'reviveProposal', { proposalId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    clock.set('2027-05-02T09:00:00.000Z');
    expect(await fixture.mutate('bea', 'reviveProposal', { proposalId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('ada', 'reviveProposal', { proposalId });
    await fixture.expectSuccess('uma', 'fileProposal', { proposalId, needsCouncil: false });
    expect(await read('member0', proposalId, 'endorsementCount text { number } viewerActions')).toEqual({
      endorsementCount: 0,
      text: { number: 2 },
      viewerActions: ['ENDORSE'],
    });
    for (const who of crowd.slice(0, 3)) await proposals.endorse(who, proposalId, 2);
    expect(await proposals.statusOf(proposalId)).toBe('QUALIFIED');
  });

  it('leaves alone what is not open any more', async () => {
    const proposalId = await proposals.qualified();
    clock.advance(29 * dayMs);
    await close(proposalId);
    expect(await proposals.statusOf(proposalId)).toBe('QUALIFIED');
  });
});

describe('merging', () => {
  it('needs the author’s yes, and moves no support without each supporter’s own', async () => {
    const target = await proposals.filed();
    const proposalId = await proposals.filed();
    await proposals.endorse('member0', proposalId);
    await proposals.endorse('member1', proposalId);
    const offer = { proposalId, targetId: target, note: 'Both ask for longer hours.' };
    expect(await fixture.mutate('uma', 'offerProposalMerge', { ...offer, targetId: randomUUID() })).toMatchObject({
      fields: [{ path: 'targetId', rule: 'UNKNOWN' }],
    });
    expect(await fixture.mutate('uma', 'offerProposalMerge', { ...offer, targetId: proposalId })).toMatchObject({
      fields: [{ path: 'targetId' }],
    });
    await fixture.expectSuccess('uma', 'offerProposalMerge', offer);
    expect(await fixture.mutate('uma', 'answerProposalMerge', { proposalId, accept: true })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('ada', 'answerProposalMerge', { proposalId, accept: false });
    expect(await proposals.statusOf(proposalId)).toBe('GATHERING');
    await fixture.expectSuccess('uma', 'offerProposalMerge', offer);
    await fixture.expectSuccess('ada', 'answerProposalMerge', { proposalId, accept: true });
    expect(await read(undefined, proposalId, 'status mergeInto { id }')).toEqual({
      status: 'MERGED',
      mergeInto: { id: target },
    });
    expect((await read(undefined, target, 'endorsementCount')).endorsementCount).toBe(0);
    const move = { proposalId: target, textNumber: 1, movedFromId: proposalId };
    expect(await fixture.mutate('member0', 'endorseProposal', { ...move, movedFromId: randomUUID() })).toMatchObject({
      fields: [{ path: 'movedFromId', rule: 'UNKNOWN' }],
    });
    expect(await fixture.mutate('member0', 'endorseProposal', move, shown)).toMatchObject({
      proposal: { endorsementCount: 1 },
    });
    expect(await fixture.sql('select member_id from endorsement where moved_from_id = $1', [proposalId])).toEqual([
      { member_id: fixture.members['member0'] },
    ]);
  });

  it('that is declined before it was open leads back to the committee', async () => {
    const target = await proposals.filed();
    const proposalId = await proposals.submitted();
    await fixture.expectSuccess('uma', 'offerProposalMerge', { proposalId, targetId: target, note: 'Alike.' });
    await fixture.expectSuccess('ada', 'answerProposalMerge', { proposalId, accept: false });
    expect(await proposals.statusOf(proposalId)).toBe('SCREENING');
  });

  it('that nobody answered ends with the time to gather support', async () => {
    const target = await proposals.filed();
    const proposalId = await proposals.filed();
    await fixture.expectSuccess('uma', 'offerProposalMerge', { proposalId, targetId: target, note: 'Alike.' });
    clock.advance(28 * dayMs);
    await close(proposalId);
    expect(await proposals.statusOf(proposalId)).toBe('LAPSED');
    expect((await read(undefined, proposalId, 'mergeInto { id }')).mergeInto).toBeNull();
  });
});

describe('withdrawing', () => {
  it('is the author’s right before it has qualified, and nobody’s afterwards', async () => {
    const open = await proposals.filed();
    expect(await fixture.mutate('bea', 'withdrawProposal', { proposalId: open })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('ada', 'withdrawProposal', { proposalId: open });
    expect(await proposals.statusOf(open)).toBe('WITHDRAWN');
    const qualified = await proposals.qualified();
    expect(await fixture.mutate('ada', 'withdrawProposal', { proposalId: qualified })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'QUALIFIED',
    });
  });
});

describe('lists of proposals', () => {
  it('stay complete while proposals are opened, in every order', async () => {
    for (let round = 0; round < 3; round += 1) {
      clock.advance(60_000);
      await proposals.filed();
    }
    for (const sort of ['NEWEST', 'CLOSING_SOON']) {
      const page = (after?: string) =>
        fixture
          .ask(
            undefined,
            `query ($after: String, $sort: ProposalSort) { proposals(first: 4, after: $after, sort: $sort, statuses: [GATHERING]) {
               edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
            { after, sort },
          )
          .then(({ proposals: found }) => found);
      const all = (await fixture.sql<{ id: string }>(`select id from proposal where status = 'GATHERING'`)).map(
        ({ id }) => id,
      );
      const seen: string[] = [];
      let after: string | undefined;
      for (let goesOn = true; goesOn;) {
        const found = await page(after);
        seen.push(...found.edges.map(({ node }: { node: { id: string } }) => node.id));
        ({ endCursor: after, hasNextPage: goesOn } = found.pageInfo);
        if (seen.length <= 4) await proposals.filed();
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(all));
    }
  });

  it('cost the same number of statements for one proposal and for many', async () => {
    const list = (first: number) => () =>
      fixture.ask(
        'ada',
        `query ($first: Int) { proposals(first: $first) { edges { node {
           id status title text { title } texts { number } author { id } seconders { member { id } } steps { status }
           endorsementCount viewerStanding { endorses } viewerActions screenings { decision } appeal mergeInto { id }
           council { adopted } leadDepartment { id } supportingDepartments { id } answers { round ratings { yes } }
           answerDrafts { text } milestones { id } verdicts { yes } } } } }`,
        { first },
      );
    const one = await test.countStatements(list(1));
    const many = await test.countStatements(list(20));
    expect(many.length).toBeLessThanOrEqual(one.length + 2);
  });
});
