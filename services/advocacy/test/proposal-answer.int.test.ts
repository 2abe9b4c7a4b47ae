import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testStart, type TestClock, type TestService } from '@guildhall/testing';
import type { Fixture } from './fixture.js';
import { crowd, shown, startProposals, type ProposalFixture } from './proposal-fixture.js';

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
const answer = { decision: 'ACCEPTED', text: 'We will.', reason: '', whoDecides: '' };
/** Everybody who may speak as a supporter: three endorsers, the author and two seconders. */
const supporters = [...crowd.slice(0, 3), 'ada', 'bea', 'rosa'];
const eventsOf = (id: string, name: string) =>
  fixture
    .sql<{ data: object }>('select data from outbox_event where aggregate_id = $1 and name = $2 order by sequence', [
      id,
      name,
    ])
    .then((rows) => rows.map(({ data }) => data));

describe('the council', () => {
  it('adopts or does not adopt what makes policy, and its votes are public', async () => {
    const proposalId = await proposals.qualified(true);
    const decision = { proposalId, adopted: true, metOn: '2026-10-04', votesFor: 30, votesAgainst: 4, abstentions: 2 };
    const refer = {
      proposalId,
      leadDepartmentId: fixture.departments.housing,
      supportingDepartmentIds: [],
      complexity: 'SIMPLE',
    };
    expect(await fixture.mutate('uma', 'assignProposal', refer)).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await fixture.mutate('ada', 'recordCouncilDecision', decision)).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await fixture.mutate('uma', 'recordCouncilDecision', { ...decision, votesFor: 3 })).toMatchObject({
      fields: [{ path: 'adopted' }],
    });
    await fixture.expectSuccess('uma', 'recordCouncilDecision', decision);
    expect(
      await read(undefined, proposalId, 'status council { adopted metOn votesFor votesAgainst abstentions }'),
    ).toEqual({
      status: 'ADOPTED',
      council: { adopted: true, metOn: '2026-10-04', votesFor: 30, votesAgainst: 4, abstentions: 2 },
    });
    await fixture.expectSuccess('uma', 'assignProposal', refer);
    const other = await proposals.qualified(true);
    await fixture.expectSuccess('uma', 'recordCouncilDecision', { ...decision, proposalId: other, adopted: false });
    expect(await proposals.statusOf(other)).toBe('NOT_ADOPTED');
  });
});

describe('handing a proposal to departments', () => {
  it('names one that answers, others that help, and when it is due', async () => {
    const proposalId = await proposals.qualified();
    const { housing, library } = fixture.departments;
    const assign = (changes: object) =>
      fixture.mutate(
        'uma',
        'assignProposal',
        {
          proposalId,
          leadDepartmentId: housing,
          supportingDepartmentIds: [library],
          complexity: 'COMPLEX',
          ...changes,
        },
        shown,
      );
    expect(await assign({ leadDepartmentId: randomUUID() })).toMatchObject({ fields: [{ path: 'leadDepartmentId' }] });
    expect(await assign({ supportingDepartmentIds: [randomUUID()] })).toMatchObject({
      fields: [{ path: 'supportingDepartmentIds', rule: 'UNKNOWN' }],
    });
    expect(await assign({ supportingDepartmentIds: [housing] })).toMatchObject({
      fields: [{ path: 'supportingDepartmentIds', rule: 'CONTRADICTION' }],
    });
    expect(await assign({})).toMatchObject({ proposal: { status: 'REFERRED', dueAt: '2026-11-30T23:59:59.999Z' } });
    expect(
      await read(undefined, proposalId, 'complexity leadDepartment { name } supportingDepartments { name }'),
    ).toEqual({
      complexity: 'COMPLEX',
      leadDepartment: { name: 'Student Housing' },
      supportingDepartments: [{ name: 'Library' }],
    });
    for (const departmentId of [housing, library]) {
      const list = await fixture.ask(
        undefined,
        'query ($departmentId: ID!) { proposals(departmentId: $departmentId, sort: DUE_SOON) { edges { node { id } } } }',
        { departmentId },
      );
      expect(list['proposals'].edges).toContainEqual({ node: { id: proposalId } });
    }
    expect((await read('dana', proposalId, 'viewerActions')).viewerActions).toEqual(['ACKNOWLEDGE']);
    expect((await read('lena', proposalId, 'viewerActions')).viewerActions).toEqual([]);
  });
});

