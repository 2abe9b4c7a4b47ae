import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { endOf, type Mandate, type MandateId, type Position } from '../../group/mandate.js';
import { announceMandate } from './announce-mandate.js';
import { findMissing } from './find-missing.js';

const actor = systemActor('begin-mandate');

/**
 * Decides, as the platform, at the first instant of a mandate that asks for training: it begins, or it is held back and
 * whoever leads is told. One that is over or has begun is left alone.
 */
export function beginMandate({ transaction, clock }: Deps, { mandateId }: { readonly mandateId: MandateId }) {
  return transaction(async (unit) => {
    const { mandates, trainings } = unit;
    const now = clock.now();
    const training = await trainings.findLocked(mandateId);
    const mandate = await mandates.findMandate(actor, mandateId);
    const position = mandate === null ? null : await mandates.findPosition(actor, mandate.positionId);
    if (training === undefined || mandate === null || position === null) return err(notFound('Mandate'));
    // The queue's clock may run ahead of ours; the job then tries again.
    if (now < mandate.startsAt) return err(illegalTransition('BEGIN', 'EARLY'));
    if (training.begunAt !== undefined || endOf(mandate) <= now) return ok(mandate);
    const missing = await findMissing(unit, mandate.memberId, training.pathIds);
    if (missing.length > 0) await tellHeldBack(unit, { mandate, position, now });
    else {
      await trainings.begin(mandateId, mandate.startsAt);
      await announceMandate(unit, mandate, { name: 'MandateStarted', position, from: mandate.startsAt });
    }
    return ok(mandate);
  });
}

async function tellHeldBack(
  { mandates, notifications }: Unit<Repositories>,
  { mandate, position, now }: { readonly mandate: Mandate; readonly position: Position; readonly now: Date },
): Promise<void> {
  const { groupId } = position;
  const leading = [
    ...(groupId === undefined ? [] : await mandates.listOfficers(groupId, now)),
    ...(await mandates.listUnionOfficers(now)),
  ];
  await notifications.tell({
    to: leading.filter((memberId) => memberId !== mandate.memberId),
    reason: 'TRAINING_MISSING',
    sourceId: mandate.id,
    subject: { kind: 'MANDATE', id: mandate.id },
    groupId,
  });
}
