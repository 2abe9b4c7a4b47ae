import { randomUUID } from 'node:crypto';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

/** What ada proposes. */
export const words = {
  language: 'en',
  title: 'Open the library until midnight',
  background: 'The library closes at nine in the evening.',
  problem: 'Students with work or children can only study late.',
  suggestion: 'Keep the ground floor open until midnight in term.',
};

/** What is shown of a proposal in most tests. */
export const shown = 'proposal { id status endorsementCount threshold closesAt dueAt viewerActions }';

/** The members who can support proposals in tests. */
export const crowd = Array.from({ length: 12 }, (_, index) => `member${index}`);

/** Takes proposals along machine H. */
export class ProposalFixture {
  constructor(
    readonly fixture: Fixture,
    readonly clock: TestClock,
  ) {}

  /** A draft of ada that bea and rosa second. */
  async seconded(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const answer = await this.fixture.mutate(
      'ada',
      'draftProposal',
      { ...words, authorNamed: true, ...changes },
      shown,
    );
    const { id } = answer['proposal'];
    for (const who of ['bea', 'rosa']) {
      await this.fixture.expectSuccess('ada', 'inviteSeconder', {
        proposalId: id,
        memberId: this.fixture.members[who],
      });
      await this.fixture.expectSuccess(who, 'answerSeconding', { proposalId: id, accept: true });
    }
    return id;
  }

  /** One that the committee has. */
  async submitted(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const proposalId = await this.seconded(changes);
    await this.fixture.expectSuccess('ada', 'submitProposal', { proposalId });
    return proposalId;
  }

  /** One that is open for support. */
  async filed(needsCouncil = false, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const proposalId = await this.submitted(changes);
    await this.fixture.expectSuccess('uma', 'fileProposal', { proposalId, needsCouncil });
    return proposalId;
  }

  endorse(who: string, proposalId: string, textNumber = 1) {
    return this.fixture.mutate(who, 'endorseProposal', { proposalId, textNumber, idempotencyKey: randomUUID() }, shown);
  }

  /** One with enough support: three of the crowd under the rules of the tests. */
  async qualified(needsCouncil = false): Promise<string> {
    const proposalId = await this.filed(needsCouncil);
    for (const who of crowd.slice(0, 3)) await this.endorse(who, proposalId);
    return proposalId;
  }

  /** One that Student Housing has to answer, with the library's help. */
  async acknowledged(): Promise<string> {
    const proposalId = await this.qualified();
    const { housing, library } = this.fixture.departments;
    await this.fixture.expectSuccess('uma', 'assignProposal', {
      proposalId,
      leadDepartmentId: housing,
      supportingDepartmentIds: [library],
      complexity: 'SIMPLE',
    });
    await this.fixture.expectSuccess('dana', 'acknowledgeProposal', { proposalId });
    return proposalId;
  }

  /** One that was answered. */
  async answered(decision = 'ACCEPTED'): Promise<string> {
    const proposalId = await this.acknowledged();
    await this.publish(proposalId, decision);
    return proposalId;
  }

  publish(proposalId: string, decision = 'ACCEPTED') {
    return this.fixture.expectSuccess('dirk', 'publishProposalAnswer', {
      proposalId,
      decision,
      text: 'This is our answer.',
      reason: 'There is no money for more.',
      whoDecides: 'The university council',
      idempotencyKey: randomUUID(),
    });
  }

  /** One that was delivered, with one step. */
  async delivered(): Promise<string> {
    const proposalId = await this.answered();
    await this.deliver(proposalId);
    return proposalId;
  }

  /** Plans one step, completes it and delivers. */
  async deliver(proposalId: string): Promise<void> {
    const begun = await this.fixture.mutate(
      'dirk',
      'startProposalDelivery',
      { proposalId, milestones: [{ title: 'Extend the guards’ shifts', dueOn: '2028-01-31' }] },
      'proposal { milestones { id doneAt } }',
    );
    const [milestone] = begun['proposal'].milestones.filter(({ doneAt }: { doneAt: string | null }) => doneAt === null);
    await this.fixture.expectSuccess('dana', 'completeProposalMilestone', { proposalId, milestoneId: milestone.id });
    await this.fixture.expectSuccess('dirk', 'deliverProposal', { proposalId, summary: 'Open until midnight.' });
  }

  async statusOf(proposalId: string): Promise<string> {
    const [row] = await this.fixture.sql<{ status: string }>('select status from proposal where id = $1', [proposalId]);
    return row?.status ?? 'none';
  }

  /** Runs a timed task as the worker does when its instant has come on the service's clock, and waits until it was tried. */
  async runTask(task: 'close-gathering' | 'close-verification', proposalId: string): Promise<void> {
    const key = `test:${randomUUID()}`;
    await this.fixture.sql('select graphile_worker.add_job($1, payload := $2::json, job_key := $3)', [
      task,
      JSON.stringify({ proposalId, _due: testStart }),
      key,
    ]);
    await waitFor(
      `${task} was tried`,
      async () =>
        (
          await this.fixture.sql(
            'select 1 from graphile_worker.jobs where key = $1 and (attempts = 0 or locked_at is not null)',
            [key],
          )
        ).length === 0,
    );
  }
}

/** A service with a crowd of members, a second officer, and rules small enough for a test. */
export async function startProposals(): Promise<{
  readonly test: TestService;
  readonly fixture: Fixture;
  readonly proposals: ProposalFixture;
  readonly clock: TestClock;
}> {
  const clock = new TestClock(testStart);
  const { test, fixture } = await startAdvocacy({ clock });
  for (const subject of [...crowd, 'umi']) await fixture.member(subject);
  await fixture.mandate('umi', 'UNION_OFFICER', null);
  await fixture.sql(`insert into proposal_rule values (2, '2020-01-01', 2, 28, 3, 0, 6, 0, 1, 14, 4, 50, 14, 4, 30)`);
  return { test, fixture, proposals: new ProposalFixture(fixture, clock), clock };
}
