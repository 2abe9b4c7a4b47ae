import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import type { Position, PositionId } from '../../group/mandate.js';

/** On whose behalf a step looks; what they may do is asked of the policy by the use case. */
type Viewer = Parameters<Repositories['groups']['findVisible']>[0];

/**
 * A position of a group with the group, which is locked until the transaction ends. The position is read again after
 * that, so that nobody is given one that is being taken away. Nothing for offices of the union and for what is gone.
 */
export async function findPosition(
  { groups, mandates }: Unit<Repositories>,
  actor: Viewer,
  id: PositionId,
): Promise<{ readonly position: Position; readonly group: Group } | null> {
  const groupId = (await mandates.findPosition(actor, id))?.groupId;
  const group = groupId === undefined ? null : await groups.findVisibleLocked(actor, groupId);
  const position = group === null ? null : await mandates.findPosition(actor, id);
  return group === null || position === null || position.removedAt !== undefined ? null : { position, group };
}
