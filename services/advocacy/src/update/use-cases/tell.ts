import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { UpdateRepository } from '../update.repository.js';
import { tellingTask } from '../update.policy.js';
import type { ChangeId, Telling } from '../update.js';

/** What telling needs of a use case's transaction. */
export type TellingUnit = Pick<Unit<{ readonly updates: UpdateRepository }>, 'updates' | 'jobs'>;

/**
 * Tells a change to whom it concerns, each once: call it inside the transaction that makes the change. Named members are
 * told at once, an audience by a job after the commit. The same change from the same source again tells nobody again.
 */
export async function tell(
  { updates, jobs }: TellingUnit,
  ids: Pick<IdSource, 'ordered'>,
  telling: Telling,
): Promise<void> {
  const id = ids.ordered<'MatterChange'>() satisfies ChangeId;
  if (!(await updates.addChange(id, telling))) return;
  if (telling.to === 'EVERYBODY_CONCERNED')
    await jobs.enqueue(tellingTask, { changeId: id }, { runAt: telling.at, key: `${tellingTask}:${id}` });
  else await updates.tellMembers(id, telling, telling.to);
}
