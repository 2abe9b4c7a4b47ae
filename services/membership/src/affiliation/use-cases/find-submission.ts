import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import type { AffiliationSubmission, SubmissionId } from '../affiliation.js';

/** On whose behalf a step looks; what they may do is asked of the policy by the use case. */
type Viewer = Parameters<Repositories['groups']['findVisible']>[0];

/**
 * A submission with its group, which is locked until the transaction ends; the submission is read again after that, so
 * that of two deciders the second sees what the first decided.
 */
export async function findSubmission(
  { affiliations, groups }: Unit<Repositories>,
  actor: Viewer,
  id: SubmissionId,
): Promise<{ readonly submission: AffiliationSubmission; readonly group: Group } | null> {
  const found = await affiliations.findVisible(actor, id);
  const group = found === null ? null : await groups.findVisibleLocked(actor, found.groupId);
  const submission = group === null ? null : await affiliations.findVisible(actor, id);
  return group === null || submission === null ? null : { submission, group };
}
