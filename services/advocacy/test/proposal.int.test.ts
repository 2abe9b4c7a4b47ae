import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testStart, type TestClock, type TestService } from '@guildhall/testing';
import type { Fixture } from './fixture.js';
import { shown, startProposals, words, type ProposalFixture } from './proposal-fixture.js';

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
const news = (who: string) =>
  fixture
    .ask(who, '{ viewer { updates(first: 100) { edges { node { change proposal { id } } } } } }')
    .then(({ viewer }) =>
      viewer.updates.edges.map(({ node }: { node: { change: string; proposal: { id: string } | null } }) => [
        node.change,
        node.proposal?.id,
      ]),
    );

describe('writing a proposal', () => {
  it('begins with a draft that only its author and who is asked to second it can read', async () => {
    const answer = await fixture.mutate('ada', 'draftProposal', { ...words, problem: '', authorNamed: true }, shown);
    const { id } = answer['proposal'];
    expect(answer).toMatchObject({ proposal: { status: 'DRAFT' } });
    for (const who of ['bea', 'uma', 'dana', 'sys', undefined]) expect(await read(who, id, 'id')).toBeNull();
    await fixture.expectSuccess('ada', 'inviteSeconder', { proposalId: id, memberId: fixture.members['bea'] });
    expect(await read('bea', id, 'id title viewerActions')).toEqual({
      id,
      title: words.title,
      viewerActions: ['ANSWER_SECONDING'],
    });
    expect(await news('bea')).toContainEqual(['SECONDING_ASKED', id]);
  });

  it('is refused with every broken field, and for who is no member', async () => {
    expect(
      await fixture.mutate('ada', 'draftProposal', { ...words, title: '', language: 'xx', authorNamed: true }),
    ).toMatchObject({ fields: [{ path: 'language' }, { path: 'title' }] });
    expect(
      await fixture.mutate('ada', 'draftProposal', { ...words, authorNamed: true, constituencyId: randomUUID() }),
    ).toMatchObject({ fields: [{ path: 'constituencyId', rule: 'UNKNOWN' }] });
    expect(await fixture.mutate('carl', 'draftProposal', { ...words, authorNamed: true })).toMatchObject({
      __typename: 'NotAllowedError',
    });
  });

  it('needs two seconders who accepted, other than the author, and every part of the text', async () => {
    const answer = await fixture.mutate('ada', 'draftProposal', { ...words, problem: '', authorNamed: true }, shown);
    const proposalId = answer['proposal'].id;
    const invite = (memberId: string | undefined) => fixture.mutate('ada', 'inviteSeconder', { proposalId, memberId });
    expect(await invite(fixture.members['ada'])).toMatchObject({ fields: [{ rule: 'CONTRADICTION' }] });
    expect(await invite(randomUUID())).toMatchObject({ fields: [{ rule: 'UNKNOWN' }] });
    await invite(fixture.members['bea']);
    expect(await invite(fixture.members['bea'])).toMatchObject({ fields: [{ rule: 'CONTRADICTION' }] });
    const submit = () => fixture.mutate('ada', 'submitProposal', { proposalId });
    expect(await submit()).toMatchObject({ fields: [{ path: 'problem', rule: 'REQUIRED' }] });
    await fixture.expectSuccess('ada', 'editProposal', { proposalId, ...words, authorNamed: true });
    await fixture.expectSuccess('bea', 'answerSeconding', { proposalId, accept: true });
    expect(await submit()).toMatchObject({ fields: [{ path: 'seconders', rule: 'REQUIRED' }] });
    await invite(fixture.members['rosa']);
    await fixture.expectSuccess('rosa', 'answerSeconding', { proposalId, accept: true });
    expect(await submit()).toMatchObject({ __typename: 'SubmitProposalSuccess' });
    expect(await news('ada')).toContainEqual(['SECONDED', proposalId]);
  });

  it('forgets who declined to second it', async () => {
    const proposalId = await proposals.seconded();
    await fixture.expectSuccess('ada', 'inviteSeconder', { proposalId, memberId: fixture.members['omar'] });
    await fixture.expectSuccess('omar', 'answerSeconding', { proposalId, accept: false });
    expect(await read('omar', proposalId, 'id')).toBeNull();
    expect((await read('ada', proposalId, 'seconders { member { id } }')).seconders).toHaveLength(2);
  });

  it('asks its seconders again when the words they seconded change', async () => {
    const proposalId = await proposals.seconded();
    await fixture.expectSuccess('ada', 'editProposal', {
      proposalId,
      ...words,
      title: 'Other words',
      authorNamed: true,
    });
    expect(await fixture.mutate('ada', 'submitProposal', { proposalId })).toMatchObject({
      fields: [{ path: 'seconders' }],
    });
    expect((await read('ada', proposalId, 'seconders { acceptedAt }')).seconders).toEqual([
      { acceptedAt: null },
      { acceptedAt: null },
    ]);
  });

  it('is listed to its author and its seconders among their own', async () => {
    const proposalId = await proposals.seconded();
    const own = async (who: string) =>
      (await fixture.ask(who, '{ viewer { proposals { edges { node { id } } } } }'))['viewer'].proposals?.edges.map(
        ({ node }: { node: { id: string } }) => node.id,
      );
    expect(await own('ada')).toContain(proposalId);
    expect(await own('bea')).toContain(proposalId);
    expect(await own('uma')).not.toContain(proposalId);
    expect(await own('carl')).toBeUndefined();
  });
});

