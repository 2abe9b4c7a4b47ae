import { waitFor, type TestService, type TestServiceOptions } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

/** Students of the physics course beside ada, bea and their representative rosa. */
export const classmates = ['sam', 'sid', 'sky', 'sol', 'sue', 'syd', 'sal', 'san', 'seb'] as const;

/** Issues of the physics course, written and moved along as people do it. */
export class IssueFixture {
  constructor(readonly fixture: Fixture) {}

  async people(): Promise<void> {
    for (const subject of classmates) {
      await this.fixture.member(subject);
      await this.fixture.studies(subject, this.fixture.constituencies.physics);
    }
  }

  draft(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    return {
      constituencyId: this.fixture.constituencies.physics,
      departmentId: this.fixture.departments.housing,
      type: 'ISSUE',
      title: 'The lab is too cold',
      body: 'We sit there in coats every morning.',
      language: 'en',
      ...changes,
    };
  }

  /** An issue that ada wrote to her course. */
  async posted(changes: Readonly<Record<string, unknown>> = {}, who = 'ada'): Promise<string> {
    const answer = await this.fixture.mutate(who, 'postIssue', this.draft(changes), 'issue { id }');
    if (answer['issue'] === undefined) throw new Error(JSON.stringify(answer));
    return answer['issue'].id;
  }

  /** As `posted`, raised by the representative. */
  async raised(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const issueId = await this.posted(changes);
    await this.fixture.expectSuccess('rosa', 'raiseIssue', { issueId, departmentId: this.fixture.departments.housing });
    return issueId;
  }

  /** As `raised`, with supporters, and the department at work. */
  async started(supporters: readonly string[] = []): Promise<string> {
    const issueId = await this.raised();
    for (const who of supporters) await this.fixture.expectSuccess(who, 'supportIssue', { issueId });
    await this.fixture.expectSuccess('dana', 'acknowledgeIssue', { issueId });
    await this.fixture.expectSuccess('dana', 'startIssue', { issueId });
    return issueId;
  }

  /** As `started`, and answered as solved. */
  async resolved(supporters: readonly string[] = []): Promise<string> {
    const issueId = await this.started(supporters);
    await this.answer(issueId);
    return issueId;
  }

  answer(issueId: string, changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
    return this.fixture.expectSuccess('dirk', 'publishIssueAnswer', {
      issueId,
      outcome: 'RESOLVED',
      text: 'The heating runs from seven now.',
      ...changes,
    });
  }

  async statusOf(issueId: string, who = 'ada'): Promise<string | undefined> {
    const { issue } = await this.fixture.ask(who, 'query ($id: ID!) { issue(id: $id) { status } }', { id: issueId });
    return issue?.status;
  }

  /** Puts every timed job off for good, so that none runs between two statements that a test compares. */
  quiet(): Promise<void> {
    return waitFor('no job is left to run', async () => {
      const jobs = await this.fixture.sql<{ is_off: boolean }>(
        `select run_at > '2098-01-01' as is_off from graphile_worker.reschedule_jobs(
           array(select id from graphile_worker.jobs), run_at := '2099-01-01')`,
      );
      const [open] = await this.fixture.sql<{ count: number }>(
        `select count(*)::int as count from graphile_worker.jobs where run_at < '2098-01-01' or locked_at is not null`,
      );
      return jobs.every(({ is_off: isOff }) => isOff) && open?.count === 0;
    });
  }

  /** The names of the events about an issue, in order. */
  async events(issueId: string): Promise<readonly string[]> {
    const rows = await this.fixture.sql<{ name: string; status: string | null }>(
      `select name, data->>'status' as status from outbox_event where aggregate = 'Issue' and aggregate_id = $1 order by sequence`,
      [issueId],
    );
    return rows.map(({ name, status }) => (status === null ? name : `${name} ${status}`));
  }
}

/** A service with everybody in it. */
export async function startIssues(
  options: TestServiceOptions = {},
): Promise<{ readonly test: TestService; readonly fixture: Fixture; readonly issues: IssueFixture }> {
  const { test, fixture } = await startAdvocacy({
    // Events stay in the outbox, so that a test can read all of them.
    transport: { deliver: () => Promise.reject(new Error('nobody listens')) },
    ...options,
  });
  const issues = new IssueFixture(fixture);
  await issues.people();
  return { test, fixture, issues };
}