describe('answering', () => {
  it('begins with drafts that only the departments concerned can read', async () => {
    const proposalId = await proposals.acknowledged();
    for (const who of ['dana', 'lena'])
      await fixture.expectSuccess(who, 'draftProposalAnswer', { proposalId, ...answer, text: `Draft of ${who}` });
    await fixture.expectSuccess('dana', 'draftProposalAnswer', { proposalId, ...answer, text: 'Second draft of dana' });
    for (const who of ['dana', 'dirk', 'lena'])
      expect(
        (await read(who, proposalId, 'answerDrafts { text }')).answerDrafts
          .map(({ text }: { text: string }) => text)
          .toSorted(),
      ).toEqual(['Draft of lena', 'Second draft of dana']);
    for (const who of ['ada', 'uma', 'carl', 'sys', undefined])
      expect(await read(who, proposalId, 'answerDrafts { text } answers { text }')).toEqual({
        answerDrafts: [],
        answers: [],
      });
    expect(
      await fixture.mutate('dana', 'draftProposalAnswer', { proposalId, ...answer, decision: 'DECLINED' }),
    ).toMatchObject({ fields: [{ path: 'reason' }, { path: 'whoDecides' }] });
    expect(await fixture.mutate('ada', 'draftProposalAnswer', { proposalId, ...answer })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await proposals.publish(proposalId);
    expect((await read('dana', proposalId, 'answerDrafts { text }')).answerDrafts).toEqual([]);
  });

  it('is published by the lead of the lead department alone, and once per key', async () => {
    const proposalId = await proposals.acknowledged();
    const input = { proposalId, ...answer, idempotencyKey: randomUUID() };
    for (const who of ['dana', 'lena', 'ada', 'uma'])
      expect(await fixture.mutate(who, 'publishProposalAnswer', input)).toMatchObject({
        __typename: 'NotAllowedError',
      });
    const first = await fixture.mutate('dirk', 'publishProposalAnswer', input, shown);
    expect(first).toMatchObject({ proposal: { status: 'ANSWERED' } });
    expect(await fixture.mutate('dirk', 'publishProposalAnswer', input, shown)).toEqual(first);
    expect(
      await fixture.mutate('dirk', 'publishProposalAnswer', { ...input, idempotencyKey: randomUUID() }),
    ).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('that declines says why and who could decide otherwise, by the code and by the database', async () => {
    const proposalId = await proposals.acknowledged();
    expect(
      await fixture.mutate('dirk', 'publishProposalAnswer', { proposalId, ...answer, decision: 'DECLINED' }),
    ).toMatchObject({ fields: [{ path: 'reason' }, { path: 'whoDecides' }] });
    await expect(
      fixture.sql(`insert into proposal_answer values ($1, 1, $2, 'DECLINED', 'No', null, null, now())`, [
        proposalId,
        fixture.departments.housing,
      ]),
    ).rejects.toMatchObject({ constraint: 'proposal_answer_declined_says_who' });
    await proposals.publish(proposalId, 'DECLINED');
    expect(
      (await read(undefined, proposalId, 'answers { decision whoDecides reason isFinal department { name } }')).answers,
    ).toEqual([
      {
        decision: 'DECLINED',
        whoDecides: 'The university council',
        reason: 'There is no money for more.',
        isFinal: false,
        department: { name: 'Student Housing' },
      },
    ]);
  });
});

describe('rating the answer', () => {
  const rate = (who: string, proposalId: string, satisfied: boolean) =>
    fixture.mutate(who, 'rateProposalAnswer', { proposalId, satisfied }, shown);

  it('is for supporters, once each, whose last word counts', async () => {
    const proposalId = await proposals.answered();
    await rate('member0', proposalId, false);
    await rate('member0', proposalId, true);
    for (const who of ['member9', 'dana', 'carl'])
      expect(await rate(who, proposalId, true)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await read('member0', proposalId, 'answers { ratings { yes no } } viewerStanding { satisfied }')).toEqual({
      answers: [{ ratings: { yes: 1, no: 0 } }],
      viewerStanding: { satisfied: true },
    });
  });

  it('tips reconsideration exactly once when the last ratings come together, and the second answer is final', async () => {
    const proposalId = await proposals.answered('DECLINED');
    await rate('member0', proposalId, false);
    await rate('member1', proposalId, true);
    const answers = await Promise.all(['member2', 'ada', 'bea', 'rosa'].map((who) => rate(who, proposalId, false)));
    const successes = answers.filter(({ __typename }) => __typename === 'RateProposalAnswerSuccess');
    const late = answers.filter(({ __typename }) => __typename === 'IllegalTransitionError');
    expect([successes.length, late.length]).toEqual([2, 2]);
    expect(await proposals.statusOf(proposalId)).toBe('RECONSIDERED');
    const reconsidered = (await eventsOf(proposalId, 'ProposalStatusChanged')).filter(
      (data) => 'status' in data && data.status === 'RECONSIDERED',
    );
    expect(reconsidered).toHaveLength(1);
    await proposals.publish(proposalId, 'PARTLY');
    for (const who of supporters)
      expect(await rate(who, proposalId, false)).toMatchObject({ proposal: { status: 'ANSWERED' } });
    expect((await read(undefined, proposalId, 'answers { round isFinal ratings { yes no } }')).answers).toEqual([
      { round: 1, isFinal: false, ratings: { yes: 1, no: 3 } },
      { round: 2, isFinal: true, ratings: { yes: 0, no: 6 } },
    ]);
  });

  it('ends with its time', async () => {
    const proposalId = await proposals.answered();
    clock.advance(14 * dayMs);
    expect(await rate('member0', proposalId, false)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('delivering', () => {
  it('has dated steps, every one of which is done before all is', async () => {
    const proposalId = await proposals.answered();
    const start = (milestones: readonly object[]) =>
      fixture.mutate('dirk', 'startProposalDelivery', { proposalId, milestones }, 'proposal { milestones { id } }');
    expect(await start([])).toMatchObject({ fields: [{ path: 'milestones' }] });
    expect(await start([{ title: 'Guards', dueOn: '2026-01-01' }])).toMatchObject({
      fields: [{ path: 'milestones.0.dueOn' }],
    });
    const begun = await start([
      { title: 'Guards', dueOn: '2026-12-01' },
      { title: 'Lights', dueOn: '2026-12-15' },
    ]);
    const [guards, lights] = begun['proposal'].milestones;
    const complete = (who: string, milestoneId: string) =>
      fixture.mutate(who, 'completeProposalMilestone', { proposalId, milestoneId });
    expect(await complete('lena', guards.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await complete('dana', randomUUID())).toMatchObject({ fields: [{ path: 'milestoneId' }] });
    expect(await complete('dana', guards.id)).toMatchObject({ __typename: 'CompleteProposalMilestoneSuccess' });
    expect(await complete('dana', guards.id)).toMatchObject({ fields: [{ path: 'milestoneId' }] });
    const deliver = () => fixture.mutate('dirk', 'deliverProposal', { proposalId, summary: 'It is open.' }, shown);
    expect(await deliver()).toMatchObject({ fields: [{ path: 'milestones', rule: 'CONTRADICTION' }] });
    await complete('dana', lights.id);
    expect(await deliver()).toMatchObject({ proposal: { status: 'DELIVERED' } });
  });

  it('is closed by the platform when its time to verify ends, and credits its author and seconders', async () => {
    const proposalId = await proposals.delivered();
    await fixture.expectSuccess('member0', 'verifyProposalDelivery', { proposalId, works: true });
    expect(await fixture.mutate('member9', 'verifyProposalDelivery', { proposalId, works: true })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    clock.advance(14 * dayMs - 1);
    await proposals.runTask('close-verification', proposalId);
    expect(await proposals.statusOf(proposalId)).toBe('DELIVERED');
    expect(await eventsOf(proposalId, 'ProposalDelivered')).toEqual([]);
    // A job that comes too early is kept, and tried again.
    const kept = await fixture.sql(
      `select 1 from graphile_worker.jobs where key like 'test:%' and last_error is not null`,
    );
    expect(kept).toHaveLength(1);
    clock.advance(1);
    expect(await fixture.mutate('member1', 'verifyProposalDelivery', { proposalId, works: false })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await proposals.runTask('close-verification', proposalId);
    await proposals.runTask('close-verification', proposalId);
    expect(await read(undefined, proposalId, 'status deliverySummary verdicts { yes no }')).toEqual({
      status: 'CLOSED',
      deliverySummary: 'Open until midnight.',
      verdicts: { yes: 1, no: 0 },
    });
    const delivered = await fixture.sql<{ data: { memberIds: string[] } }>(
      `select data from outbox_event where aggregate_id = $1 and name = 'ProposalDelivered'`,
      [proposalId],
    );
    const credited = ['ada', 'bea', 'rosa'].map((who) => String(fixture.members[who]));
    expect(delivered.map(({ data }) => data.memberIds.toSorted())).toEqual([credited.toSorted()]);
  });

  it('is reopened once when enough say not yet, even all at the same time', async () => {
    const proposalId = await proposals.delivered();
    const verify = (who: string, works: boolean) =>
      fixture.mutate(who, 'verifyProposalDelivery', { proposalId, works }, shown);
    await verify('member0', true);
    await verify('member1', true);
    const answers = await Promise.all(['member2', 'ada', 'bea', 'rosa'].map((who) => verify(who, false)));
    expect(answers.filter(({ __typename }) => __typename === 'VerifyProposalDeliverySuccess')).toHaveLength(2);
    expect(await proposals.statusOf(proposalId)).toBe('REOPENED');
    await proposals.deliver(proposalId);
    for (const who of supporters) expect(await verify(who, false)).toMatchObject({ proposal: { status: 'DELIVERED' } });
    clock.advance(14 * dayMs);
    await proposals.runTask('close-verification', proposalId);
    expect(await read(undefined, proposalId, 'status verdicts { yes no } milestones { round }')).toEqual({
      status: 'CLOSED',
      verdicts: { yes: 0, no: 6 },
      milestones: [{ round: 1 }, { round: 2 }],
    });
  });
});

describe('what happens to a proposal', () => {
  it('is told to its author, seconders and endorsers, once each', async () => {
    const proposalId = await proposals.delivered();
    const { waitFor } = await import('@guildhall/testing');
    await waitFor(
      'everybody is told',
      async () =>
        (await fixture.sql('select 1 from matter_change where subject_id = $1 and told_at is null', [proposalId]))
          .length === 0,
    );
    const changes = await fixture.sql<{ change: string; people: number; rows: number }>(
      `select c.change, count(*)::int as rows, count(distinct u.member_id)::int as people
       from matter_change c join member_update u on u.change_id = c.id where c.subject_id = $1
       and c.change not in ('SECONDING_ASKED', 'SECONDED', 'SUBMITTED') group by c.id order by min(c.id::text)`,
      [proposalId],
    );
    expect(changes.map(({ change }) => change).toSorted()).toEqual([
      'ACKNOWLEDGED',
      'ANSWERED',
      'DELIVERED',
      'DELIVERY_STARTED',
      'MILESTONE_DONE',
      'OPENED',
      'QUALIFIED',
      'REFERRED',
    ]);
    expect(changes.every(({ people, rows, change }) => people === rows && (change === 'OPENED' || people === 6))).toBe(
      true,
    );
  });
});
