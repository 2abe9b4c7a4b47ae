import type { Id, IdSource, IllegalTransitionError, Result } from '@guildhall/kernel';
import { ok } from '@guildhall/kernel';
import { raisingTask } from '../issue.policy.js';
import { raiseIssue as raised, type IssueFile, type IssueId, type RaisedBy } from '../issue.js';
import { recordStep, type IssueUnit } from './record-step.js';

/** The one job that raises an issue by itself; raising it before takes the job back. */
export function raisingKey(issueId: IssueId): string {
  return `${raisingTask}:${issueId}`;
}

/** Raises an issue in the transaction of whoever, or whatever, decided it. */
export async function raiseNow(
  unit: IssueUnit,
  ids: Pick<IdSource, 'ordered'>,
  {
    file,
    ...how
  }: {
    readonly file: IssueFile;
    readonly departmentId: Id<'Department'>;
    readonly raisedBy: RaisedBy;
    readonly at: Date;
  },
): Promise<Result<IssueFile, IllegalTransitionError>> {
  const issue = raised(file.issue, how);
  if (!issue.ok) return issue;
  await unit.jobs.cancel(raisingKey(issue.value.id));
  return ok(await recordStep(unit, ids, { file, issue: issue.value, at: how.at }));
}