describe('screening', () => {
  const queue = async (who: string | undefined): Promise<readonly string[]> =>
    (await fixture.ask(who, '{ proposalsToScreen(first: 100) { edges { node { id } } } }'))[
      'proposalsToScreen'
    ].edges.map(({ node }: { node: { id: string } }) => node.id);

  it('is for union officers who neither wrote nor second the proposal', async () => {
    const proposalId = await proposals.submitted();
    for (const who of ['uma', 'umi']) expect(await queue(who)).toContain(proposalId);
    for (const who of ['ada', 'omar', 'rosa', 'dirk', 'sys', 'nina', undefined]) expect(await queue(who)).toEqual([]);
    expect((await read('uma', proposalId, 'viewerActions')).viewerActions).toEqual([
      'RETURN',
      'REFUSE',
      'FILE',
      'OFFER_MERGE',
    ]);
    const answer = await fixture.mutate('uma', 'draftProposal', { ...words, authorNamed: true }, shown);
    const own = answer['proposal'].id;
    for (const who of ['bea', 'rosa']) {
      await fixture.expectSuccess('uma', 'inviteSeconder', { proposalId: own, memberId: fixture.members[who] });
      await fixture.expectSuccess(who, 'answerSeconding', { proposalId: own, accept: true });
    }
    await fixture.expectSuccess('uma', 'submitProposal', { proposalId: own });
    expect(await fixture.mutate('uma', 'fileProposal', { proposalId: own, needsCouncil: false })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('umi', 'fileProposal', { proposalId: own, needsCouncil: false });
  });

  it('sends back with a note that its author, its seconders and the committee can read', async () => {
    const proposalId = await proposals.submitted();
    expect(await fixture.mutate('uma', 'returnProposal', { proposalId, note: ' ' })).toMatchObject({
      fields: [{ path: 'note' }],
    });
    await fixture.expectSuccess('uma', 'returnProposal', { proposalId, note: 'Say which floors.' });
    for (const who of ['ada', 'bea'])
      expect(await read(who, proposalId, 'status screenings { decision note reason }')).toEqual({
        status: 'DRAFT',
        screenings: [{ decision: 'RETURNED', note: 'Say which floors.', reason: null }],
      });
    expect(await read('uma', proposalId, 'id')).toBeNull();
    expect(await news('ada')).toContainEqual(['RETURNED', proposalId]);
  });

  it('refuses with a reason, against which the author appeals once and another officer decides', async () => {
    const proposalId = await proposals.submitted();
    const refuse = { proposalId, reason: 'OUTSIDE_POWER', note: 'The city decides about buses.' };
    expect(await fixture.mutate('uma', 'refuseProposal', { ...refuse, note: '' })).toMatchObject({
      fields: [{ path: 'note' }],
    });
    await fixture.expectSuccess('uma', 'refuseProposal', refuse);
    expect(await fixture.mutate('bea', 'appealProposalRefusal', { proposalId, words: 'Please.' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('ada', 'appealProposalRefusal', { proposalId, words: 'The university pays for them.' });
    expect(await queue('umi')).toContain(proposalId);
    expect(await read('umi', proposalId, 'appeal status')).toEqual({
      appeal: 'The university pays for them.',
      status: 'APPEALED',
    });
    const decide = { proposalId, uphold: false, needsCouncil: false, note: 'They do not.' };
    expect(await fixture.mutate('uma', 'decideProposalAppeal', decide)).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('umi', 'decideProposalAppeal', decide);
    expect(await fixture.mutate('ada', 'appealProposalRefusal', { proposalId, words: 'Again.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'NOT_FILED',
    });
    await expect(
      fixture.sql('insert into proposal_appeal values ($1, $2, now())', [proposalId, 'twice']),
    ).rejects.toMatchObject({ constraint: 'proposal_appeal_once' });
    expect((await read('ada', proposalId, 'screenings { decision reason }')).screenings).toEqual([
      { decision: 'NOT_FILED', reason: 'OUTSIDE_POWER' },
      { decision: 'APPEAL_REJECTED', reason: null },
    ]);
    expect(await read('dana', proposalId, 'id')).toBeNull();
  });

  it('opens what an appeal was upheld for', async () => {
    const proposalId = await proposals.submitted();
    await fixture.expectSuccess('uma', 'refuseProposal', { proposalId, reason: 'PERSONAL', note: 'Yours alone.' });
    await fixture.expectSuccess('ada', 'appealProposalRefusal', { proposalId, words: 'It is everybody’s.' });
    await fixture.expectSuccess('umi', 'decideProposalAppeal', {
      proposalId,
      uphold: true,
      needsCouncil: true,
      note: 'It is.',
    });
    expect(await read(undefined, proposalId, 'status needsCouncil screenings { note } appeal')).toEqual({
      status: 'GATHERING',
      needsCouncil: true,
      screenings: [],
      appeal: null,
    });
  });

  it('shows in public only the way since it was opened', async () => {
    const proposalId = await proposals.submitted();
    clock.advance(60_000);
    await fixture.expectSuccess('uma', 'fileProposal', { proposalId, needsCouncil: false });
    expect((await read(undefined, proposalId, 'steps { status }')).steps).toEqual([{ status: 'GATHERING' }]);
    expect((await read('bea', proposalId, 'steps { status }')).steps).toEqual([
      { status: 'DRAFT' },
      { status: 'SCREENING' },
      { status: 'GATHERING' },
    ]);
  });
});

describe('what is hidden', () => {
  it('answers every action on a hidden proposal exactly as on a missing one', async () => {
    const hidden = await proposals.seconded();
    const missing = randomUUID();
    const text = { ...words };
    const attempts: Readonly<Record<string, object>> = {
      editProposal: { ...text, authorNamed: true },
      inviteSeconder: { memberId: randomUUID() },
      answerSeconding: { accept: true },
      submitProposal: {},
      withdrawProposal: {},
      returnProposal: { note: 'n' },
      refuseProposal: { reason: 'PERSONAL', note: 'n' },
      appealProposalRefusal: { words: 'w' },
      decideProposalAppeal: { uphold: true, needsCouncil: false, note: 'n' },
      fileProposal: { needsCouncil: false },
      offerProposalMerge: { targetId: randomUUID(), note: 'n' },
      answerProposalMerge: { accept: true },
      amendProposal: text,
      endorseProposal: { textNumber: 1 },
      withdrawEndorsement: {},
      reviveProposal: {},
      recordCouncilDecision: { adopted: true, metOn: '2026-10-05', votesFor: 2, votesAgainst: 1, abstentions: 0 },
      assignProposal: { leadDepartmentId: randomUUID(), supportingDepartmentIds: [], complexity: 'SIMPLE' },
      acknowledgeProposal: {},
      draftProposalAnswer: { decision: 'ACCEPTED', text: 't', reason: '', whoDecides: '' },
      publishProposalAnswer: { decision: 'ACCEPTED', text: 't', reason: '', whoDecides: '' },
      rateProposalAnswer: { satisfied: true },
      startProposalDelivery: { milestones: [] },
      completeProposalMilestone: { milestoneId: randomUUID() },
      deliverProposal: { summary: 's' },
      verifyProposalDelivery: { works: true },
    };
    for (const who of ['omar', 'uma', 'dirk', 'sys', 'carl']) {
      for (const [name, input] of Object.entries(attempts)) {
        const answers = [];
        for (const proposalId of [hidden, missing])
          answers.push(await fixture.mutate(who, name, { ...input, proposalId }));
        expect(JSON.stringify(answers[0])).toBe(JSON.stringify(answers[1]));
        expect(answers[0]).toMatchObject({ __typename: 'NotFoundError' });
      }
    }
  });

  it('is hidden by lists, searches, references and the index of similar matters too', async () => {
    const title = `Secret ${randomUUID()}`;
    const hidden = await proposals.submitted({ title });
    for (const who of ['omar', 'dirk', undefined]) {
      const data = await fixture.ask(
        who,
        `query ($title: String!, $reference: _Any!) {
           proposals(search: $title) { edges { node { id } } }
           similarMatters(title: $title) { title }
           _entities(representations: [$reference]) { ... on Proposal { id title } }
         }`,
        { title, reference: { __typename: 'Proposal', id: hidden } },
      );
      expect(data['proposals'].edges).toEqual([]);
      expect(data['similarMatters'].map((found: { title: string }) => found.title)).not.toContain(title);
      expect(data['_entities']).toEqual([null]);
    }
  });

  it('hides who wrote it, if its author wants that, from all but its seconders and the committee', async () => {
    const proposalId = await proposals.filed(false, { authorNamed: false });
    const ada = { author: { id: fixture.members['ada'] }, authorship: 'UNNAMED' };
    for (const who of ['ada', 'bea', 'uma'])
      expect(await read(who, proposalId, 'author { id } authorship')).toEqual(ada);
    for (const who of ['omar', 'dirk', undefined])
      expect(await read(who, proposalId, 'author { id } authorship')).toEqual({ ...ada, author: null });
  });

  it('goes with a member who is erased: a former member stays, with every total', async () => {
    const author = 'member0';
    const proposalId = await proposals.filed();
    await fixture.sql('update proposal set author_id = $2 where id = $1', [proposalId, fixture.members[author]]);
    await proposals.endorse(author, proposalId);
    const before = await read(undefined, proposalId, 'endorsementCount seconders { member { id } }');
    const erased = fixture.members['bea'] ?? '';
    for (const memberId of [fixture.members[author] ?? '', erased]) {
      await test.service.receive([
        {
          specversion: '1.0',
          id: randomUUID(),
          type: 'guildhall.membership.MemberStatusChanged.v1',
          source: 'membership',
          time: testStart,
          subject: memberId,
          aggregate: 'Member',
          sequence: 1,
          datacontenttype: 'application/json',
          name: 'MemberStatusChanged',
          data: { memberId, status: 'ERASED' },
        },
      ]);
    }
    const forgotten = async () =>
      (await fixture.sql('select 1 from proposal_seconder where member_id = $1', [erased])).length === 0;
    const { waitFor } = await import('@guildhall/testing');
    await waitFor('the members are forgotten', forgotten);
    const after = await read(
      undefined,
      proposalId,
      'endorsementCount authorship author { id } seconders { member { id } }',
    );
    expect(after).toMatchObject({
      endorsementCount: before.endorsementCount,
      authorship: 'FORMER_MEMBER',
      author: null,
    });
    expect(after.seconders.filter(({ member }: { member: object | null }) => member === null)).toHaveLength(1);
  });
});
