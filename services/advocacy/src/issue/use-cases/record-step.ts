import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { tell } from '../../update/use-cases/tell.js';
import type { MatterChange } from '../../update/update.js';
import type { Issue, IssueFile } from '../issue.js';

/** What an issue's steps need of a use case's transaction. */
export type IssueUnit = Unit<Pick<Repositories, 'issues' | 'issueSupport' | 'updates'>>;

/**
 * Saves an issue that came into another state, keeps the step for its progress line, publishes the fact and tells
 * everybody it concerns, all in the transaction that decided it. Nothing here is of use before the issue was raised.
 */
export async function recordStep(
  unit: IssueUnit,
  ids: Pick<IdSource, 'ordered'>,
  { file, issue, at }: { readonly file: IssueFile; readonly issue: Issue; readonly at: Date },
): Promise<IssueFile> {
  const saved = await unit.issues.save(issue);
  const { id, status, constituencyId, departmentId, type, round, raisedBy } = saved;
  await unit.issueSupport.addStage({ issueId: id, status, at });
  if (status === 'RAISED')
    await unit.outbox.append('IssueRaised', id, {
      issueId: id,
      constituencyId,
      departmentId,
      type,
      raisedAt: at.toISOString(),
      ...(raisedBy !== undefined && { raisedBy }),
    });
  else if (status !== 'PRIVATE')
    await unit.outbox.append('IssueStatusChanged', id, {
      issueId: id,
      status,
      changedAt: at.toISOString(),
      constituencyId,
    });
  if (status !== 'PRIVATE') {
    const change: MatterChange = status;
    await tell(unit, ids, {
      subject: { kind: 'ISSUE', id },
      change,
      sourceId: `round-${round}`,
      at,
      to: 'EVERYBODY_CONCERNED',
    });
  }
  return { ...file, issue: saved };
}
