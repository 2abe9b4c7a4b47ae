import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import { asTheGroupSees, type Admission, type AdmissionId } from '../admission.js';

/** On whose behalf a step looks; what they may do is asked of the policy by the use case. */
type Viewer = Parameters<Repositories['groups']['findVisible']>[0];

/**
 * A request or an invitation with its group, as the actor's side sees it. The group is locked until the transaction ends
 * and the admission read again after that, so that of many steps at once each sees the one before.
 */
export async function findAdmission(
  { admissions, groups }: Unit<Repositories>,
  actor: Viewer,
  id: AdmissionId,
): Promise<{ readonly admission: Admission; readonly group: Group } | null> {
  const found = await admissions.findVisible(actor, id);
  const group = found === null ? null : await groups.findVisibleLocked(actor, found.groupId);
  const admission = group === null ? null : await admissions.findVisible(actor, id);
  if (group === null || admission === null) return null;
  const isOwn = actor.kind === 'person' && actor.memberId === admission.memberId;
  return { group, admission: isOwn ? admission : asTheGroupSees(admission) };
}
