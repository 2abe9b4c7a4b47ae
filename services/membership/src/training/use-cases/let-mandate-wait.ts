import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Mandate, Position } from '../../group/mandate.js';
import { beginsAt, remindsAt, type PathId } from '../training.js';

/** A mandate that asks for training and has not begun, the position it is in, and what its holder lacks now. */
type Waiting = {
  readonly mandate: Mandate;
  readonly position: Position;
  readonly missing: readonly PathId[];
  readonly now: Date;
};

/**
 * Sets, inside the caller's transaction, the clock at which a mandate that asks for training begins, and tells its holder
 * at once and a week before what is missing.
 */
export async function letMandateWait(
  unit: Unit<Repositories>,
  { mandate, position, missing, now }: Waiting,
): Promise<void> {
  const { id: mandateId, startsAt } = mandate;
  const beginAt = beginsAt(startsAt, now);
  await unit.jobs.enqueue('begin-mandate', { mandateId }, { runAt: beginAt, key: `begin-mandate:${mandateId}` });
  const remindAt = remindsAt(startsAt);
  if (remindAt > now)
    await unit.jobs.enqueue('remind-training', { mandateId }, { runAt: remindAt, key: `remind-training:${mandateId}` });
  if (missing[0] !== undefined)
    await unit.notifications.tell({
      to: mandate.memberId,
      reason: 'TRAINING_MISSING',
      sourceId: mandateId,
      subject: { kind: 'LEARNING_PATH', id: missing[0] },
      groupId: position.groupId,
    });
}
