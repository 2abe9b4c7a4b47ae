import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { endOf, type MandateId } from '../../group/mandate.js';
import { remindsAt } from '../training.js';
import { findMissing } from './find-missing.js';

const actor = systemActor('remind-training');

/** Tells a holder, as the platform, a week before their mandate begins, what it asks for and they lack; once. */
export function remindTraining({ transaction, clock }: Deps, { mandateId }: { readonly mandateId: MandateId }) {
  return transaction(async (unit) => {
    const now = clock.now();
    const training = await unit.trainings.findLocked(mandateId);
    const mandate = await unit.mandates.findMandate(actor, mandateId);
    const position = mandate === null ? null : await unit.mandates.findPosition(actor, mandate.positionId);
    if (training === undefined || mandate === null || position === null) return err(notFound('Mandate'));
    // The queue's clock may run ahead of ours; the job then tries again.
    if (now < remindsAt(mandate.startsAt)) return err(illegalTransition('REMIND', 'EARLY'));
    if (training.begunAt !== undefined || endOf(mandate) <= now) return ok(mandate);
    const [missing] = await findMissing(unit, mandate.memberId, training.pathIds);
    if (missing !== undefined)
      await unit.notifications.tell({
        to: mandate.memberId,
        reason: 'TRAINING_MISSING',
        subject: { kind: 'LEARNING_PATH', id: missing },
        groupId: position.groupId,
      });
    return ok(mandate);
  });
}
