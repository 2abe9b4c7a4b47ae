import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { MandateTraining, TrainingFact } from '../training.js';
import { announceMandate } from './announce-mandate.js';
import { findMissing } from './find-missing.js';

const actor = systemActor('apply-training');

/** What a handler of training works with inside one transaction. */
export type TrainingUnit = Pick<Unit<Repositories>, 'mandates' | 'trainings' | 'notifications' | 'outbox'>;

/**
 * Writes down, inside the caller's transaction, what learning told. Training that arrives lets what waited for it begin
 * at once; training that lapses ends nothing: it is asked for before an office begins.
 */
export async function applyTraining(unit: TrainingUnit, fact: TrainingFact, now: Date): Promise<void> {
  await unit.trainings.note(fact, now);
  if (fact.heldAt === undefined) return;
  for (const waiting of await unit.trainings.listWaitingLocked(fact.memberId, now))
    await begin(unit, waiting, fact, now);
}

async function begin(
  unit: TrainingUnit,
  { mandateId, pathIds }: MandateTraining,
  { memberId, trainingId }: TrainingFact,
  now: Date,
): Promise<void> {
  const mandate = await unit.mandates.findMandate(actor, mandateId);
  const position = mandate === null ? null : await unit.mandates.findPosition(actor, mandate.positionId);
  if (mandate === null || position === null || (await findMissing(unit, memberId, pathIds)).length > 0) return;
  await unit.trainings.begin(mandateId, now);
  await announceMandate(unit, mandate, { name: 'MandateStarted', position, from: now });
  await unit.notifications.tell({
    to: memberId,
    reason: 'MANDATE_STARTED',
    sourceId: trainingId,
    subject: { kind: 'MANDATE', id: mandateId },
    groupId: position.groupId,
  });
}
